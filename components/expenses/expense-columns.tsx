import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { ExpenseEntry } from '@/lib/queries/expenses';
import { expenseCategoryText } from '../bridge/expense-words';
import type { Column } from '../ui/data-list';
import { dateText } from '../ui/format';
import { t } from '../ui/text';
import { RowLink } from '../ui/row-link';
import { TwoLine } from '../ui/two-line';
import { ReceiptMark, CategoryCell, PaidCell, Counted } from './expense-cells';
import styles from './expenses.module.css';
import { nameOfExpense, factsOf } from './name-of-expense';

/** The address that opens an expense's form. */
export type ExpenseHref = (row: ExpenseEntry) => string;

export function expenseColumns(currency: CurrencyCode, hrefOf: ExpenseHref): readonly Column<ExpenseEntry>[] {
  return [
    {
      id: 'spent',
      header: t('expenses.day'),
      width: '96px',
      sortable: true,
      cell: ({ expense }) => <span className="archvd-figure">{dateText(expense.spentAt)}</span>,
    },
    {
      id: 'supplier',
      header: t('expenses.what'),
      width: 'minmax(160px, 1.2fr)',
      sortable: true,
      cell: (row) => (
        <span className={styles['facts']}>
          <span className="archvd-clip">
            <RowLink href={hrefOf(row)}>{nameOfExpense(row)}</RowLink>
          </span>
          <ReceiptMark row={row} />
        </span>
      ),
    },
    {
      id: 'category',
      header: t('expenses.category'),
      width: '168px',
      sortable: true,
      cell: (row) => <CategoryCell row={row} />,
    },
    {
      id: 'facts',
      header: t('expenses.forWhat'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <span className="archvd-clip archvd-quiet">{factsOf(row).join(' · ')}</span>,
    },
    {
      id: 'paid',
      header: t('expenses.paid'),
      width: '104px',
      align: 'right',
      cell: (row) => <PaidCell row={row} />,
    },
    {
      id: 'amount',
      header: t('expenses.counts', [currency]),
      width: '112px',
      align: 'right',
      sortable: true,
      cell: (row) => <Counted row={row} />,
    },
  ];
}

/** An expense in two lines. */
export function ExpenseCompact({ row, hrefOf }: { readonly row: ExpenseEntry; readonly hrefOf: ExpenseHref }) {
  const { expense } = row;
  const facts = [dateText(expense.spentAt), expenseCategoryText(expense.category), ...factsOf(row)];
  return (
    <TwoLine
      title={<RowLink href={hrefOf(row)}>{nameOfExpense(row)}</RowLink>}
      subtitle={facts.join(' · ')}
      top={<Counted row={row} />}
      bottom={<ReceiptMark row={row} />}
    />
  );
}
