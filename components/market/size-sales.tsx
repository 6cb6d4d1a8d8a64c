import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Instant } from '@/lib/domain/time/instant';
import type { SizeHistory } from '@/lib/queries/size-history';
import { Age } from '../ui/age-text';
import { whenText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import { salesTitle } from './chart-titles';
import styles from './market.module.css';
import sizeStyles from './size.module.css';
import type { Refresh } from './use-refresh';
import { WeeklyVolume } from './weekly-volume';

interface SizeSalesProps {
  readonly history: SizeHistory;
  readonly since: Instant | null;
  readonly now: Instant;
  readonly refresh: Refresh;
}

/** Sales listed before the rest is unfolded, and at all. */
const SHOWN = 5;
const MOST = 100;

/** What the size was sold for: week by week, and the newest one by one. */
export function SizeSales({ history, since, now, refresh }: SizeSalesProps) {
  const { salesReadAt } = history;
  const [all, setAll] = useState(false);
  const sales = history.sales.slice(0, MOST);
  if (sales.length === 0) {
    return (
      <div className={sizeStyles['noSales']}>
        <span>{salesReadAt === null ? t('market.salesUnread') : t('market.noSales')}</span>
        {salesReadAt === null && refresh.connected === true ? (
          <Button variant="default" size="compact-sm" onClick={refresh.refresh} loading={refresh.busy}>
            {t('market.readSales')}
          </Button>
        ) : null}
      </div>
    );
  }
  const explain = { source: t('market.salesSource'), at: salesReadAt, note: t('market.salesNote') };
  return (
    <div className={sizeStyles['part']}>
      {salesReadAt === null ? null : <WeeklyVolume history={history} readAt={salesReadAt} since={since} />}
      <h3 className={sizeStyles['salesTitle']}>{salesTitle(sales)}</h3>
      <ul className={sizeStyles['sales']} aria-label={t('market.recentSales')}>
        {(all ? sales : sales.slice(0, SHOWN)).map((sale) => (
          <li key={sale.id}>
            <span>{whenText(sale.purchasedAt, now)}</span>
            {sale.consigned === true ? <span className={styles['quiet']}>{t('market.consigned')}</span> : null}
            <MoneyFigure amount={sale.price} explain={explain} />
          </li>
        ))}
      </ul>
      <div className={sizeStyles['salesFoot']}>
        {salesReadAt === null ? null : (
          <span>
            {t('market.salesRead')} <Age at={salesReadAt} />
          </span>
        )}
        {sales.length > SHOWN ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? t('market.fewer') : t('market.allSales', [String(sales.length)])}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
