import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlayerStop, IconPlus, IconRepeat } from '@tabler/icons-react';
import { recurringExpenses, type RecurringEntry } from '@/lib/queries/recurring-expenses';
import { expenseCategoryText } from '../bridge/expense-words';
import { ExpenseTabs } from '../bridge/expense-tabs';
import { useLive } from '../bridge/use-live';
import { calendarDayText, countText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { Screen } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { change as askChange } from './expense-commands';
import styles from './expenses.module.css';
import { everyText } from './recurring-words';

/** What comes again by itself. */
export function RecurringList() {
  const { change } = useRoute();
  const live = useLive(recurringExpenses, []);
  const entries = live.value ?? [];
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      onClick={() => change({ add: 'recurring', item: null })}
      data-testid="add-recurring"
    >
      {t('recurring.addShort')}
    </Button>
  );
  return (
    <Screen title={t('nav.expenses')} action={add} tools={<ExpenseTabs />}>
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' && entries.length === 0 ? (
        <EmptyState icon={IconRepeat} title={t('recurring.empty')} text={t('recurring.emptyText')} action={add} />
      ) : null}
      {entries.length === 0 ? null : (
        <ul className={styles['plans']} aria-label={t('expenses.recurring')}>
          {entries.map((entry) => (
            <Plan
              key={entry.recurring.id}
              entry={entry}
              onEdit={() => change({ add: 'recurring', item: entry.recurring.id })}
            />
          ))}
        </ul>
      )}
    </Screen>
  );
}

function Plan({ entry: { recurring, made }, onEdit }: { readonly entry: RecurringEntry; readonly onEdit: () => void }) {
  const { id, category, supplier, amount, every, nextOn } = recurring;
  const name = supplier === '' ? expenseCategoryText(category) : supplier;
  const facts = [
    ...(supplier === '' ? [] : [expenseCategoryText(category)]),
    everyText(every),
    t('recurring.made', made, [countText(made)]),
  ];
  return (
    <li data-testid="recurring">
      <span className="archvd-clip">
        {name}
        <small className="archvd-clip">{facts.join(' · ')}</small>
      </span>
      <span style={{ textAlign: 'right' }}>
        <MoneyFigure amount={amount} cents="fixed" />
        <small>{nextOn === null ? t('recurring.ended') : t('recurring.nextShort', [calendarDayText(nextOn)])}</small>
      </span>
      <span>
        <ActionIcon aria-label={t('recurring.editOne', [name])} onClick={onEdit}>
          <IconPencil size={16} />
        </ActionIcon>
        {nextOn === null ? null : (
          <ActionIcon
            aria-label={t('recurring.stop', [name])}
            title={t('recurring.stopHint')}
            onClick={() => void askChange('recurring/stop', { id }, t('recurring.stopped', [name]))}
          >
            <IconPlayerStop size={16} />
          </ActionIcon>
        )}
      </span>
    </li>
  );
}
