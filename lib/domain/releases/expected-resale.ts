import { middleOf } from '../market/middle';
import { medianPrice } from '../market/sales-median';
import type { Money } from '../money/money';
import { divideRounded } from '../money/rounding';
import { minor } from '../money/money';

/**
 * What a pair is expected to resell for, with what that rests on. `own-sales` and `own-asks`: this pair's own market
 * (before a release: pairs that got out early). `similar`: what pairs like it resell for, as a multiple of their retail
 * price. There is no other ground, and no figure without one.
 */
export type ExpectedResale =
  | { readonly kind: 'own-sales' | 'own-asks'; readonly price: Money; readonly sizes: number }
  | {
      readonly kind: 'similar';
      readonly price: Money;
      readonly pairs: number;
      /** 12,500 is 1.25 times retail. */
      readonly multipleBasisPoints: number;
    }
  | { readonly kind: 'unknown'; readonly reason: 'no-retail' | 'not-enough-data' };

export interface ResaleGround {
  readonly retailPrice: Money | null;
  /** Of its own sizes, new in a good box; null where there is none. */
  readonly own: readonly { readonly lastSale: Money | null; readonly lowestAsk: Money | null }[];
  /** Other pairs of the brand and model that are out, each with the median of its sizes' last sales. */
  readonly similar: readonly { readonly retailPrice: Money; readonly resale: Money }[];
}

/** Fewer figures than this are an accident, not a price. */
const FEWEST = 3;

const WHOLE = 10_000n;

/**
 * Says what a release is expected to resell for, by the best ground there is.
 *
 * @example sales at $120, $130 and $150: $130 by `own-sales`; none, but three pairs like it that resell for 1.0, 1.2 and
 * 1.5 times retail, and a retail price of $150: $180 by `similar`
 */
export function expectedResale({ retailPrice, own, similar }: ResaleGround): ExpectedResale {
  const sales = own.flatMap(({ lastSale }) => (lastSale === null ? [] : [lastSale]));
  const byOwnSales = medianMoney(sales);
  if (byOwnSales !== null) return { kind: 'own-sales', price: byOwnSales, sizes: sales.length };
  const asks = own.flatMap(({ lowestAsk }) => (lowestAsk === null ? [] : [lowestAsk]));
  const byOwnAsks = medianMoney(asks);
  if (byOwnAsks !== null) return { kind: 'own-asks', price: byOwnAsks, sizes: asks.length };
  if (retailPrice === null) return { kind: 'unknown', reason: 'no-retail' };
  const multiples = similar
    .filter((each) => each.retailPrice.currency === each.resale.currency && each.retailPrice.minor > 0)
    .map((each) =>
      Number(divideRounded(BigInt(each.resale.minor) * WHOLE, BigInt(each.retailPrice.minor), 'half-even')),
    );
  const multiple = multiples.length < FEWEST ? null : middleOf(multiples);
  if (multiple === null) return { kind: 'unknown', reason: 'not-enough-data' };
  const price = Number(divideRounded(BigInt(retailPrice.minor) * BigInt(multiple), WHOLE, 'half-even'));
  return {
    kind: 'similar',
    price: { minor: minor(price), currency: retailPrice.currency },
    pairs: multiples.length,
    multipleBasisPoints: multiple,
  };
}

/** The middle amount; null for fewer than three, or for amounts of several currencies, which have no middle. */
export function medianMoney(amounts: readonly Money[]): Money | null {
  const [first] = amounts;
  if (first === undefined || amounts.some(({ currency }) => currency !== first.currency)) return null;
  return amounts.length < FEWEST ? null : medianPrice(amounts);
}
