import { withMinimums, type Floor } from '../fees/floor-price';
import type { Money } from '../money/money';
import type { DecisionInput } from './decision';
import type { CeilingPolicy, FloorPolicy } from './rule';
import { targetFloor } from './target-floor';
import { lower, share, wholePrice } from './whole-price';

export type KnownFloor = Extract<Floor, { kind: 'known' }>;

/** Whose maximum it is. */
export type BoundKind = 'rule' | 'pair-maximum';

/**
 * The lowest price a rule may ask for a listing: what its target needs, or the highest of the rule's, the pair's and
 * the catalogue's minimum where that is more.
 *
 * @example cost $100, US prepaid, rating 90, 15 % ROI: $137; with a minimum of $150 of the pair: $150
 */
export function floorFor({ basis, listing }: Pick<DecisionInput, 'basis' | 'listing'>, policy: FloorPolicy): Floor {
  const { fx } = basis;
  const { minimum, catalogueMinimum } = listing;
  let floor = targetFloor(basis, policy.target);
  if (mayRaise(floor, policy.ownMinimum) || mayRaise(floor, catalogueMinimum)) {
    floor = withMinimums(floor, { ownMinimum: policy.ownMinimum, catalogueMinimum, fx });
  }
  return mayRaise(floor, minimum) ? withMinimums(floor, { ownMinimum: minimum, catalogueMinimum: null, fx }) : floor;
}

/** Whether a minimum is worth a closer look: most lie well below what the target needs. */
function mayRaise(floor: Floor, minimum: Money | null): boolean {
  if (minimum === null || floor.kind === 'unknown') return false;
  return minimum.currency !== floor.floor.currency || !(minimum.minor <= floor.floor.minor);
}

/** What a ceiling may be measured by, as far as it is known. */
export interface CeilingReferences {
  readonly floor: Money;
  readonly lastSale: Money | null;
  readonly medianSale: Money | null;
  /** An ask of somebody else: measured by an own ask, a ceiling would rise with the price it bounds. */
  readonly competingAsk: Money | null;
}

export interface Ceiling {
  readonly ceiling: Money;
  readonly decidedBy: BoundKind;
  /** What a share was taken of; null for a plain amount. */
  readonly reference: Money | null;
}

/**
 * The highest price that may be asked: the lower one of the rule's ceiling and the pair's maximum, rounded down.
 *
 * @returns null when the rule's ceiling cannot be told: a maximum of the pair does not stand in for it
 * @example 125 % of a last sale of $162 is $202.50, hence $202; with a maximum of $190 of the pair it is $190
 */
export function ceilingFor(
  policy: CeilingPolicy,
  maximum: Money | null,
  references: CeilingReferences,
): Ceiling | null {
  const reference = policy.kind === 'amount' ? null : referenceOf(policy, references);
  if (policy.kind !== 'amount' && reference === null) return null;
  const stated =
    policy.kind === 'amount' ? policy.amount : share(reference ?? references.floor, policy.basisPoints, 'down');
  if (maximum === null) return { ceiling: wholePrice(stated, 'down'), decidedBy: 'rule', reference };
  const decidedBy = maximum.minor < stated.minor ? 'pair-maximum' : 'rule';
  return { ceiling: wholePrice(lower(stated, maximum), 'down'), decidedBy, reference };
}

function referenceOf(policy: Exclude<CeilingPolicy, { kind: 'amount' }>, references: CeilingReferences): Money | null {
  if (policy.kind === 'floor') return references.floor;
  switch (policy.of) {
    case 'last-sale':
      return references.lastSale;
    case 'median-sale':
      return references.medianSale;
    case 'lowest-ask':
      return references.competingAsk;
  }
}
