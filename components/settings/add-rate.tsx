import { Button, NativeSelect, TextInput } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { CURRENCY_CODES, isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { t } from '../ui/text';
import { parseRate } from './parse-rate';
import { dayStart, keepRate } from './rate-commands';
import styles from './settings.module.css';

interface AddRateProps {
  readonly base: CurrencyCode;
  readonly quote: CurrencyCode;
  readonly onClose: () => void;
}

/** A rate of any two currencies from a day on, such as one for sales that were long before the first that is kept. */
export function AddRate(asked: AddRateProps) {
  const { onClose } = asked;
  const [base, setBase] = useState(asked.base);
  const [quote, setQuote] = useState(asked.quote);
  const [day, setDay] = useState(() => new Date().toLocaleDateString('sv'));
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const rateE8 = parseRate(text);
    const asOf = dayStart(day);
    if (rateE8 === null) return setProblem(t('settings.rateProblem'));
    if (base === quote) return setProblem(t('rates.sameCurrency'));
    if (asOf === null) return setProblem(t('rates.dayProblem'));
    setBusy(true);
    const refused = await keepRate({ base, quote, rateE8, asOf });
    setBusy(false);
    if (refused !== null) return setProblem(refused);
    onClose();
  };
  const currency = (label: string, value: CurrencyCode, onChange: (next: CurrencyCode) => void) => (
    <NativeSelect
      label={label}
      value={value}
      onChange={({ currentTarget: { value: code } }) => isCurrencyCode(code) && onChange(code)}
      data={[...CURRENCY_CODES]}
    />
  );
  return (
    <form
      aria-label={t('rates.add')}
      className={styles['newRateForm']}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={getHotkeyHandler([['mod+Enter', () => void save()]])}
      data-testid="rate-form"
    >
      <div className={styles['newRate']}>
        {currency(t('rates.from'), base, setBase)}
        {currency(t('rates.into'), quote, setQuote)}
        <TextInput
          label={t('rates.rateOf', [base, quote])}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
          error={problem === null ? null : <span role="alert">{problem}</span>}
          inputMode="decimal"
          autoComplete="off"
          autoFocus
        />
        <TextInput
          type="date"
          label={t('rates.since')}
          value={day}
          onChange={({ currentTarget: { value } }) => setDay(value)}
        />
      </div>
      <div className={styles['actions']}>
        <Button type="submit" loading={busy}>
          {t('settings.saveRate')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
