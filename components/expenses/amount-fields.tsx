import { NativeSelect } from '@mantine/core';
import { CURRENCY_CODES } from '@/lib/domain/money/currency';
import { AmountInput } from '../bridge/amount-input';
import { t } from '../ui/text';
import { currencyOr, type ExpenseFields } from './expense-draft';
import styles from './expenses.module.css';

type Typed = Pick<ExpenseFields, 'amount' | 'currency' | 'tax'>;

interface AmountFieldsProps {
  readonly fields: Typed;
  readonly problems: { readonly amount?: string; readonly tax?: string };
  readonly onChange: (part: Partial<Typed>) => void;
}

/** What was paid, in which currency, and the tax in it; a sign typed with the amount is believed before the choice. */
export function AmountFields({ fields, problems, onChange }: AmountFieldsProps) {
  return (
    <>
      <div className={styles['amount']}>
        <AmountInput
          label={t('expenses.amount')}
          value={fields.amount}
          currency={fields.currency}
          problem={problems.amount}
          onChange={(amount) => onChange({ amount })}
        />
        <NativeSelect
          label={t('expenses.currency')}
          value={fields.currency}
          onChange={(event) => onChange({ currency: currencyOr(event.currentTarget.value, fields.currency) })}
          data={[...CURRENCY_CODES]}
        />
      </div>
      <AmountInput
        label={t('expenses.tax')}
        hint={t('expenses.taxHint')}
        value={fields.tax}
        currency={fields.currency}
        problem={problems.tax}
        onChange={(tax) => onChange({ tax })}
      />
    </>
  );
}
