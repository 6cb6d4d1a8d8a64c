import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { MINUTE_MS, shiftInstant, type Instant } from '../time/instant';
import type { DecisionInput, VariantMarket } from './decision';
import { decidePrice } from './decide-price';
import { makeGuards, makeInput, makeMarket, makeRule, NOW, usd } from './fake-decision';
import { applied, strategies } from './fake-markets';
import type { RepricingRule, Strategy } from './rule';

vi.setConfig({ testTimeout: 60_000 });

const ROUNDS = 200;
/** The one more than the cool-down, so that no turn is lost. */
const TURN_MS = 61 * MINUTE_MS;

interface Seller {
  readonly rule: RepricingRule;
  readonly seen: DecisionInput;
}

interface Course {
  readonly prices: readonly (readonly [number, number])[];
  readonly floors: readonly number[];
}

/** Two shops with this engine in one market, each taking its turn; neither knows which ask is whose. */
function compete(first: Seller, second: Seller, toldApart: boolean): Course {
  const sellers = [first, second];
  const prices: (readonly [number, number])[] = [];
  const floors: number[] = [];
  let now: Instant = NOW;
  for (let round = 0; round < ROUNDS; round += 1) {
    const nth = round % 2;
    const mine = sellers[nth];
    if (mine === undefined) throw new Error('Two sellers');
    const seen = { ...mine.seen, now, market: marketOf(sellers, now, toldApart) };
    const decision = decidePrice(seen, mine.rule, makeGuards(), 0);
    const to = decision.kind === 'change' ? decision.to : seen.listing.price;
    if (decision.kind === 'change') floors[nth] = decision.floor.minor;
    now = shiftInstant(now, TURN_MS);
    sellers[nth] = { ...mine, seen: applied(seen, to, now) };
    prices.push([sellers[0]?.seen.listing.price.minor ?? 0, sellers[1]?.seen.listing.price.minor ?? 0]);
  }
  return { prices, floors };
}

function marketOf(sellers: readonly Seller[], readAt: Instant, toldApart: boolean): VariantMarket {
  const asks = sellers.map(({ seen }) => seen.listing.price);
  const lowestAsk = asks.toSorted((a, b) => a.minor - b.minor)[0] ?? null;
  const figures = { readAt, lowestAsk, highestOffer: usd(60), lastSale: usd(190) };
  const [consigned, withYou] = asks;
  if (!toldApart || consigned === undefined || withYou === undefined) return makeMarket(figures);
  return makeMarket({ ...figures, lowestAskConsigned: consigned, lowestAskWithYou: withYou });
}

const seller = (strategy: fc.Arbitrary<Strategy>, consigned: boolean) =>
  fc
    .record({
      strategy,
      belowFloor: fc.constantFrom('floor', 'hold', 'ceiling'),
      cost: fc.integer({ min: 40, max: 160 }),
      price: fc.integer({ min: 200, max: 400 }),
      arm: fc.integer({ min: -1500, max: 1500 }),
    })
    .map(({ strategy: by, belowFloor, cost, price, arm }) => ({
      rule: makeRule({ strategy: by, fallbacks: { alone: 'hold', belowFloor } }),
      seen: makeInput({
        listing: { id: consigned ? 'theirs' : 'ours', price: usd(price), consigned },
        basis: { cost: usd(cost) },
        arm: { experimentId: 'e1', basisPoints: arm },
      }),
    }));

const follows = fc.oneof(strategies.position, strategies.margin, strategies.experiment);

test.each([false, true])(
  'two sellers with opposing rules settle above their floors, asks told apart: %s',
  (toldApart) => {
    fc.assert(
      fc.property(seller(follows, true), seller(follows, false), (first, second) => {
        const { prices, floors } = compete(first, second, toldApart);
        for (const pair of prices) {
          for (const nth of [0, 1]) {
            expect(pair[nth]).toBeGreaterThanOrEqual(floors[nth] ?? 0);
            expect(pair[nth]).toBeLessThanOrEqual(40_000);
          }
        }
        // Who leaves for the ceiling when the market is below the floor may come back when it has risen: no rest then.
        const leaves = [first, second].some(({ rule }) => rule.settings.fallbacks.belowFloor === 'ceiling');
        if (leaves && toldApart) return;
        expect(prices.slice(-40)).toEqual(Array.from({ length: 40 }, () => prices.at(-1)));
      }),
      { seed: 2026, numRuns: 60 },
    );
  },
);

test('1.27 times the other against 0.998 of it: nobody’s book comes to cost millions', () => {
  const [above, below] = [
    { kind: 'position', side: 'above', distance: { kind: 'percent', basisPoints: 2700 } },
    { kind: 'position', side: 'below', distance: { kind: 'percent', basisPoints: 20 } },
  ] as const;
  for (const toldApart of [false, true]) {
    const dear = {
      rule: makeRule({ strategy: above }),
      seen: makeInput({ listing: { price: usd(210), consigned: true } }),
    };
    const cheap = { rule: makeRule({ strategy: below }), seen: makeInput({ listing: { price: usd(170) } }) };
    const { prices } = compete(dear, cheap, toldApart);
    const [theirs = 0, ours = 0] = prices.at(-1) ?? [];
    expect(prices.at(-40)).toEqual(prices.at(-1));
    expect(theirs).toBeLessThanOrEqual(19_000 * 1.28);
    expect(ours).toBeLessThanOrEqual(19_000);
  }
});
