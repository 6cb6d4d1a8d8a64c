import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import { money } from '@/lib/domain/money/money';
import type { PnlGroup } from '@/lib/queries/pnl-page';
import { moneyText, monthText } from '../ui/format';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import styles from './pnl.module.css';

/** Profit month by month, titled with its answer; the table below says the same to a screen reader. */
export function MonthChart({ months }: { readonly months: readonly PnlGroup[] }) {
  const known = months.filter(({ totals }) => totals.complete.sales > 0);
  const best = known.toSorted((a, b) => b.totals.complete.profit.minor - a.totals.complete.profit.minor)[0];
  const currency = months[0]?.totals.complete.profit.currency;
  if (best === undefined || currency === undefined) return null;
  const unit = minorPerUnit(currency);
  const text = (value: number) => moneyText(money(Math.round(value * unit), currency), { cents: 'none' });
  const title = t('pnl.chartUp', [
    monthText(best.key),
    moneyText(best.totals.complete.profit, { sign: 'always', cents: 'none' }),
  ]);
  return (
    <Section title={title}>
      <div role="img" aria-label={t('pnl.chartTitle')} className={styles['chart']}>
        <BarChart
          h={200}
          data={known.map(({ key, totals }) => ({
            month: monthText(key),
            profit: totals.complete.profit.minor / unit,
          }))}
          dataKey="month"
          series={[{ name: 'profit', label: t('pnl.profit'), color: 'indigo.5' }]}
          valueFormatter={text}
          gridAxis="x"
          tickLine="none"
          barProps={{ isAnimationActive: false, radius: 3 }}
          maxBarWidth={36}
          withLegend={false}
        />
      </div>
    </Section>
  );
}
