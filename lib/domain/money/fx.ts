import type { Instant } from '../time/instant';
import type { CurrencyCode } from './currency';

/**
 * How many units of `quote` one unit of `base` buys, as an integer of 10^-8 so that a stored rate gives the same
 * minor units for ever.
 *
 * @example `{ base: 'USD', quote: 'GBP', rateE8: 79_120_000, … }` means $1 = £0.7912
 */
export interface FxRate {
  readonly base: CurrencyCode;
  readonly quote: CurrencyCode;
  readonly rateE8: number;
  readonly asOf: Instant;
  readonly source: string;
}
