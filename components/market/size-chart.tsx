import { useMemo } from 'react';
import type { MarketLook } from '@/lib/domain/market/market-look';
import { salesMedian } from '@/lib/domain/market/sales-median';
import type { Instant } from '@/lib/domain/time/instant';
import type { ProductSize } from '@/lib/queries/product-page';
import type { SizeHistory } from '@/lib/queries/size-history';
import { MarketChart } from '../ui/charts/market-chart';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { priceSeries, salesPoints } from './chart-series';
import { gapText, priceTitle } from './chart-titles';
import styles from './size.module.css';

interface SizeChartProps {
  readonly row: ProductSize;
  readonly look: MarketLook;
  readonly history: SizeHistory;
  readonly since: Instant | null;
  readonly now: Instant;
}

/** Asks and offers over time, sales as dots, the median of 30 days and the own price across. */
export function SizeChart({ row, look, history, since, now }: SizeChartProps) {
  const { series, unit } = useMemo(() => priceSeries(history), [history]);
  const dots = useMemo(
    () => ({ label: t('market.soldFor'), points: salesPoints(history.sales, unit) }),
    [history, unit],
  );
  const first = Math.min(...[history.prices[0]?.at, history.sales.at(-1)?.purchasedAt].map((at) => at ?? now), now);
  // What was read a moment ago may be younger than `now`, which moves every few minutes.
  const to = Math.max(now, history.prices.at(-1)?.at ?? now, history.pricesReadAt ?? now);
  const range = useMemo(() => ({ from: since ?? first, to }), [since, first, to]);
  const { median, sales, days } = salesMedian(history.sales, now);
  const own = row.listings
    .filter((one) => one.condition === look.condition && one.packaging === look.packaging)
    .map(({ price }) => price)
    .filter(({ currency }) => currency === unit)
    .toSorted((a, b) => a.minor - b.minor)[0];
  const marks = [
    ...(median === null || median.currency !== unit
      ? []
      : [{ id: 'median', label: t('market.medianOf', [String(days), countText(sales)]), value: median.minor }]),
    ...(own === undefined ? [] : [{ id: 'own', label: t('market.yourPriceNow'), value: own.minor }]),
  ];
  const gaps = {
    label: gapText(history.gaps),
    stretches: history.gaps.map(({ from, until }) => ({ from: from ?? 0, until })),
  };
  return (
    <div className={styles['chart']}>
      <MarketChart
        title={priceTitle(series[0], { from: Math.max(range.from, history.prices[0]?.at ?? range.from), to }, unit)}
        lines={series}
        dots={dots}
        marks={marks}
        gaps={gaps}
        unit={unit}
        range={range}
        empty={t('market.noHistory')}
      />
    </div>
  );
}
