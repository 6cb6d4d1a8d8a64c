import { useMemo } from 'react';
import type { Today } from '@/lib/queries/today';
import { LeftOut } from '../bridge/left-out';
import { leftOut, TotalProfit } from '../bridge/total-figure';
import { BarChart } from '../ui/charts/bar-chart';
import { moneyText } from '../ui/format';
import { Section } from '../ui/screen';
import { Stat, StatRow } from '../ui/stat';
import { t } from '../ui/text';
import styles from './today.module.css';

/** Profit of today, 7 and 30 days, and of each of those days. */
export function Profit({ profit, series }: Pick<Today, 'profit' | 'series'>) {
  const { days30 } = profit;
  const bars = useMemo(
    () => series.map(({ from, profit: { minor } }) => ({ id: String(from), label: dayText(from), value: minor })),
    [series],
  );
  return (
    <Section title={t('today.profit')}>
      <StatRow>
        <Stat label={t('today.today')} size="lg">
          <TotalProfit totals={profit.today} size={18} />
        </Stat>
        <Stat label={t('today.days7')} size="lg">
          <TotalProfit totals={profit.days7} size={18} />
        </Stat>
        <Stat
          label={t('today.days30')}
          size="lg"
          data={{
            'data-testid': 'profit-30d',
            'data-profit30d-minor': String(days30.complete.profit.minor),
            'data-currency': days30.complete.profit.currency,
          }}
        >
          <TotalProfit totals={days30} size={18} />
        </Stat>
      </StatRow>
      {leftOut(days30) === '' ? null : (
        <p className={styles['note']}>
          <LeftOut totals={days30} />
        </p>
      )}
      {days30.complete.sales === 0 ? null : (
        <div className={styles['chart']}>
          <BarChart
            title={t('today.chartTitle', [moneyText(days30.complete.profit, { sign: 'always', cents: 'none' })])}
            measure={t('today.chartMeasure')}
            bars={bars}
            unit={days30.complete.profit.currency}
            tone="profit"
            height={140}
            empty=""
          />
        </div>
      )}
    </Section>
  );
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

function dayText(at: number): string {
  return day.format(at);
}
