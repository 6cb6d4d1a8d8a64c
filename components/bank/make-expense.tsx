import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EXPENSE_CATEGORIES } from '@/lib/domain/expenses/expense';
import type { BankLineDetail } from '@/lib/queries/bank-line';
import { expenseCategoryText } from '../bridge/expense-words';
import { t } from '../ui/text';
import { makeExpense } from './bank-commands';
import styles from './bank.module.css';

interface MakeExpenseProps extends Pick<BankLineDetail, 'line'> {
  /** Nothing else is known of the line: it is open from the start. */
  readonly isLikely: boolean;
}

/** Writes down what a line spent. */
export function MakeExpense({ line, isLikely }: MakeExpenseProps) {
  const [category, setCategory] = useState<string>('other');
  const [supplier, setSupplier] = useState(line.payee.slice(0, 100));
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    await makeExpense({ lineId: line.id, category, supplier });
    setBusy(false);
  };
  return (
    <details className={styles['pick']} open={isLikely} data-testid="make-expense">
      <summary>{line.amount.minor > 0 ? t('bank.asRefund') : t('bank.asExpense')}</summary>
      <div className={styles['two']}>
        <NativeSelect
          label={t('bank.category')}
          value={category}
          onChange={(event) => setCategory(event.currentTarget.value)}
          data={EXPENSE_CATEGORIES.filter((each) => each !== 'mileage').map((each) => ({
            value: each,
            label: expenseCategoryText(each),
          }))}
        />
        <TextInput
          label={t('bank.supplier')}
          value={supplier}
          onChange={(event) => setSupplier(event.currentTarget.value)}
        />
      </div>
      <Button variant="default" loading={busy} onClick={() => void save()}>
        {t('bank.makeExpense')}
      </Button>
    </details>
  );
}
