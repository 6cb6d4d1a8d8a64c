import { NativeSelect } from '@mantine/core';
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/domain/money/currency';
import { AmountInput } from '../bridge/amount-input';
import { t } from '../ui/text';
import { currencyOr } from './expense-draft';
import styles from './expenses.module.css';

interface AmountFieldsProps {
  readonly amount: string;
  readonly currency: CurrencyCode;
  readonly problem: string | undefined;
  readonly onAmount: (amount: string) => void;
  readonly onCurrency: (currency: CurrencyCode) => void;
}

/** What was paid, and in which currency; a sign typed with the amount is believed before the choice. */
export function AmountFields({ amount, currency, problem, onAmount, onCurrency }: AmountFieldsProps) {
  return (
    <div className={styles['amount']}>
      <AmountInput
        label={t('expenses.amount')}
        value={amount}
        currency={currency}
        problem={problem}
        onChange={onAmount}
      />
      <NativeSelect
        label={t('expenses.currency')}
        value={currency}
        onChange={(event) => onCurrency(currencyOr(event.currentTarget.value, currency))}
        data={[...CURRENCY_CODES]}
      />
    </div>
  );
}
