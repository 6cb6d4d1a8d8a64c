import { useMemo } from 'react';
import type { MarketLook } from '@/lib/domain/market/market-look';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { compareHistories } from '@/lib/queries/compare-products';
import type { ProductPage } from '@/lib/queries/product-page';
import type { SizeHistory } from '@/lib/queries/size-history';
import { useLive } from '../bridge/use-live';
import { MarketChart } from '../ui/charts/market-chart';
import type { TimeSeries } from '../ui/charts/series';
import { Section } from '../ui/screen';
import { SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { priceSeries } from './chart-series';
import type { RangeName } from './market-view';
import { RangeChips, sinceOf } from './size-history-section';

interface CompareChartProps {
  readonly pages: readonly ProductPage[];
  readonly usSize: number;
  readonly look: MarketLook;
  readonly range: RangeName;
  readonly onRange: (range: RangeName) => void;
}

/** The asks of one size of each product over time, on one axis. */
export function CompareChart({ pages, usSize, look, range, onRange }: CompareChartProps) {
  const now = instant(useNow(5 * MINUTE_MS));
  const since = sinceOf(range, now);
  const ids = pages.map(({ product }) => product.catalogId);
  const live = useLive((books) => compareHistories(books, ids, { usSize, look, since }), [ids, usSize, look, since]);
  const histories = live.value;
  const drawn = useMemo(() => (histories === null ? null : asksOf(pages, histories)), [pages, histories]);
  if (drawn === null || histories === null) return <SkeletonRows count={4} />;
  const first = Math.min(now, ...histories.map(({ prices }) => prices[0]?.at ?? now));
  const to = Math.max(now, ...histories.map(({ pricesReadAt }) => pricesReadAt ?? now));
  return (
    <Section title={t('market.compareChart')} action={<RangeChips range={range} onRange={onRange} />}>
      <MarketChart
        title={t('market.compareChartTitle', [String(usSize)])}
        lines={drawn.lines}
        dots={{ label: t('market.soldFor'), points: [] }}
        marks={[]}
        gaps={{ label: '', stretches: [] }}
        unit={drawn.unit}
        range={{ from: since ?? first, to }}
        empty={t('market.noHistory')}
      />
    </Section>
  );
}

/** Amounts of another currency than the first product's have no place on its axis. */
function asksOf(pages: readonly ProductPage[], histories: readonly SizeHistory[]) {
  const each = histories.map(priceSeries);
  const unit = each.find(({ series }) => series[0]?.points.length)?.unit ?? 'USD';
  const names = pages.map(({ product }) => product.name);
  const lines = pages.map(({ product }, nth): TimeSeries => ({
    id: product.catalogId,
    label: names.indexOf(product.name) === names.lastIndexOf(product.name) ? product.name : nameWithCode(product),
    points: each[nth]?.unit === unit ? (each[nth]?.series[0]?.points ?? []) : [],
  }));
  return { unit, lines };
}

/** Two shoes of one name are told apart by their codes. */
function nameWithCode({ name, styleCode, rawSku }: ProductPage['product']): string {
  return `${name} (${styleCode ?? rawSku})`;
}
