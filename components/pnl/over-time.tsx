import { useMemo } from 'react';
import type { PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import type { PnlPage } from '@/lib/queries/pnl-page';
import type { TimeStepName } from '@/lib/queries/time-steps';
import { BarChart } from '../ui/charts/bar-chart';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './pnl.module.css';

interface OverTimeProps {
  readonly series: PnlPage['series'];
  readonly totals: PnlTotals;
}

/** Profit by day, week or month, titled with its answer. */
export function OverTime({ series, totals }: OverTimeProps) {
  const bars = useMemo(
    () =>
      series.points.map(({ period, totals: { complete } }) => ({
        id: String(period.from),
        label: FORMATS[series.step].format(period.from),
        value: complete.profit.minor,
      })),
    [series],
  );
  const best = series.points
    .filter((point) => point.totals.complete.sales > 0)
    .toSorted((a, b) => b.totals.complete.profit.minor - a.totals.complete.profit.minor)[0];
  const whole = (amount: typeof totals.complete.profit) => moneyText(amount, { sign: 'always', cents: 'none' });
  const profit = whole(totals.complete.profit);
  return (
    <div className={styles['chart']}>
      <BarChart
        title={
          best === undefined || series.points.length < 2
            ? t('pnl.overTimeFlat', [profit])
            : t('pnl.overTime', [
                profit,
                FORMATS[series.step].format(best.period.from),
                whole(best.totals.complete.profit),
              ])
        }
        measure={t('pnl.chartTitle')}
        bars={best === undefined ? [] : bars}
        unit={totals.complete.profit.currency}
        empty={t('pnl.empty')}
        tone="profit"
      />
    </div>
  );
}

const FORMATS: Record<TimeStepName, Intl.DateTimeFormat> = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }),
  week: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit' }),
};
