import { Anchor } from '@mantine/core';
import type { ExpenseList } from '@/lib/queries/expenses';
import { expenseCategoryText } from '../bridge/expense-words';
import { countText, moneyText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import styles from './expenses.module.css';
import { expenseViewText, parseExpenseView } from './expense-view';

/** What the list comes to, in all and by category; a category narrows the list to itself. */
export function ExpenseTotals({ list }: { readonly list: ExpenseList }) {
  const { route, change } = useRoute();
  const view = parseExpenseView(route.filter);
  return (
    <div className={styles['totals']} role="group" aria-label={t('expenses.totals')} data-testid="expense-totals">
      <span>
        {t('expenses.count', list.entries.length, [countText(list.entries.length)])}{' '}
        <MoneyFigure amount={list.total} cents="fixed" />
      </span>
      {list.byCategory.map(({ category, amount }) => (
        <button
          key={category}
          type="button"
          aria-pressed={view.category === category}
          onClick={() =>
            change(
              { filter: expenseViewText({ ...view, category: view.category === category ? null : category }) },
              'quiet',
            )
          }
        >
          {expenseCategoryText(category)}{' '}
          <span className="archvd-figure archvd-strong">{moneyText(amount, { cents: 'fixed' })}</span>
        </button>
      ))}
      {list.missingRate === 0 ? null : (
        <Anchor href={routeHref({ screen: 'settings', view: 'currency' })}>
          {t('expenses.missingRate', list.missingRate, [countText(list.missingRate)])}
        </Anchor>
      )}
    </div>
  );
}
