import type { RecentSale } from '@/lib/domain/market/quote';
import type { CallOptions } from '@/lib/marketplaces/contract/call';
import type { Answer, AnswerOrigin, RejectedRecord } from '@/lib/marketplaces/contract/page';
import { ROWS_OF_A_READING, type SalesReading, type SoldVariant } from './keep-recent-sales';
import type { SyncDeps } from './sync-run';

/** The most alias gives, and only when every filter is set. */
const MOST_ROWS = 200;

export interface AskedSales extends SalesReading {
  readonly rejected: readonly RejectedRecord[];
  readonly origins: readonly AnswerOrigin[];
}

/**
 * Asks for a size's recent sales: its last ten with one request or, where the region is known and more are wanted, up to
 * 200 of those held by sellers and 200 consigned ones, with one request each. With a region only sales there of new pairs
 * in a good box are meant, however many are asked for; without one alias's own mixture.
 *
 * @throws MarketError whatever the marketplace refused
 */
export async function askRecentSales(
  { marketplace }: Pick<SyncDeps, 'marketplace'>,
  { catalogId, usSize }: SoldVariant,
  { regionId, isWide }: { readonly regionId: string | null; readonly isWide: boolean },
  options: CallOptions,
): Promise<AskedSales> {
  const size = { catalogId, usSize };
  const plain = regionId === null ? size : ({ ...size, regionId, condition: 'new', packaging: 'good' } as const);
  if (regionId === null || !isWide)
    return joined([await marketplace.getRecentSales(plain, options)], ROWS_OF_A_READING);
  const answers: Answer<readonly RecentSale[]>[] = [];
  for (const consigned of [false, true])
    answers.push(await marketplace.getRecentSales({ ...plain, consigned, limit: MOST_ROWS }, options));
  return joined(answers, MOST_ROWS);
}

/** Of two lists of which one is full, only the stretch both cover is known without a gap; the rest is left out. */
function joined(answers: readonly Answer<readonly RecentSale[]>[], most: number): AskedSales {
  const full = answers.filter(({ value, rejected }) => value.length + rejected.length >= most);
  const reaches = full.map(({ value }) => Math.min(...value.map(({ purchasedAt }) => purchasedAt)));
  const from = Math.max(0, ...reaches.filter(Number.isFinite));
  return {
    value: answers.flatMap(({ value }) => value).filter(({ purchasedAt }) => purchasedAt >= from),
    isFull: full.length > 0,
    isWide: most === MOST_ROWS,
    rejected: answers.flatMap(({ rejected }) => rejected),
    origins: answers.map(({ origin }) => origin),
  };
}
