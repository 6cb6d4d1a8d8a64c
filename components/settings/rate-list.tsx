import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { RatesPage } from '@/lib/queries/rates-page';
import { countText, rateText } from '../ui/format';
import { t } from '../ui/text';
import { AddRate } from './add-rate';
import { fillInRates } from './ecb-commands';
import { removeRate } from './rate-commands';
import { rateDayText } from './rate-day';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

interface RateListProps {
  readonly page: RatesPage;
  /** The seller's currency, and the one of their taxes where that is another. */
  readonly currency: CurrencyCode;
  readonly taxCurrency: CurrencyCode | null;
  readonly onMore: () => void;
}

/** Every rate that is kept, with its source and day, and rows that still lack one. */
export function RateList({ page: { rates, total, lacking }, currency, taxCurrency, onMore }: RateListProps) {
  const [busy, setBusy] = useState(false);
  const [adding, setAdding] = useState(false);
  const count = lacking.sales + lacking.expenses;
  const fill = async () => {
    setBusy(true);
    await fillInRates();
    setBusy(false);
  };
  return (
    <SubPart title={t('rates.list')} text={t('rates.listText')}>
      {count === 0 ? null : (
        <div className={styles['actions']}>
          <span>{t('rates.lacking', count, [countText(count)])}</span>
          <Button variant="default" loading={busy} disabled={total === 0} onClick={() => void fill()}>
            {t('rates.fillIn')}
          </Button>
        </div>
      )}
      {adding ? (
        <AddRate {...joined(currency, taxCurrency)} onClose={() => setAdding(false)} />
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => setAdding(true)}
          data-testid="add-rate"
        >
          {t('rates.add')}
        </Button>
      )}
      {total === 0 ? (
        <p className={styles['quiet']}>{t('rates.none')}</p>
      ) : (
        <table className={styles['rates']}>
          <thead>
            <tr>
              <th scope="col">{t('rates.day')}</th>
              <th scope="col">{t('rates.rateAndSource')}</th>
              <th scope="col">
                <span className="archvd-hidden">{t('rates.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.map((rate) => (
              <tr key={`${rate.base}${rate.quote}${rate.asOf}`}>
                <td className="archvd-figure">{rateDayText(rate)}</td>
                <td>
                  <span className="archvd-figure">{rateText(rate)}</span>{' '}
                  <span className={styles['quiet']}>
                    {rate.source === 'you' ? t('settings.rateYours') : rate.source}
                  </span>
                </td>
                <td>
                  {rate.source === 'you' ? (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t('rates.remove', [rateText(rate), rateDayText(rate)])}
                      onClick={() => void removeRate(rate)}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rates.length < total ? (
        <Button variant="subtle" onClick={onMore}>
          {t('rates.more', [countText(total - rates.length)])}
        </Button>
      ) : null}
    </SubPart>
  );
}

/** alias trades in dollars: the rate that is most likely missing joins them with the currency of the seller or of the taxes. */
function joined(currency: CurrencyCode, taxCurrency: CurrencyCode | null) {
  const quote = currency === 'USD' ? (taxCurrency ?? 'USD') : currency;
  return quote === 'USD' ? { base: 'EUR' as const, quote } : { base: 'USD' as const, quote };
}
