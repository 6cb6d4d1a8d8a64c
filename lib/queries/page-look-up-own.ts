import { floorPrice, type MissingFloorInput } from '@/lib/domain/fees/floor-price';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { isLive } from '@/lib/domain/listings/listing-state';
import type { Money } from '@/lib/domain/money/money';
import { totalCost } from '@/lib/domain/pnl/profit';
import { valuePair, type Figures } from '@/lib/domain/pnl/unrealised';
import { findAllowedSize } from '@/lib/domain/sizes/allowed-sizes';
import type { Size } from '@/lib/domain/sizes/size';
import type { LookGround } from './page-look-up';

/** What the seller has of one size. */
export interface OwnStock {
  readonly count: number;
  readonly listed: number;
  /** The lowest of the own live listings; null when none is live. */
  readonly listedPrice: Money | null;
  /** Of the pair bought first; null unless the seller lets pages show it. */
  readonly costs: OwnCosts | null;
}

export interface OwnCosts {
  readonly cost: Money | null;
  readonly floor: Money | null;
  /** Selling it one whole unit under the lowest ask, in the currency of its cost. */
  readonly profit: Money | null;
  /** What keeps the floor from being known. */
  readonly missing: readonly MissingFloorInput[];
}

interface OwnRows {
  readonly usSize: number | null;
  /** Stock only. */
  readonly pairs: readonly Pair[];
  readonly listings: readonly Listing[];
  readonly figures: Figures | null;
}

export function ownOf(ground: LookGround, { usSize, pairs, listings, figures }: OwnRows): OwnStock {
  const isThis = (size: Size) => usSize !== null && findAllowedSize(ground.product, size)?.usValue === usSize;
  const mine = pairs.filter((pair) => isThis(pair.size));
  const live = listings.filter((listing) => isThis(listing.size) && isLive(listing));
  const [cheapest] = live.toSorted((a, b) => a.price.minor - b.price.minor);
  const [first] = mine.toSorted((a, b) => (a.boughtAt ?? Infinity) - (b.boughtAt ?? Infinity));
  return {
    count: mine.length,
    listed: live.length,
    listedPrice: cheapest?.price ?? null,
    costs: ground.settings.ownCosts && first !== undefined ? costsOf(ground, first, figures) : null,
  };
}

function costsOf(ground: LookGround, pair: Pair, figures: Figures | null): OwnCosts {
  const { product, settings, schedule, rates } = ground;
  const { profile } = settings;
  const { cost, otherCosts } = pair;
  const fx = schedule === null || cost === null ? null : rates(cost.currency, schedule.currency);
  const floor = floorPrice({
    cost,
    otherCosts,
    fx,
    schedule,
    profile,
    target: { kind: 'break-even' },
    ownMinimum: null,
    catalogueMinimum: product.minimumListingPrice,
  });
  const currency = cost?.currency ?? ground.question.currency;
  const value = valuePair(pair, figures, { basis: 'lowest-ask-minus-1', currency, schedule, profile, fx });
  return {
    cost: totalOf(cost, otherCosts),
    floor: floor.kind === 'known' ? floor.floor : null,
    profit: value.kind === 'valued' ? value.profit : null,
    missing: floor.kind === 'known' ? [] : floor.missing,
  };
}

/** Other costs in a currency of their own stay out of the sum; floor and profit count them by their rate. */
function totalOf(cost: Money | null, otherCosts: Money | null): Money | null {
  return otherCosts === null || otherCosts.currency === cost?.currency ? totalCost(cost, otherCosts) : cost;
}
