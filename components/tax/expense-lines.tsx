import { NativeSelect } from '@mantine/core';
import { EXPENSE_CATEGORIES, type ExpenseCategory } from '@/lib/domain/expenses/expense';
import { EXPENSE_LINES, lineOf } from '@/lib/domain/tax/expense-lines';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { expenseCategoryText } from '../bridge/expense-words';
import { t } from '../ui/text';
import { lineText } from './figure-words';
import styles from './tax.module.css';

interface ExpenseLinesProps {
  readonly profile: TaxProfile;
  readonly onChange: (part: Partial<TaxProfile>) => void;
}

/** Which line of the form each kind of expense goes to. */
export function ExpenseLines({ profile, onChange }: ExpenseLinesProps) {
  const put = (category: ExpenseCategory, line: string) =>
    onChange({ expenseLines: { ...profile.expenseLines, [category]: line } });
  return (
    <details className={styles['left']}>
      <summary>{t('tax.expenseLines')}</summary>
      <div className={styles['fields']}>
        {EXPENSE_CATEGORIES.map((category) => (
          <NativeSelect
            key={category}
            label={expenseCategoryText(category)}
            aria-label={t('tax.expenseLine', [expenseCategoryText(category)])}
            value={lineOf(profile, category)}
            onChange={(event) => put(category, event.currentTarget.value)}
            data={EXPENSE_LINES.map((value) => ({ value, label: `${value} · ${lineText(value)}` }))}
          />
        ))}
      </div>
    </details>
  );
}
