import { DAY_MS, HOUR_MS, instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { ProductPage, ProductSize } from '@/lib/queries/product-page';
import { sizeHistory } from '@/lib/queries/size-history';
import { useLive } from '../bridge/use-live';
import { Chips } from '../ui/chips';
import { Section } from '../ui/screen';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { RANGES, type RangeName } from './market-view';
import { OfferDepth } from './offer-depth';
import { OwnPrices } from './own-prices';
import { SizeChart } from './size-chart';
import { SizeMood } from './size-mood';
import { SizeSales } from './size-sales';
import type { Refresh } from './use-refresh';

const SPANS: Readonly<Record<RangeName, number | null>> = {
  '24h': 24 * HOUR_MS,
  '7d': 7 * DAY_MS,
  '30d': 30 * DAY_MS,
  '90d': 90 * DAY_MS,
  '1y': 365 * DAY_MS,
  all: null,
};

interface SizeHistorySectionProps {
  readonly page: ProductPage;
  readonly row: ProductSize;
  readonly refresh: Refresh;
  readonly range: RangeName;
  readonly onRange: (range: RangeName) => void;
}

/** The chosen size more closely: what it does, what it has cost, and what it was sold for. */
export function SizeHistorySection({ page, row, refresh, range, onRange }: SizeHistorySectionProps) {
  const { product, look } = page;
  const now = useNow(5 * MINUTE_MS);
  const since = sinceOf(range, now);
  const live = useLive(
    (books) =>
      sizeHistory(books, {
        catalogId: product.catalogId,
        usSize: row.size.usValue,
        regionId: look.regionId,
        look,
        since,
      }),
    [product.catalogId, row.size.usValue, look, since],
  );
  const history = live.value;
  return (
    <Section
      title={formatSize({ value: row.size.value, system: product.sizeSystem }, product.sizeRun)}
      action={<RangeChips range={range} onRange={onRange} />}
    >
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state !== 'failed' && history === null ? <SkeletonRows count={5} /> : null}
      {history === null ? null : (
        <>
          <SizeMood row={row} page={page} history={history} now={instant(now)} />
          <SizeChart row={row} look={look} history={history} since={since} now={instant(now)} />
          <OwnPrices row={row} page={page} history={history} now={instant(now)} />
          <OfferDepth history={history} look={look} refresh={refresh} />
          <SizeSales history={history} since={since} now={instant(now)} refresh={refresh} />
        </>
      )}
    </Section>
  );
}

/** When the time shown begins; null: with the first thing known. */
export function sinceOf(range: RangeName, now: number) {
  const span = SPANS[range];
  return span === null ? null : instant(now - span);
}

/** How far back is looked. */
export function RangeChips({ range, onRange }: Pick<SizeHistorySectionProps, 'range' | 'onRange'>) {
  const words: Record<RangeName, string> = {
    '24h': t('market.range24h'),
    '7d': t('market.range7d'),
    '30d': t('market.range30d'),
    '90d': t('market.range90d'),
    '1y': t('market.range1y'),
    all: t('market.allTime'),
  };
  return (
    <Chips
      label={t('market.range')}
      value={range}
      onChange={onRange}
      choices={RANGES.map((value) => ({ value, label: words[value] }))}
    />
  );
}
