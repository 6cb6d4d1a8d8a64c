import { Checkbox } from '@mantine/core';
import type { Mileage } from '@/lib/domain/expenses/expense';
import { t } from '../ui/text';
import { AmountFields } from './amount-fields';
import type { ExpenseFields, ExpenseProblems } from './expense-draft';
import styles from './expenses.module.css';
import { distanceText } from './mileage-words';

interface PaidFieldsProps {
  readonly fields: ExpenseFields;
  readonly problems: ExpenseProblems;
  readonly onChange: (part: Partial<ExpenseFields>) => void;
}

/** What was paid, the tax in it, and whether it came back. */
export function PaidFields({ fields, problems, onChange }: PaidFieldsProps) {
  return (
    <>
      <AmountFields fields={fields} problems={problems} onChange={onChange} />
      <Checkbox
        label={t('expenses.refund')}
        checked={fields.refund}
        onChange={(event) => onChange({ refund: event.currentTarget.checked })}
      />
    </>
  );
}

/** A journey costs what its distance and rate come to, so its amount is not typed. */
export function DrivenAmount({ mileage, amount }: { readonly mileage: Mileage; readonly amount: string }) {
  return (
    <p className={styles['preview']}>
      <strong className="archvd-figure">{amount}</strong> {distanceText(mileage)}
      <span className={styles['quiet']}>
        <br />
        {[mileage.from, mileage.to].filter(Boolean).join(' → ')} {mileage.rateSource}
      </span>
    </p>
  );
}
