import type { OutboxRow } from '@/lib/db/selling-rows';
import { floorPrice, type ProfitTarget } from '@/lib/domain/fees/floor-price';
import { isGone, isLive } from '@/lib/domain/listings/listing-state';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Money } from '@/lib/domain/money/money';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { ageOf, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import type { PriceFacts } from './price-book';
import { changedElsewhere, ended, type RowChange } from './row-changes';

type Guards = Pick<GuardSettings, 'freshMinutes' | 'decisionMinutes'>;

/** A price that is about to be asked, and what the person said of it. */
interface Asked {
  readonly to: Money;
  readonly intoOffer: boolean;
  readonly belowFloor: boolean;
}

/**
 * The last look before a price leaves, on what the books say at this very moment: the decision may be minutes old, and
 * cost, fees, rates, rules and offers may have moved since. The floor wins over everything.
 *
 * @returns how the write ends instead; null: it may go
 * @example decided $115 on a floor of $112; the cost was corrected since and the floor is $118: it ends as `below-floor`
 */
export function checkPrice(row: OutboxRow, facts: PriceFacts, guards: Guards, now: Instant): RowChange | null {
  const { write } = row;
  if (write.kind === 'listing/create') {
    const { belowFloor, intoOffer, draft } = write;
    if (belowFloor === undefined || intoOffer === undefined) return null;
    return checkPersons({ to: draft.price, belowFloor, intoOffer }, facts);
  }
  if (write.kind === 'listing/activate') return checkOnSale(write, facts);
  if (write.kind !== 'listing/price') return null;
  if (facts.listing !== null && isGone(facts.listing)) return ended('rejected', 'gone');
  return row.by === 'rule' ? checkRules(row, write, facts, guards, now) : checkPersons(write, facts);
}

function checkRules(
  row: OutboxRow,
  write: Asked & { readonly from: Money },
  facts: PriceFacts,
  guards: Guards,
  now: Instant,
): RowChange | null {
  const { listing, rule, pair, market, marketReadAt } = facts;
  const isOld = ageOf(row.createdAt, now) > guards.decisionMinutes * MINUTE_MS;
  // One that a person let go has a moment of its own.
  if (isOld && row.expiresAt === null) return ended('expired', 'too-old');
  if (listing === null) return ended('rejected', 'gone');
  if (!isLive(listing) || !same(listing.price, write.from)) return changedElsewhere(listing);
  // Switched off or deleted since: what it decided is not wanted any more.
  if (rule !== null && (!rule.enabled || rule.deletedAt !== null)) return ended('superseded', 'paused');
  const floor = rule === null ? null : floorOf(facts, rule.settings.floor.target, rule.settings.floor.ownMinimum);
  if (floor === null || floor.currency !== write.to.currency) return ended('superseded', 'floor-unknown');
  if (write.to.minor < floor.minor) return ended('superseded', 'below-floor');
  const most = pair?.priceMaximum ?? null;
  if (most !== null && (most.currency !== write.to.currency || write.to.minor > most.minor)) {
    return ended('superseded', 'changed-elsewhere');
  }
  if (ageOf(marketReadAt, now) > guards.freshMinutes * MINUTE_MS) return ended('expired', 'too-old');
  // A rule never sells into an offer.
  return reachesOffer(write.to, market?.highestOffer ?? null) ? ended('superseded', 'at-offer') : null;
}

/** On sale again: at the price it has, what an offer takes at once or what loses money takes the same word as a price. */
function checkOnSale(
  { belowFloor = false, intoOffer = false }: Partial<Pick<Asked, 'belowFloor' | 'intoOffer'>>,
  facts: PriceFacts,
): RowChange | null {
  const { listing, pair } = facts;
  if (listing === null) return null;
  if (isGone(listing) || (pair !== null && isAway(pair))) return ended('rejected', 'gone');
  // Without a floor nobody can say more than when it was taken off; the offer counts all the same.
  const isFloorless = floorOf(facts, { kind: 'break-even' }, null) === null;
  return checkPersons({ to: listing.price, belowFloor: belowFloor || isFloorless, intoOffer }, facts);
}

/** Sold elsewhere, or not here any more: on sale it would be sold twice. */
function isAway({ status }: Pair): boolean {
  return status !== 'in-stock' && status !== 'listed';
}

/** What a person wants goes out unless it is below the floor or at an offer without their having said so. */
function checkPersons({ to, intoOffer, belowFloor }: Asked, facts: PriceFacts): RowChange | null {
  const floor = floorOf(facts, { kind: 'break-even' }, null);
  if (!belowFloor) {
    // It was known when the price was asked for, or there would be a word: what has become of it nobody can tell.
    if (floor === null || floor.currency !== to.currency) return ended('rejected', 'floor-unknown');
    if (to.minor < floor.minor) return ended('rejected', 'below-floor');
  }
  if (!intoOffer && reachesOffer(to, facts.market?.highestOffer ?? null)) return ended('rejected', 'at-offer');
  return null;
}

/** In another currency nothing can be told, so it counts as reached. */
function reachesOffer(to: Money, offer: Money | null): boolean {
  return offer !== null && (offer.currency !== to.currency || to.minor <= offer.minor);
}

/** The highest of all floors; null when it is not known, or is nothing: such a one protects nobody. */
function floorOf(facts: PriceFacts, target: ProfitTarget, ownMinimum: Money | null): Money | null {
  try {
    return highestFloor(facts, target, ownMinimum);
  } catch (error) {
    // A rate of nothing, amounts beyond all measure: one such pair must not keep the others from going.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function highestFloor(facts: PriceFacts, target: ProfitTarget, ownMinimum: Money | null): Money | null {
  const { pair, product, schedule, profile, fx } = facts;
  let highest: Money | null = null;
  for (const minimum of [ownMinimum, pair?.priceMinimum ?? null]) {
    const floor = floorPrice({
      cost: pair?.cost ?? null,
      otherCosts: pair?.otherCosts ?? null,
      fx,
      schedule,
      profile,
      target,
      ownMinimum: minimum,
      catalogueMinimum: product?.minimumListingPrice ?? null,
    });
    if (floor.kind === 'unknown') return null;
    if (highest === null || floor.floor.minor > highest.minor) highest = floor.floor;
  }
  return highest !== null && highest.minor > 0 ? highest : null;
}

function same(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}
