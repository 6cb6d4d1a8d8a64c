import fc from 'fast-check';
import { instant, MINUTE_MS, type Instant } from '../time/instant';
import type { Money } from '../money/money';
import type { DecisionInput, PricedListing, PriceMove, VariantMarket } from './decision';
import { BASIS, makeGuards, makeInput, makeListing, makeMarket, makeOwn, makeRule, NOW, usd } from './fake-decision';
import type { GuardSettings } from './guard-settings';
import type { RepricingRule, RuleSettings, Strategy } from './rule';

/** Any markets, rules and listings, for tests of what must hold whatever comes. */

const orNone = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 6 });

const seldom = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

/** Mostly what pairs cost; now and then nothing, a dollar, cents or a fortune. */
const dollars = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 110, max: 330 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 0.01, 1, 2, 24, 1_000_000_000) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 250_000 }).map((cents) => cents / 100) },
);

const amount: fc.Arbitrary<Money> = dollars.map(usd);

const minutesAgo = (most: number): fc.Arbitrary<Instant> =>
  fc.integer({ min: 0, max: most }).map((minutes) => instant(NOW - minutes * MINUTE_MS));

const sales = fc
  .array(fc.record({ at: minutesAgo(60 * 24 * 60), price: amount }), { maxLength: 14 })
  .map((list) => list.toSorted((a, b) => b.at - a.at));

const market: fc.Arbitrary<VariantMarket> = fc
  .record({
    readAt: fc.oneof({ weight: 9, arbitrary: minutesAgo(20) }, { weight: 1, arbitrary: orNone(minutesAgo(60)) }),
    lowestAsk: orNone(amount),
    highestOffer: orNone(
      fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 20, max: 110 }).map(usd) }, { weight: 1, arbitrary: amount }),
    ),
    lastSale: orNone(amount),
    lowestAskConsigned: fc.constant(null),
    lowestAskWithYou: fc.constant(null),
    sales,
    salesReadAt: orNone(minutesAgo(60)),
    askADayAgo: orNone(amount),
    askAWeekAgo: orNone(amount),
    split: fc.option(fc.record({ consignedIsLowest: fc.boolean(), other: orNone(amount) })),
  })
  .map(({ split, ...figures }) => {
    const { lowestAsk } = figures;
    if (split === null || lowestAsk === null) return makeMarket(figures);
    const other = split.other !== null && split.other.minor > lowestAsk.minor ? split.other : null;
    const [lowestAskConsigned, lowestAskWithYou] = split.consignedIsLowest ? [lowestAsk, other] : [other, lowestAsk];
    return makeMarket({ ...figures, lowestAskConsigned, lowestAskWithYou });
  });

const move: fc.Arbitrary<PriceMove> = fc.record({
  at: minutesAgo(4 * 24 * 60),
  from: fc.integer({ min: 60, max: 400 }).map(usd),
  to: fc.integer({ min: 60, max: 400 }).map(usd),
  by: fc.constantFrom('rule', 'rule', 'user', 'sync'),
});

const moves = fc.array(move, { maxLength: 6 }).map((list) => list.toSorted((a, b) => b.at - a.at));

const listing: fc.Arbitrary<PricedListing> = fc
  .record({
    price: fc.integer({ min: 130, max: 400 }).map(usd),
    consigned: fc.boolean(),
    listedAt: minutesAgo(120 * 24 * 60),
    minimum: seldom(amount),
    maximum: seldom(fc.oneof(fc.integer({ min: 150, max: 600 }).map(usd), amount)),
    catalogueMinimum: fc.constantFrom(null, usd(25), usd(25), usd(25), usd(120)),
    catalogueMaximum: fc.constantFrom(null, usd(2000), usd(2000), usd(250)),
    status: fc.integer({ min: 0, max: 24 }).map((nth) => (nth === 0 ? 'inactive' : 'active')),
    moves,
  })
  .map(makeListing);

const distance = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((whole) => ({ kind: 'amount', amount: usd(whole) }) as const),
  fc.integer({ min: 1, max: 3000 }).map((basisPoints) => ({ kind: 'percent', basisPoints }) as const),
);
const target = fc.oneof(
  fc.constant({ kind: 'break-even' } as const),
  fc.integer({ min: 0, max: 3000 }).map((basisPoints) => ({ kind: 'roi', basisPoints }) as const),
  fc.integer({ min: 0, max: 3000 }).map((basisPoints) => ({ kind: 'margin', basisPoints }) as const),
  fc.integer({ min: 0, max: 60 }).map((whole) => ({ kind: 'profit', amount: usd(whole) }) as const),
);

export const strategies: Readonly<Record<Strategy['kind'], fc.Arbitrary<Strategy>>> = {
  position: fc.record({ kind: fc.constant('position'), side: fc.constantFrom('below', 'match', 'above'), distance }),
  velocity: fc.record({ kind: fc.constant('velocity'), days: fc.integer({ min: 1, max: 30 }) }),
  margin: fc.record({ kind: fc.constant('margin'), target, distance }),
  aging: fc.record({
    kind: fc.constant('aging'),
    afterDays: fc.integer({ min: 0, max: 60 }),
    everyDays: fc.integer({ min: 1, max: 10 }),
    stepBasisPoints: fc.integer({ min: 1, max: 1000 }),
    mostBasisPoints: fc.integer({ min: 1000, max: 9000 }),
    revertAfterDays: orNone(fc.integer({ min: 1, max: 30 })),
  }),
  dynamic: fc.record({
    kind: fc.constant('dynamic'),
    stepBasisPoints: fc.integer({ min: 1, max: 5000 }),
    quietDays: fc.integer({ min: 1, max: 30 }),
  }),
  experiment: fc.constant({ kind: 'experiment', experimentId: 'e1' }),
};

const ceiling: fc.Arbitrary<RuleSettings['ceiling']> = fc.oneof(
  fc.record({ kind: fc.constant('amount'), amount: fc.integer({ min: 200, max: 900 }).map(usd) }),
  fc.record({
    kind: fc.constant('reference'),
    of: fc.constantFrom('last-sale', 'median-sale', 'lowest-ask'),
    basisPoints: fc.integer({ min: 9000, max: 30_000 }),
  }),
  fc.record({ kind: fc.constant('floor'), basisPoints: fc.integer({ min: 10_000, max: 40_000 }) }),
);

export const rule = (
  strategy: fc.Arbitrary<Strategy> = fc.oneof(...Object.values(strategies)),
): fc.Arbitrary<RepricingRule> =>
  fc
    .record({
      strategy,
      ceiling,
      fallbacks: fc.record({
        alone: fc.constantFrom('hold', 'ceiling', 'last-sale'),
        belowFloor: fc.constantFrom('floor', 'hold', 'ceiling'),
      }),
      floor: fc.record({ target, ownMinimum: seldom(amount) }),
    })
    .map((settings) => makeRule(settings));

export const guards: fc.Arbitrary<GuardSettings> = fc
  .record({
    maxDownBasisPoints: fc.integer({ min: 1, max: 5000 }),
    maxUpBasisPoints: fc.integer({ min: 1, max: 10_000 }),
    cooldownMinutes: fc.constantFrom(0, 60, 600),
    smallestStep: fc.constantFrom(0, 1, 1, 5).map(usd),
    outlierBasisPoints: fc.constantFrom(100, 3500, 3500, 3500, 9000),
    changesPerListingPerDay: fc.integer({ min: 1, max: 8 }),
    changesPerRun: fc.integer({ min: 1, max: 12 }),
    changesPerDay: fc.integer({ min: 1, max: 30 }),
    lossPerDay: fc.option(fc.integer({ min: 0, max: 200 }).map(usd)),
    breakerMoves: fc.constantFrom(3, 10, 100),
  })
  .map(makeGuards);

const basis = fc.record({
  cost: fc.option(fc.integer({ min: 0, max: 130 }).map(usd), { freq: 25 }),
  otherCosts: fc.option(fc.integer({ min: 0, max: 20 }).map(usd), { freq: 1 }),
});

const arm = fc.option(
  fc.integer({ min: -2000, max: 2000 }).map((basisPoints) => ({ experimentId: 'e1', basisPoints })),
  { freq: 5 },
);

/** Own listings of one variant in one market, each told of the others, and now and then priced as the market is. */
export const variant = (catalogId: string, most: number): fc.Arbitrary<readonly DecisionInput[]> =>
  fc
    .record({
      market,
      listed: fc.array(
        fc.record({ listing, basis, arm, atAsk: fc.integer({ min: 0, max: 3 }).map((nth) => nth === 0) }),
        { minLength: 1, maxLength: most },
      ),
    })
    .map(({ market: seen, listed }) => {
      const listings = listed.map(({ listing: each, atAsk }, nth) => ({
        ...each,
        id: `${catalogId}-${nth}`,
        catalogId,
        price: atAsk && isPrice(seen.lowestAsk) ? seen.lowestAsk : each.price,
      }));
      const own = makeOwn(...listings.filter(({ status }) => status === 'active'));
      return listings.map((each, nth) =>
        makeInput({
          listing: each,
          market: seen,
          own,
          basis: { ...BASIS, ...listed[nth]?.basis },
          arm: listed[nth]?.arm ?? null,
        }),
      );
    });

function isPrice(ask: Money | null): ask is Money {
  return ask !== null && ask.minor >= 6000 && ask.minor <= 40_000 && ask.minor % 100 === 0;
}

/** What becomes of a listing whose decision was carried out, seen again later in a market that has not changed. */
export function applied(input: DecisionInput, to: Money, now: Instant): DecisionInput {
  const { listing: before, market: seen } = input;
  const moved: PriceMove = { at: input.now, from: before.price, to, by: 'rule' };
  return {
    ...input,
    listing:
      to.minor === before.price.minor ? before : { ...before, price: to, moves: [moved, ...before.moves].slice(0, 20) },
    own: input.own.map((each) => (each.id === before.id ? { ...each, price: to } : each)),
    market: { ...seen, readAt: now },
    now,
  };
}

/** The asks of a market that no own listing explains. */
export function foreignAsks({ market, own }: DecisionInput): number[] {
  const asks =
    market.lowestAskConsigned === null && market.lowestAskWithYou === null
      ? [{ pool: null, ask: market.lowestAsk }]
      : [
          { pool: true, ask: market.lowestAskConsigned },
          { pool: false, ask: market.lowestAskWithYou },
        ];
  return asks.flatMap(({ pool, ask }) => {
    if (ask === null || ask.minor <= 0) return [];
    const isOurs = own.some(
      ({ price, consigned }) => price.minor === ask.minor && (pool === null || pool === consigned),
    );
    return isOurs ? [] : [ask.minor];
  });
}
