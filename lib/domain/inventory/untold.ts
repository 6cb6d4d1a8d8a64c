import type { Pair } from './pair';

/**
 * What a pair says of which nobody has told more than what shoe it is. Spread it first, and what is known after it.
 * A cost that nobody told is unknown, never zero.
 */
export const UNTOLD = {
  cost: null,
  otherCosts: null,
  boughtAt: null,
  supplier: null,
  boughtUrl: null,
  ledgerRef: null,
  tags: [],
  note: '',
  location: null,
  priceMinimum: null,
  priceMaximum: null,
  goatListingId: null,
  soldAt: null,
  tax: null,
  importId: null,
} as const satisfies Partial<Pair>;
