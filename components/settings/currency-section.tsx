import { Button, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { CURRENCY_CODES, isCurrencyCode } from '@/lib/domain/money/currency';
import { ask } from '../bridge/ask';
import { useSetting } from '../bridge/use-setting';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import { Part } from './part';
import { parseRate } from './parse-rate';
import styles from './settings.module.css';

/** alias trades in dollars; the seller may think in another currency, at a rate the seller names. */
export function CurrencySection({ title }: { readonly title: string }) {
  const [currency, setCurrency] = useSetting('displayCurrency');
  return (
    <Part id="currency" title={title} text={t('settings.currencyText')}>
      {currency === null ? null : (
        <div className={styles['form']}>
          <Select
            label={t('settings.displayCurrency')}
            data={[...CURRENCY_CODES]}
            value={currency}
            onChange={(value) => value !== null && isCurrencyCode(value) && setCurrency(value)}
            allowDeselect={false}
            searchable
          />
          {currency === 'USD' ? null : <RateForm key={currency} quote={currency} />}
        </div>
      )}
    </Part>
  );
}

function RateForm({ quote }: { readonly quote: string }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const rateE8 = parseRate(text);
    if (rateE8 === null) return setProblem(t('settings.rateProblem'));
    const asked = await ask('fx/set-rate', { base: 'USD', quote, rateE8 });
    setProblem(asked.ok ? null : asked.message);
    if (asked.ok) toast(t('settings.rateSaved', [String(rateE8 / 1e8), quote]));
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)}>
      <TextInput
        label={t('settings.rate', [quote])}
        description={t('settings.rateHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={problem}
        inputMode="decimal"
        leftSection="$1 ="
        leftSectionWidth={44}
        rightSection={quote}
        rightSectionWidth={44}
        autoComplete="off"
      />
      <div>
        <Button type="submit" variant="default">
          {t('settings.saveRate')}
        </Button>
      </div>
    </form>
  );
}
