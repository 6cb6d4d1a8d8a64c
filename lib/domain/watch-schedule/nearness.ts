import type { AlertTrigger } from '../alerts/alert';
import { BASIS_POINTS } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { inCurrency, type FxRate } from '../money/fx';
import type { Money } from '../money/money';

/** What a size is traded at, as it was read last; null: nobody asks, offers or bought, or it was never read. */
export interface SeenFigures {
  readonly lowestAsk: Money | null;
  readonly highestOffer: Money | null;
  readonly lastSale: Money | null;
}

/** The rate that joins two currencies, whichever way round; null when none is known. */
export type RateOf = (a: CurrencyCode, b: CurrencyCode) => FxRate | null;

/** Farther away than this, in basis points of the threshold, is not near. */
const NEAR = 500;

/**
 * How far a size is from what an alert waits for, in basis points of its price; null: not near, already there, or the
 * alert waits for something else than a price.
 *
 * @example an ask of $103 with an alert at $100: 300; at $106 or $99: null
 */
export function nearness(trigger: AlertTrigger, figures: SeenFigures, rateOf: RateOf): number | null {
  switch (trigger.kind) {
    case 'ask-at-or-below':
      return distance(figures.lowestAsk, trigger.price, 1, rateOf);
    case 'sold-at-or-below':
      return distance(figures.lastSale, trigger.price, 1, rateOf);
    case 'offer-at-or-above':
      return distance(figures.highestOffer, trigger.price, -1, rateOf);
    default:
      return null;
  }
}

function distance(seen: Money | null, price: Money, direction: 1 | -1, rateOf: RateOf): number | null {
  if (seen === null || price.minor <= 0) return null;
  const rate = seen.currency === price.currency ? null : rateOf(seen.currency, price.currency);
  const here = inCurrency(seen, price.currency, rate, 'half-even');
  if (here === null) return null;
  const away = ((here.minor - price.minor) * direction * BASIS_POINTS) / price.minor;
  return away > 0 && away <= NEAR ? Math.ceil(away) : null;
}
