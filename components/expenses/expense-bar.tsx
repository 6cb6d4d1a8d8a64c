import { Button, Menu } from '@mantine/core';
import { IconCategory, IconTrash } from '@tabler/icons-react';
import { EXPENSE_CATEGORIES, type ExpenseCategory } from '@/lib/domain/expenses/expense';
import { expenseCategoryText } from '../bridge/expense-words';
import { countText } from '../ui/format';
import { MarkedBar } from '../ui/marked-bar';
import { t } from '../ui/text';
import type { RowSelection } from '../ui/use-selection';
import { change } from './expense-commands';

interface ExpenseBarProps {
  readonly marks: RowSelection;
  readonly matching: number;
  readonly onClear: () => void;
}

/** What can be done with every expense that is marked. */
export function ExpenseBar({ marks, matching, onClear }: ExpenseBarProps) {
  const ids = [...marks.ids];
  const none = ids.length === 0;
  const count = countText(ids.length);
  const give = async (category: ExpenseCategory) => {
    const said = t('expenses.categorised', ids.length, [count, expenseCategoryText(category)]);
    if (await change('expenses/edit', { ids, changes: { category } }, said)) onClear();
  };
  const remove = async () => {
    if (await change('expenses/remove', { ids }, t('expenses.removed', ids.length, [count]))) onClear();
  };
  const removing = { disabled: none, onClick: () => void remove() };
  return (
    <MarkedBar
      label={t('expenses.marked')}
      count={ids.length}
      hidden={marks.hidden}
      matching={matching}
      progress={null}
      onAll={marks.onAll}
      onClear={onClear}
      buttons={
        <Button variant="default" size="compact-sm" h={28} leftSection={<IconTrash size={14} />} {...removing}>
          {t('expenses.remove')}
        </Button>
      }
      menu={
        <>
          <Menu.Item leftSection={<IconTrash size={14} />} {...removing}>
            {t('expenses.remove')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('expenses.setCategory')}</Menu.Label>
          {EXPENSE_CATEGORIES.filter((each) => each !== 'mileage').map((category) => (
            <Menu.Item
              key={category}
              leftSection={<IconCategory size={14} />}
              disabled={none}
              onClick={() => void give(category)}
            >
              {expenseCategoryText(category)}
            </Menu.Item>
          ))}
        </>
      }
    />
  );
}
