import { IconPaperclip } from '@tabler/icons-react';
import { EXPENSE_CATEGORIES } from '@/lib/domain/expenses/expense';
import type { ExpenseEntry } from '@/lib/queries/expenses';
import { amountProblem } from '../bridge/amount-problem';
import { expenseCategoryText } from '../bridge/expense-words';
import { InPlaceAmount } from '../bridge/in-place-amount';
import { parseCost } from '../bridge/parse-cost';
import { countText, moneyText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { change, inputOf } from './expense-commands';
import styles from './expenses.module.css';
import { nameOfExpense } from './name-of-expense';
import { categoryChoices } from './word-fields';

/** That there are receipts, and how many. */
export function ReceiptMark({ row: { receipts } }: { readonly row: ExpenseEntry }) {
  if (receipts === 0) return null;
  const said = t('expenses.receiptCount', receipts, [countText(receipts)]);
  return <IconPaperclip size={14} role="img" aria-label={said} />;
}

/** A journey is counted by its distance, whatever it might be called. */
export function CategoryCell({ row }: { readonly row: ExpenseEntry }) {
  const { id, category, mileage } = row.expense;
  if (mileage !== null) return <span>{expenseCategoryText('mileage')}</span>;
  const give = (value: string) => {
    const next = EXPENSE_CATEGORIES.find((each) => each === value);
    if (next === undefined || next === category) return;
    const said = t('expenses.categorised', 1, ['1', expenseCategoryText(next)]);
    void change('expenses/edit', { ids: [id], changes: { category: next } }, said);
  };
  return (
    <span className={styles['category']}>
      <select
        aria-label={t('expenses.categoryOf', [nameOfExpense(row)])}
        value={category}
        onChange={(event) => give(event.currentTarget.value)}
        // The arrow keys choose here; elsewhere in the row they go to the next one.
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
      >
        {categoryChoices().map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}

/** What was paid, edited where it stands; a refund and a journey have more to them than that. */
export function PaidCell({ row }: { readonly row: ExpenseEntry }) {
  const { expense } = row;
  const { id, amount, mileage } = expense;
  if (mileage !== null || amount.minor < 0) return <MoneyFigure amount={amount} cents="fixed" inList />;
  const keep = (text: string) => {
    const parsed = parseCost(text, amount.currency);
    if (!parsed.ok) return amountProblem(parsed.reason);
    const next = parsed.cost;
    if (next === null || next.minor === 0) return t('expenses.amountMissing');
    if (next.minor === amount.minor && next.currency === amount.currency) return null;
    const fits = expense.tax === null || (expense.tax.currency === next.currency && expense.tax.minor < next.minor);
    if (!fits) return t('expenses.taxWrong');
    const draft = { ...inputOf(expense), amount: next };
    void change('expenses/save', { id, drafts: [draft], receipts: [] }, t('expenses.saved', [moneyText(next)]));
    return null;
  };
  const shown = moneyText(amount, { cents: 'fixed' });
  const field = t('expenses.amountOf', [nameOfExpense(row)]);
  return (
    <InPlaceAmount
      of={id}
      amount={amount}
      shown={shown}
      names={{ button: `${field} ${shown}`, field }}
      whenEmpty="offer"
      onKeep={keep}
      testId="expense-amount"
    />
  );
}

/** In the seller's currency, with the rate it was brought there by. */
export function Counted({ row: { expense, counted } }: { readonly row: ExpenseEntry }) {
  const same = counted !== null && counted.currency === expense.amount.currency;
  const source = expense.fx === null ? t('expenses.rateNow') : expense.fx.source;
  return (
    <MoneyFigure
      amount={counted}
      unknown={t('missing.rate')}
      fix={{ text: t('missing.rateShort'), href: routeHref({ screen: 'settings', view: 'currency' }) }}
      cents="fixed"
      inList
      {...(same || counted === null ? {} : { explain: { note: t('expenses.rateNote', [source]) } })}
    />
  );
}
