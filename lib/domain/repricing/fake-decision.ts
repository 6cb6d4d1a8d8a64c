import type { CostBasis } from '../fees/floor-price';
import { money, type Money } from '../money/money';
import { DAY_MS, instant, MINUTE_MS, shiftInstant, type Instant } from '../time/instant';
import { CAREFUL_GUARDS } from './careful-guards';
import { CAREFUL_RULE } from './careful-rule';
import type { DecisionInput, PricedListing, PriceMove, VariantMarket } from './decision';
import type { GuardSettings } from './guard-settings';
import type { RepricingRule, RuleSettings, Strategy } from './rule';

/** Builders for tests: a listing at $200 that cost $100 (US, prepaid, rating 90: break-even $120), in a quiet market. */

export const NOW = instant(Date.UTC(2026, 2, 4, 12));

export const usd = (dollars: number): Money => money(Math.round(dollars * 100), 'USD');

export const usdOrNone = (dollars: number | null): Money | null => (dollars === null ? null : usd(dollars));

export const ago = (days: number, minutes = 0): Instant => shiftInstant(NOW, -days * DAY_MS - minutes * MINUTE_MS);

export const BASIS: CostBasis = {
  cost: usd(100),
  otherCosts: null,
  fx: null,
  schedule: {
    marketplace: 'alias',
    validFrom: instant(0),
    source: 'test',
    currency: 'USD',
    commission: [{ minimumRating: 90, basisPoints: 950 }],
    commissionByCountry: {},
    sellerFees: [{ country: 'US', dropOff: usd(0), prepaid: usd(5) }],
    cashOutBasisPoints: 290,
  },
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
};

export function makeListing(listing: Partial<PricedListing> = {}): PricedListing {
  return {
    id: 'listing-1',
    externalId: 'external-1',
    catalogId: 'dunk-low-dd1391-100',
    price: usd(200),
    status: 'active',
    condition: 'new',
    packaging: 'good',
    consigned: false,
    usSize: 10,
    listedAt: ago(40),
    styleCode: 'DD1391-100',
    brand: 'Nike',
    tags: [],
    minimum: null,
    maximum: null,
    catalogueMinimum: usd(25),
    catalogueMaximum: usd(2000),
    moves: [],
    ...listing,
  };
}

export function makeMarket(market: Partial<VariantMarket> = {}): VariantMarket {
  return {
    readAt: ago(0, 5),
    lowestAsk: usd(190),
    highestOffer: usd(100),
    lastSale: usd(185),
    lowestAskConsigned: null,
    lowestAskWithYou: null,
    sales: [],
    salesReadAt: null,
    askADayAgo: null,
    askAWeekAgo: null,
    ...market,
  };
}

/** Sales at so many dollars, the first today, one a day. */
export function makeSales(...dollars: readonly number[]): VariantMarket['sales'] {
  return dollars.map((price, days) => ({ at: ago(days, 10), price: usd(price) }));
}

export function makeMove(from: number, to: number, at: Instant, by: PriceMove['by'] = 'rule'): PriceMove {
  return { at, from: usd(from), to: usd(to), by };
}

export interface MadeInput {
  readonly listing?: Partial<PricedListing>;
  readonly market?: Partial<VariantMarket>;
  readonly basis?: Partial<CostBasis>;
  readonly own?: DecisionInput['own'];
  readonly arm?: DecisionInput['arm'];
  readonly hasOpenWrite?: boolean;
  readonly now?: Instant;
}

export function makeInput(made: MadeInput = {}): DecisionInput {
  const listing = makeListing(made.listing);
  return {
    listing,
    market: makeMarket(made.market),
    own: made.own ?? [{ id: listing.id, price: listing.price, consigned: listing.consigned }],
    basis: { ...BASIS, ...made.basis },
    arm: made.arm ?? null,
    hasOpenWrite: made.hasOpenWrite ?? false,
    now: made.now ?? NOW,
  };
}

/** The seller's own asks of one variant, as each of its listings is told them. */
export function makeOwn(...listings: readonly PricedListing[]): DecisionInput['own'] {
  return listings
    .map(({ id, price, consigned }) => ({ id, price, consigned }))
    .toSorted((a, b) => a.price.minor - b.price.minor);
}

const BELOW_BY_ONE: Strategy = {
  kind: 'position',
  side: 'below',
  distance: { kind: 'amount', amount: usd(1) },
};

export function makeSettings(settings: Partial<RuleSettings> = {}): RuleSettings {
  return {
    ...CAREFUL_RULE,
    strategy: BELOW_BY_ONE,
    ceiling: { kind: 'amount', amount: usd(400) },
    ...settings,
  };
}

export function makeRule(settings: Partial<RuleSettings> = {}, rule: Partial<RepricingRule> = {}): RepricingRule {
  return { id: 'rule-1', name: 'Rule', enabled: true, priority: 1, settings: makeSettings(settings), ...rule };
}

export function makeGuards(guards: Partial<GuardSettings> = {}): GuardSettings {
  return { ...CAREFUL_GUARDS, ...guards };
}
