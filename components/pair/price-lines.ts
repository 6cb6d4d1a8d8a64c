import type { PairStory } from '@/lib/queries/pair-story';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import type { TimePoint } from '../ui/charts/series';

type Facts = Pick<PairStory, 'listing' | 'activity' | 'priceHistory'>;

/** A move of the pair's own ask. */
export interface PriceMove {
  readonly at: number;
  readonly from: Money;
  readonly to: Money;
}

/** Moves of the ask as the sync met them, oldest first; those in another currency than the listing's are left out. */
export function priceMoves({ listing, activity }: Pick<Facts, 'listing' | 'activity'>): readonly PriceMove[] {
  if (listing === null) return [];
  const { currency } = listing.price;
  return activity
    .filter((row) => row.kind === 'listing/price' && row.facts['currency'] === currency)
    .flatMap(({ at, facts: { from, to } }) =>
      typeof from === 'number' && typeof to === 'number'
        ? [{ at, from: money(from, currency), to: money(to, currency) }]
        : [],
    )
    .toSorted((a, b) => a.at - b.at);
}

/** The pair's own ask over time: from its listing on, move by move, until it was gone. */
export function ownLine({ listing, ...rest }: Facts): readonly TimePoint[] {
  if (listing === null) return [];
  const moves = priceMoves({ listing, ...rest });
  const first = { at: listing.listedAt as number, value: moves[0]?.from.minor ?? listing.price.minor };
  const points: TimePoint[] = [first, ...moves.map(({ at, to }) => ({ at, value: to.minor as number }))];
  const gone = listing.deletedAt ?? (listing.status === 'sold' ? listing.changedAt : null);
  return gone === null ? points : [...points, { at: gone, value: null }];
}

/** What the market was at, in one currency: rows in another are left out. */
export function marketLine(
  { priceHistory }: Pick<Facts, 'priceHistory'>,
  figure: 'lowestAsk' | 'highestOffer',
  currency: CurrencyCode,
): readonly TimePoint[] {
  return priceHistory.flatMap((row) => {
    const amount = row[figure];
    return amount !== null && amount.currency !== currency ? [] : [{ at: row.at, value: amount?.minor ?? null }];
  });
}

/** How far the market moved: from the first known value to the last; null with fewer than two. */
export function moveOf(
  points: readonly TimePoint[],
): { readonly by: number; readonly from: number; readonly ms: number } | null {
  const known = points.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at) return null;
  return { by: last.value - first.value, from: first.value, ms: last.at - first.at };
}
