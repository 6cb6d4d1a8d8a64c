import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floorFor } from '../price-bounds';
import type { PriceMove } from '../decision';
import { makeInput, makeRule, makeSettings, NOW, usd } from '../fake-decision';
import type { Strategy } from '../rule';
import type { BacktestInput, MarketStep, ReplayedListing } from './backtest-input';
import { day, makeHistory, makeReplayed, makeStep, runToEnd } from './fake-history';

const dollars = fc.integer({ min: 90, max: 300 });
const hour = fc.integer({ min: 0, max: 30 * 24 - 1 });
const at = hour.map((hours) => day(0, hours));

const steps = fc
  .uniqueArray(fc.tuple(hour, fc.option(dollars), fc.option(dollars), fc.option(dollars)), {
    selector: ([hours]) => hours,
    maxLength: 12,
  })
  .map((some) =>
    some.toSorted((a, b) => a[0] - b[0]).map(([hours, ask, offer, last]) => makeStep(day(0, hours), ask, offer, last)),
  );
const sales = fc
  .array(fc.tuple(at, dollars), { maxLength: 20 })
  .map((some) => some.map(([when, price]) => ({ at: when, price: usd(price) })).toSorted((a, b) => a.at - b.at));

const strategy: fc.Arbitrary<Strategy> = fc.oneof(
  fc.record({
    kind: fc.constant('position' as const),
    side: fc.constantFrom('below' as const, 'match' as const, 'above' as const),
    distance: fc.integer({ min: 1, max: 20 }).map((by) => ({ kind: 'amount' as const, amount: usd(by) })),
  }),
  fc.record({ kind: fc.constant('velocity' as const), days: fc.integer({ min: 1, max: 30 }) }),
  fc.record({
    kind: fc.constant('dynamic' as const),
    stepBasisPoints: fc.integer({ min: 100, max: 900 }),
    quietDays: fc.integer({ min: 1, max: 9 }),
  }),
  fc.constant({
    kind: 'aging' as const,
    afterDays: 5,
    everyDays: 3,
    stepBasisPoints: 500,
    mostBasisPoints: 3000,
    revertAfterDays: 4,
  }),
);

const movesFrom = (first: number) =>
  fc.uniqueArray(fc.tuple(hour, dollars), { selector: ([hours]) => hours, maxLength: 4 }).map((some) => {
    let from = first;
    return some
      .toSorted((a, b) => a[0] - b[0])
      .map(([hours, to]): PriceMove => {
        const move: PriceMove = { at: day(0, hours), from: usd(from), to: usd(to), by: 'user' };
        from = to;
        return move;
      });
  });

const size = fc.constantFrom('panda/10', 'panda/11');
const listing = fc
  .record({
    id: fc.uuid(),
    first: dollars,
    size,
    begins: fc.integer({ min: 0, max: 20 }),
    ends: fc.option(fc.integer({ min: 21, max: 30 })),
  })
  .chain(({ id, first, size: of, begins, ends }) =>
    movesFrom(first).map((moves): ReplayedListing =>
      makeReplayed({
        id,
        firstPrice: usd(first),
        moves,
        size: of,
        variant: of,
        from: day(begins),
        until: ends === null ? null : day(ends),
      }),
    ),
  );

const history = fc
  .record({
    listings: fc.uniqueArray(listing, { selector: (each) => each.listing.id, minLength: 1, maxLength: 8 }),
    markets: fc.tuple(steps, steps),
    sold: fc.tuple(sales, sales),
    strategy,
  })
  .map((made): BacktestInput => {
    const both = <T>(pair: readonly [T, T]) =>
      new Map([['panda/10', pair[0]] as const, ['panda/11', pair[1]] as const]);
    const markets = new Map([...both(made.markets)].map(([key, each]) => [key, { steps: each, readAt: NOW }]));
    const told = new Map([...both(made.sold)].map(([key, each]) => [key, { sales: each, readAt: NOW }]));
    return makeHistory({
      listings: made.listings,
      markets,
      sales: told,
      rules: [makeRule({ strategy: made.strategy })],
    });
  });

/** Everything that is told of single listings, whether there is enough of them or not. */
function rowsOf(input: BacktestInput) {
  const padding = Array.from({ length: 5 }, (_, nth) =>
    makeReplayed({ id: `~${nth}`, size: '~', variant: '~', from: day(0), firstPrice: usd(150) }),
  );
  const result = runToEnd({
    ...input,
    listings: [...input.listings, ...padding],
    markets: new Map([...input.markets, ['~', { steps: [makeStep(day(0), null, null, null)], readAt: NOW }]]),
    sales: new Map([...input.sales, ['~', { sales: [{ at: day(1), price: usd(1) }], readAt: NOW }]]),
  });
  if (result.kind !== 'told') throw new Error(result.lacks.join(' '));
  return new Map(result.rows.map((row) => [row.listingId, row]));
}

function stepAt(all: readonly MarketStep[], when: number): MarketStep | undefined {
  return all.findLast((step) => step.at <= when);
}

describe('whatever the history', () => {
  test('no price below its floor, none at or below the highest offer', () => {
    const floor = floorFor(makeInput(), makeSettings().floor);
    if (floor.kind !== 'known') throw new Error('no floor');
    fc.assert(
      fc.property(history, (input) => {
        for (const [id, { changes }] of rowsOf(input)) {
          const of = input.listings.find((each) => each.listing.id === id);
          for (const { at: when, to, ofFloorPercent } of changes) {
            expect(to.minor).toBeGreaterThanOrEqual(floor.floor.minor);
            expect(ofFloorPercent).toBeGreaterThanOrEqual(100);
            const offer = stepAt(input.markets.get(of?.variant ?? '')?.steps ?? [], when)?.highestOffer;
            expect(to.minor).toBeGreaterThan(offer?.minor ?? 0);
          }
        }
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  test('the same input gives the same result, whatever order listings come in', () => {
    fc.assert(
      fc.property(history, (input) => {
        const first = runToEnd(input);
        expect(runToEnd(input)).toEqual(first);
        expect(runToEnd({ ...input, listings: input.listings.toReversed() })).toEqual(first);
      }),
      { seed: 2, numRuns: 40 },
    );
  });

  test('a rule that always holds leaves everything as it was', () => {
    const closed = makeRule({ schedule: { weekdays: [0], fromMinute: 1, toMinute: 2 } });
    fc.assert(
      fc.property(history, (input) => {
        for (const row of rowsOf({ ...input, rules: [closed] }).values()) {
          expect(row.changes).toEqual([]);
          expect(row.withRule).toEqual(row.asItWas);
        }
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  test('what comes later changes nothing before: no decision looks ahead', () => {
    const middle = day(15);
    const early = <T extends { readonly at: number }>(all: readonly T[]) => all.filter((each) => each.at <= middle);
    fc.assert(
      fc.property(history, (input) => {
        const cut = {
          ...input,
          listings: input.listings.map((each) => ({ ...each, moves: early(each.moves) })),
          markets: new Map([...input.markets].map(([key, each]) => [key, { ...each, steps: early(each.steps) }])),
          sales: new Map([...input.sales].map(([key, each]) => [key, { ...each, sales: early(each.sales) }])),
        };
        const whole = rowsOf(input);
        for (const [id, row] of rowsOf(cut)) {
          expect(early(whole.get(id)?.changes ?? [])).toEqual(early(row.changes));
          expect(early([whole.get(id)?.withRule ?? []].flat())).toEqual(early([row.withRule ?? []].flat()));
        }
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  test('a listing of something else changes nothing for the others', () => {
    fc.assert(
      fc.property(history, listing, (input, other) => {
        const alone = {
          ...other,
          listing: { ...other.listing, id: 'else', catalogId: 'else' },
          size: 'else',
          variant: 'else',
        };
        const before = rowsOf(input);
        const after = rowsOf({ ...input, listings: [...input.listings, alone] });
        for (const [id, row] of before) expect(after.get(id)).toEqual(row);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test('each sale sells one pair at most, never below its asking price', () => {
    fc.assert(
      fc.property(history, (input) => {
        const rows = [...rowsOf(input)].filter(([id]) => !id.startsWith('~'));
        for (const path of ['withRule', 'asItWas'] as const) {
          for (const of of ['panda/10', 'panda/11']) {
            const ids = new Set(input.listings.filter((each) => each.size === of).map((each) => each.listing.id));
            const sold = rows.flatMap(([id, row]) => (ids.has(id) ? (row[path] ?? []) : []));
            const known = input.sales.get(of)?.sales ?? [];
            expect(sold.length).toBeLessThanOrEqual(known.length);
            for (const each of sold)
              expect(known.some((one) => one.at === each.at && one.price.minor >= each.price.minor)).toBe(true);
            for (const when of new Set(sold.map((each) => each.at)))
              expect(sold.filter((each) => each.at === when).length).toBeLessThanOrEqual(
                known.filter((one) => one.at === when).length,
              );
          }
        }
      }),
      { seed: 6, numRuns: 40 },
    );
  });
});
