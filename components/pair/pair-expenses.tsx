import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { compare } from '@/lib/domain/money/arithmetic';
import { expensesOfPair, type PairExpense } from '@/lib/queries/expenses-of-pair';
import { expenseCategoryText } from '../bridge/expense-words';
import { useAddExpense } from '../bridge/to-expense';
import { useLive } from '../bridge/use-live';
import { dateText, moneyText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './pair.module.css';

/** What was spent on the pair besides its costs: of what is shared, its part. */
export function PairExpenses({ pairId }: { readonly pairId: string }) {
  const addExpense = useAddExpense();
  const found = useLive(async (books) => expensesOfPair(books, pairId), [pairId]).value ?? [];
  return (
    <section className={styles['section']} data-testid="pair-expenses">
      <h3>{t('expenses.ofPair')}</h3>
      {found.length === 0 ? (
        <p className={styles['quiet']}>{t('expenses.ofPairNone')}</p>
      ) : (
        <dl className={styles['facts']}>
          {found.map((each) => (
            <div key={each.expense.id}>
              <dt className="archvd-clip">{nameOf(each)}</dt>
              <dd className="archvd-figure" style={{ flex: 'none' }}>
                <MoneyFigure amount={each.share} cents="fixed" /> <Whole {...each} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles['actions']}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => addExpense([pairId])}
          data-testid="pair-add-expense"
        >
          {t('expenses.addForPair')}
        </Button>
        {found.length === 0 ? null : (
          <Anchor href={routeHref({ screen: 'expenses', filter: `~~${pairId}` })}>{t('expenses.ofPairAll')}</Anchor>
        )}
      </div>
    </section>
  );
}

function nameOf({ expense: { supplier, category, spentAt } }: PairExpense): string {
  const what = supplier === '' ? expenseCategoryText(category) : `${supplier}, ${expenseCategoryText(category)}`;
  return `${dateText(spentAt)} · ${what}`;
}

/** Of a shared expense also what it was in all. */
function Whole({ expense, share }: PairExpense) {
  if (compare(expense.amount, share) === 0) return null;
  return (
    <span className={styles['quiet']}>{t('expenses.shareOf', [moneyText(expense.amount, { cents: 'fixed' })])}</span>
  );
}
