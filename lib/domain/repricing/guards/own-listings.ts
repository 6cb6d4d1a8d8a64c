import { MINUTE_MS } from '../../time/instant';
import type { Money } from '../../money/money';
import type { DecisionInput, TrailLine } from '../decision';
import type { PoolAsk } from '../market-view';
import { line } from '../trail';
import { lower } from '../whole-price';

/**
 * What the asks are to this listing once its owner's are told from others'.
 *
 * - `follow`: somebody else asks as much as the seller's lowest own ask or less;
 * - `climb`: nobody known asks less than the seller, and the next ask known is above that;
 * - `own`: the lowest ask is the seller's, and no other is known;
 * - `ignored`: the only asks are not believed;
 * - `alone`: nobody asks.
 */
export type Competition =
  | { readonly standing: 'follow' | 'climb'; readonly ask: Money }
  | { readonly standing: 'own' | 'ignored' | 'alone'; readonly ask: null };

/**
 * Whom there is to compete with. The API names no seller: an ask that equals one of ours (of the same pool, where
 * consigned and other pairs are told apart) is ours until proven otherwise, and so is one above our lowest, since ours
 * cannot be missing from the market. A price we left within the hour may still be shown, and counts as ours too.
 *
 * @param asks those that are believed
 * @param ignored whether another was not
 * @example own asks $150 and $160, lowest ask $150: `own`; lowest ask $140: `follow` $140; consigned $150 (ours) and
 * with-you $165 (we have none there): `climb` $165
 */
export function competitionOf(input: DecisionInput, asks: readonly PoolAsk[], ignored: boolean): Competition {
  if (asks.length === 0) return { standing: ignored ? 'ignored' : 'alone', ask: null };
  let competing: Money | null = null;
  for (const { consigned, price } of asks) {
    if (isOwnPrice(input, consigned, price)) continue;
    competing = competing === null ? price : lower(competing, price);
  }
  if (competing === null) return { standing: 'own', ask: null };
  return { standing: competing.minor <= lowestOwn(input) ? 'follow' : 'climb', ask: competing };
}

export function ownListingsLine(input: DecisionInput, { standing, ask }: Competition): TrailLine {
  const noted = standing === 'own' || standing === 'climb';
  return line('own-listings', noted ? 'noted' : 'passed', null, {
    standing,
    ownListings: Math.max(1, input.own.length),
    lowestOwnMinor: lowestOwn(input),
    competingAskMinor: ask?.minor ?? null,
  });
}

/** Whether an ask is the price of an own listing, or one that an own listing had until just now. */
export function isOwnPrice(input: DecisionInput, consigned: boolean | null, price: Money): boolean {
  const { listing, now } = input;
  const inPool = consigned === null || consigned === listing.consigned;
  if (inPool && listing.price.minor === price.minor) return true;
  if (isAmong(input.own, consigned, price)) return true;
  if (!inPool || listing.moves.length === 0) return false;
  return listing.moves.some(({ at, from }) => from.minor === price.minor && now - at < SHOWN_STILL_MS);
}

function isAmong(own: DecisionInput['own'], consigned: boolean | null, price: Money): boolean {
  if (own.length <= FEW) {
    return own.some((each) => each.price.minor === price.minor && (consigned === null || each.consigned === consigned));
  }
  const { prices } = ownAsksOf(own);
  if (consigned !== false && prices.has(keyOf(true, price))) return true;
  return consigned !== true && prices.has(keyOf(false, price));
}

/** So many are sooner looked through than looked up. */
const FEW = 8;

const SHOWN_STILL_MS = 60 * MINUTE_MS;

interface OwnAsks {
  readonly lowest: number;
  /** As `keyOf` tells them apart: one set is quicker to make than two. */
  readonly prices: ReadonlySet<number>;
}

/** A price of a consigned pair is even, one of a pair with its seller is odd. */
function keyOf(consigned: boolean, price: Money): number {
  return price.minor * 2 + (consigned ? 0 : 1);
}

/** Thousands of listings of one variant share one list. */
const read = new WeakMap<DecisionInput['own'], OwnAsks>();

function ownAsksOf(own: DecisionInput['own']): OwnAsks {
  let asks = read.get(own);
  if (asks === undefined) {
    const prices = new Set<number>();
    let lowest = Number.POSITIVE_INFINITY;
    for (const { price, consigned } of own) {
      prices.add(keyOf(consigned, price));
      lowest = Math.min(lowest, price.minor);
    }
    asks = { lowest, prices };
    read.set(own, asks);
  }
  return asks;
}

function lowestOwn({ own, listing }: DecisionInput): number {
  let lowest: number = listing.price.minor;
  if (own.length > FEW) return Math.min(ownAsksOf(own).lowest, lowest);
  for (const { price } of own) lowest = Math.min(lowest, price.minor);
  return lowest;
}
