import { Button, TextInput } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { KnownRate } from '@/lib/queries/known-rates';
import { countText, rateText } from '../ui/format';
import { t } from '../ui/text';
import { parseRate } from './parse-rate';
import { keepRate } from './rate-commands';
import { rateDayText } from './rate-day';
import styles from './settings.module.css';

export interface RateFormProps {
  readonly known: KnownRate;
  readonly quote: CurrencyCode;
}

/** One rate into the seller's own currency: what is in force, whose it is and since when, and a field to set another. */
export function RateForm({ known, quote }: RateFormProps) {
  const base = known.currency;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const rateE8 = parseRate(text);
    if (rateE8 === null) return setProblem(t('settings.rateProblem'));
    setBusy(true);
    const refused = await keepRate({ base, quote, rateE8 });
    setBusy(false);
    setProblem(refused);
    if (refused === null) setText('');
  };
  return (
    <form
      className={styles['rate']}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={getHotkeyHandler([['mod+Enter', () => void save()]])}
    >
      <TextInput
        label={t('settings.rate', [base, quote])}
        description={<InForce known={known} quote={quote} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={problem === null ? null : <span role="alert">{problem}</span>}
        inputMode="decimal"
        leftSection={<span className="archvd-figure">{`1 ${base} =`}</span>}
        leftSectionWidth={72}
        rightSection={quote}
        rightSectionWidth={52}
        autoComplete="off"
      />
      <Button type="submit" variant="default" loading={busy}>
        {t('settings.saveRate')}
      </Button>
    </form>
  );
}

function InForce({ known: { rate, pairs, currency }, quote }: RateFormProps) {
  if (rate !== null) {
    const whose = rate.source === 'you' ? t('settings.rateYours') : rate.source;
    return (
      <span data-testid="rate-in-force">{t('settings.rateInForce', [rateText(rate), whose, rateDayText(rate)])}</span>
    );
  }
  return (
    <span style={{ color: 'var(--archvd-needs-you)' }}>
      {pairs === 0
        ? t('settings.rateNoneSales', [currency, quote])
        : t('settings.rateNoneCosts', pairs, [countText(pairs), currency, quote])}
    </span>
  );
}
