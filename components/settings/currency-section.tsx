import { Select } from '@mantine/core';
import { CURRENCY_CODES, isCurrencyCode } from '@/lib/domain/money/currency';
import { instant } from '@/lib/domain/time/instant';
import { knownRates } from '@/lib/queries/known-rates';
import type { Valuation } from '@/lib/queries/valuation';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { useValuation } from '../bridge/use-valuation';
import { t } from '../ui/text';
import { Part } from './part';
import { RateForm } from './rate-form';
import styles from './settings.module.css';

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });

/** alias trades in dollars; the seller may think and buy in other currencies, at rates the seller names. */
export function CurrencySection({ title }: { readonly title: string }) {
  const [currency, setCurrency] = useSetting('displayCurrency');
  const valuation = useValuation();
  return (
    <Part id="currency" title={title} text={t('settings.currencyText')}>
      {currency === null ? null : (
        <div className={styles['form']}>
          <Select
            label={t('settings.displayCurrency')}
            data={CURRENCY_CODES.map((code) => ({ value: code, label: `${code} · ${currencyNames.of(code) ?? code}` }))}
            value={currency}
            onChange={(value) => value !== null && isCurrencyCode(value) && setCurrency(value)}
            allowDeselect={false}
            searchable
          />
          {valuation === null ? null : <Rates valuation={valuation} />}
        </div>
      )}
    </Part>
  );
}

function Rates({ valuation }: { readonly valuation: Valuation }) {
  const { currency } = valuation;
  // A rate set a moment ago is in force a moment ago: asked as of the present, not of the page's paced clock.
  const live = useLive((books) => knownRates(books, 'USD', { currency, now: instant(Date.now()) }), [currency]);
  if (live.state !== 'ready' || live.value.length === 0) return null;
  return (
    <>
      {live.value.map((known) => (
        <RateForm key={`${known.currency}/${currency}`} known={known} quote={currency} />
      ))}
      <p className={styles['quiet']}>{t('settings.rateHint')}</p>
    </>
  );
}
