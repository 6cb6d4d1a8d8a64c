import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RatesPage } from '@/lib/queries/rates-page';
import { countText, rateText } from '../ui/format';
import { t } from '../ui/text';
import { fillInRates } from './ecb-commands';
import { rateDayText } from './rate-day';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

interface RateListProps {
  readonly page: RatesPage;
  readonly onMore: () => void;
}

/** Every rate that is kept, with its source and day, and rows that still lack one. */
export function RateList({ page: { rates, total, lacking }, onMore }: RateListProps) {
  const [busy, setBusy] = useState(false);
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
      {total === 0 ? (
        <p className={styles['quiet']}>{t('rates.none')}</p>
      ) : (
        <table className={styles['rates']}>
          <thead>
            <tr>
              <th scope="col">{t('rates.day')}</th>
              <th scope="col">{t('rates.rateAndSource')}</th>
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
