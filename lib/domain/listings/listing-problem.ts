import type { Money } from '../money/money';

/** Why a pair may not be listed at a price, or not without a word. The screens have words for each. */
export type ListingProblemCode =
  | 'pair-deleted'
  | 'pair-sold'
  | 'pair-away' // returned or written off
  | 'already-live'
  | 'already-off' // listed, but not on sale: to be activated rather than listed again
  | 'being-listed'
  | 'earlier-unclear' // an earlier try may have made a listing: to be tried again, since then it is looked for first
  | 'no-product'
  | 'not-resellable'
  | 'size-not-allowed'
  | 'size-converted'
  | 'condition-unknown'
  | 'packaging-unknown'
  | 'defects-missing'
  | 'defects-unexpected'
  | 'defect-unknown'
  | 'price-missing'
  | 'price-currency'
  | 'price-not-whole'
  | 'price-below-minimum'
  | 'price-above-maximum'
  | 'above-own-maximum'
  | 'cost-unknown'
  | 'floor-unknown'
  | 'below-floor'
  | 'at-offer'
  | 'market-unknown'
  | 'pictures-missing';

/**
 * `block`: it cannot be. `confirm`: only if the person says so, by the word named. `note`: to be known, nothing more.
 */
export type ListingProblem = {
  readonly code: ListingProblemCode;
  /** What the words need: amounts, names, numbers. */
  readonly facts: Readonly<Record<string, Money | string | number | readonly string[]>>;
} & (
  | { readonly severity: 'block' | 'note' }
  | { readonly severity: 'confirm'; readonly confirmedBy: keyof Confirmations }
);

/** What the person saw and wants all the same: a price below a floor (or without one), and a sale at once to an offer. */
export interface Confirmations {
  readonly belowFloor: boolean;
  readonly intoOffer: boolean;
}

/** The problem that keeps it from being done: a block, or something nobody has confirmed; null: nothing does. */
export function stoppingProblem(problems: readonly ListingProblem[], confirmed: Confirmations): ListingProblem | null {
  const blocks = problems.find(({ severity }) => severity === 'block');
  const asks = problems.find((each) => each.severity === 'confirm' && !confirmed[each.confirmedBy]);
  return blocks ?? asks ?? null;
}

export function block(code: ListingProblemCode, facts: ListingProblem['facts'] = {}): ListingProblem {
  return { code, severity: 'block', facts };
}

export function note(code: ListingProblemCode, facts: ListingProblem['facts'] = {}): ListingProblem {
  return { code, severity: 'note', facts };
}

export function confirm(
  code: ListingProblemCode,
  confirmedBy: keyof Confirmations,
  facts: ListingProblem['facts'] = {},
): ListingProblem {
  return { code, severity: 'confirm', confirmedBy, facts };
}
