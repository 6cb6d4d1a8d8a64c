import { useMemo } from 'react';
import { isLive } from '@/lib/domain/listings/listing-state';
import { money } from '@/lib/domain/money/money';
import { DAY_MS } from '@/lib/domain/time/instant';
import type { PairStory } from '@/lib/queries/pair-story';
import { TimeChart } from '../ui/charts/time-chart';
import { ageText } from '../ui/age-text';
import { moneyText, percentText } from '../ui/format';
import { t } from '../ui/text';
import { ListingPriceChart } from './listing-chart';
import { marketLine, moveOf, ownLine } from './price-lines';
import styles from './pair.module.css';

/** What a pair's size was asked and bid; of one that is listed its own price too, and what rules may do with it. */
export function PriceChart({ story }: { readonly story: PairStory }) {
  const currency =
    story.listing?.price.currency ??
    story.priceHistory.find(({ lowestAsk }) => lowestAsk !== null)?.lowestAsk?.currency ??
    'USD';
  const series = useMemo(() => {
    const lines = [
      { id: 'own', label: t('pair.ownLine'), points: ownLine(story) },
      { id: 'ask', label: t('pair.askLine'), points: marketLine(story, 'lowestAsk', currency) },
      { id: 'offer', label: t('pair.offerLine'), points: marketLine(story, 'highestOffer', currency) },
    ];
    return lines.filter(({ points }) => points.some(({ value }) => value !== null));
  }, [story, currency]);
  const asks = series.find(({ id }) => id === 'ask')?.points ?? [];
  if (story.listing !== null) return <ListingPriceChart listing={story.listing} title={titleOf(story, asks)} />;
  if (moveOf(asks) === null) return null;
  return (
    <section className={styles['section']}>
      <TimeChart
        title={titleOf(story, asks)}
        series={series}
        unit={currency}
        empty={t('pair.chartEmpty')}
        shape="step"
        height={180}
      />
    </section>
  );
}

/** The answer: where the own ask stands, or where the market went. */
function titleOf({ listing, market }: PairStory, asks: Parameters<typeof moveOf>[0]): string {
  const lowest = market.lowestAsk;
  if (listing !== null && isLive(listing) && lowest !== null && lowest.currency === listing.price.currency) {
    const over = listing.price.minor - lowest.minor;
    if (over === 0) return t('pair.chartLowest');
    const by = moneyText(money(Math.abs(over), lowest.currency));
    return over > 0 ? t('pair.chartAbove', [by]) : t('pair.chartBelow', [by]);
  }
  const move = moveOf(asks);
  if (move === null) return t('pair.askLine');
  const time = ageText(Math.max(move.ms, DAY_MS / 24));
  if (move.by === 0) return t('pair.chartSteady', [time]);
  const share = percentText(Math.abs(move.by) / move.from);
  return move.by < 0 ? t('pair.chartFell', [share, time]) : t('pair.chartRose', [share, time]);
}
