import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CURRENCY_CODES, isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { AmountInput } from '../bridge/amount-input';
import { parseCost } from '../bridge/parse-cost';
import { platformText, SALE_PLATFORMS } from '../bridge/sale-platform';
import { SaveForm } from '../bridge/save-form';
import { useSetting } from '../bridge/use-setting';
import { ProblemText } from '../ui/problem-text';
import { TaskDrawer } from '../ui/task-drawer';
import { t } from '../ui/text';
import { useTyped } from '../ui/unsaved';
import { addPayout } from './bank-commands';
import styles from './bank.module.css';

interface PayoutDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A payout that no file told of, written down by hand. */
export function PayoutDrawer({ opened, onClose }: PayoutDrawerProps) {
  const [display] = useSetting('displayCurrency');
  return (
    <TaskDrawer opened={opened} title={t('bank.addPayout')} onClose={onClose} testId="payout-form">
      {display === null ? null : <PayoutForm display={display} onClose={onClose} />}
    </TaskDrawer>
  );
}

function PayoutForm({ display, onClose }: { readonly display: CurrencyCode; readonly onClose: () => void }) {
  const [platform, setPlatform] = useState<string>('stockx');
  const [day, setDay] = useState(() => new Date().toLocaleDateString('sv'));
  const [amount, setAmount] = useState('');
  const [currency, setCurrency] = useState<CurrencyCode>(display);
  const [ref, setRef] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  useTyped([platform, day, amount, currency, ref]);
  const save = async () => {
    const read = parseCost(amount, currency);
    if (!read.ok || read.cost === null || read.cost.minor === 0) return setProblem(t('bank.amountProblem'));
    if (busy || !/^\d{4}-\d\d-\d\d$/.test(day)) return;
    setBusy(true);
    const refused = await addPayout({ platform, ref, paidOn: day, amount: read.cost, note: '' });
    setBusy(false);
    if (refused === null) onClose();
    else setRefusal(refused);
  };
  return (
    <SaveForm label={t('bank.addPayout')} onSave={() => void save()} onClose={onClose} busy={busy}>
      <NativeSelect
        label={t('bank.platform')}
        value={platform}
        onChange={(event) => setPlatform(event.currentTarget.value)}
        data={SALE_PLATFORMS.map((each) => ({ value: each, label: platformText(each) }))}
      />
      <TextInput
        type="date"
        label={t('bank.paidOn')}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <div className={styles['two']}>
        <AmountInput
          label={t('bank.amount')}
          value={amount}
          currency={currency}
          problem={problem}
          onChange={setAmount}
        />
        <NativeSelect
          label={t('bank.currency')}
          value={currency}
          onChange={(event) => isCurrencyCode(event.currentTarget.value) && setCurrency(event.currentTarget.value)}
          data={[...CURRENCY_CODES]}
        />
      </div>
      <TextInput
        label={t('bank.ref')}
        description={t('bank.refHint')}
        value={ref}
        onChange={(event) => setRef(event.currentTarget.value)}
      />
      <ProblemText text={refusal} />
    </SaveForm>
  );
}
