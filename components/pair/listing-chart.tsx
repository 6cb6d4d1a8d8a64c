import { Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import type { Listing } from '@/lib/domain/listings/listing';
import { listingChart } from '@/lib/queries/listing-chart';
import { useLive } from '../bridge/use-live';
import { useRegion } from '../bridge/use-region';
import { BandChart } from '../ui/charts/band-chart';
import { ErrorState } from '../ui/states';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import styles from './pair.module.css';

interface ListingChartProps {
  readonly listing: Listing;
  /** The answer: where the own ask stands. */
  readonly title: string;
}

const HEIGHT = 220;

/** A listing's own price between floor and ceiling, against asks, offers and sales of its size. */
export function ListingPriceChart({ listing, title }: ListingChartProps) {
  const now = useNow(5 * MINUTE_MS);
  const regionId = useRegion();
  const live = useLive(
    async (books) => (regionId === undefined ? null : listingChart(books, listing.id, { now: instant(now), regionId })),
    [listing.id, String(regionId), now],
  );
  const chart = live.value;
  const series = useMemo(
    () => ({
      lines: [
        { id: 'own', label: t('pair.ownLine'), points: chart?.own ?? [] },
        { id: 'ask', label: t('pair.askLine'), points: chart?.asks ?? [] },
        { id: 'offer', label: t('pair.offerLine'), points: chart?.offers ?? [] },
      ],
      band: {
        label: t('listingChart.band'),
        low: t('runs.floor'),
        high: t('runs.ceiling'),
        points: chart?.band ?? [],
      },
      dots: { label: t('listingChart.sales'), points: chart?.sales ?? [] },
    }),
    [chart],
  );
  return (
    <section className={styles['section']} data-testid="listing-chart">
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state !== 'failed' && chart === null ? <Skeleton height={HEIGHT} radius={8} /> : null}
      {chart === null ? null : (
        <BandChart
          title={title}
          {...series}
          unit={chart.currency}
          empty={t('pair.chartEmpty')}
          height={HEIGHT}
          to={Math.max(now, ...chart.own.map(({ at }) => at), ...chart.asks.map(({ at }) => at))}
        />
      )}
    </section>
  );
}
