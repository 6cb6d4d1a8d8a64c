import { ActionIcon, Menu, NativeSelect } from '@mantine/core';
import { IconChecks, IconDots, IconDownload } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { EXPENSE_CATEGORIES } from '@/lib/domain/expenses/expense';
import type { ExpenseList } from '@/lib/queries/expenses';
import { PeriodPicker } from '../bridge/period-picker';
import { RemovableChip } from '../ui/removable-chip';
import { SearchBox } from '../ui/search-box';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { expenseViewText, parseExpenseView, type ExpenseView } from './expense-view';
import { categoryChoices } from './word-fields';

interface ExpenseToolsProps {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly pair: ExpenseList['pair'];
  readonly onMark: () => void;
  readonly onExport: () => void;
}

/** Words, time, category, and a pair another screen narrowed it to. */
export function ExpenseTools({ search, pair, onMark, onExport }: ExpenseToolsProps) {
  const { route, change } = useRoute();
  const view = parseExpenseView(route.filter);
  const set = (part: Partial<ExpenseView>) => change({ filter: expenseViewText({ ...view, ...part }) }, 'quiet');
  return (
    <>
      <SearchBox
        label={t('expenses.search')}
        value={route.query}
        onChange={(query) => change({ query }, 'quiet')}
        inputRef={search}
      />
      <PeriodPicker value={view.period} onChange={(period) => set({ period })} />
      <NativeSelect
        size="xs"
        aria-label={t('expenses.category')}
        value={view.category ?? ''}
        onChange={(event) =>
          set({ category: EXPENSE_CATEGORIES.find((each) => each === event.currentTarget.value) ?? null })
        }
        data={[{ value: '', label: t('expenses.everyCategory') }, ...categoryChoices()]}
        styles={{ input: { height: 28, minHeight: 28, fontSize: 'var(--archvd-base)' } }}
      />
      {view.pairId === null ? null : (
        <RemovableChip
          label={t('sales.removeFilter', [pair?.name ?? t('expenses.onePair')])}
          onRemove={() => set({ pairId: null })}
        >
          {pair?.name ?? t('expenses.onePair')}
        </RemovableChip>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={t('expenses.more')} size={28}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconChecks size={14} aria-hidden="true" />} onClick={onMark}>
            {t('expenses.markSome')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={14} aria-hidden="true" />} onClick={onExport}>
            {t('expenses.export')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
