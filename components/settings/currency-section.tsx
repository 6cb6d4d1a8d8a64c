import { Select } from '@mantine/core';
import { useState } from 'react';
import { CURRENCY_CODES, isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { taxCurrency } from '@/lib/domain/tax/tax-country';
import { knownRates } from '@/lib/queries/known-rates';
import { ratesPage } from '@/lib/queries/rates-page';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { t } from '../ui/text';
import { EcbPart } from './ecb-part';
import { Part } from './part';
import { RateForm } from './rate-form';
import { RateList } from './rate-list';
import styles from './settings.module.css';
import { useChangedSetting } from './use-changed-setting';

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });

/** alias trades in dollars; the seller may think and buy in other currencies, at rates the seller names. */
export function CurrencySection({ title }: { readonly title: string }) {
  const [currency, setCurrency] = useChangedSetting('displayCurrency');
  return (
    <Part id="currency" title={title} text={t('settings.currencyText')}>
      {currency === null ? null : (
        <div className={styles['form']}>
          <Select
            label={t('settings.displayCurrency')}
            data={CURRENCY_CODES.map((code) => ({ value: code, label: `${code} · ${currencyNames.of(code) ?? code}` }))}
            value={currency}
            onChange={(value) =>
              value !== null && isCurrencyCode(value) && setCurrency(value, t('settings.displayCurrency'))
            }
            allowDeselect={false}
            searchable
          />
          <Rates currency={currency} />
        </div>
      )}
      {currency === null ? null : <Kept currency={currency} />}
    </Part>
  );
}

function Rates({ currency }: { readonly currency: CurrencyCode }) {
  const live = useLive((books) => knownRates(books, 'USD', { currency }), [currency]);
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

const FIRST = 20;
const MORE = 100;

/** Where rates come from besides the person's own word, and all that are kept. */
function Kept({ currency }: { readonly currency: CurrencyCode }) {
  const [limit, setLimit] = useState(FIRST);
  const live = useLive((books) => ratesPage(books, currency, limit), [currency, limit]);
  const [tax] = useSetting('taxProfile');
  const country = tax?.country ?? null;
  return (
    <>
      <EcbPart at={live.value?.ecbAt ?? null} />
      {live.value === null ? null : (
        <RateList
          page={live.value}
          currency={currency}
          taxCurrency={country === null ? null : taxCurrency(country)}
          onMore={() => setLimit(limit + MORE)}
        />
      )}
    </>
  );
}
