import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR_MS, instant, MINUTE_MS, shiftInstant, type Instant } from '../time/instant';
import { planReadings } from './plan-readings';
import type { ReadProduct } from './reading-periods';

const T0 = instant(1_760_000_000_000);
const ago = (minutes: number) => shiftInstant(T0, -minutes * MINUTE_MS);
const LIMITS = { freshnessMs: HOUR_MS, budgetPerHour: 3600 };

const product = (catalogId: string, given: Partial<ReadProduct> = {}): ReadProduct => ({
  catalogId,
  reason: 'watched',
  askedAt: null,
  distance: null,
  ...given,
});

const dueOf = (products: readonly ReadProduct[], now = T0) => planReadings({ ...LIMITS, products, now }).due;

describe('whose prices are read now', () => {
  test.each<[string, Partial<ReadProduct>, boolean]>([
    ['offered 14 min ago', { reason: 'offered', askedAt: ago(14) }, false],
    ['offered 15 min ago', { reason: 'offered', askedAt: ago(15) }, true],
    ['watched 59 min ago', { askedAt: ago(59) }, false],
    ['watched 60 min ago', { askedAt: ago(60) }, true],
    ['the only one near, 6 min ago', { askedAt: ago(6), distance: 100 }, false],
    ['the only one near, 7 min ago', { askedAt: ago(7), distance: 100 }, true],
    ['in stock 5 h ago', { reason: 'in-stock', askedAt: ago(300) }, false],
    ['in stock 6 h ago', { reason: 'in-stock', askedAt: ago(360) }, true],
    ['never read', { reason: 'in-stock' }, true],
    ['asked for tomorrow: the clock was set back', { reason: 'offered', askedAt: ago(-1440) }, true],
  ])('%s', (_, given, isDue) => {
    expect(dueOf([product('a', given)])).toEqual(isDue ? ['a'] : []);
  });

  test('what is offered is read as soon as it is due, however many others wait longer', () => {
    const watched = Array.from({ length: 1000 }, (_, nth) => product(`watched-${nth}`, { askedAt: ago(600) }));
    const offered = Array.from({ length: 200 }, (_, nth) =>
      product(`offered-${nth}`, { reason: 'offered', askedAt: ago(15) }),
    );
    const due = dueOf([...watched, ...offered]);
    expect(due.filter((id) => id.startsWith('offered'))).toHaveLength(200);
    expect(due.filter((id) => id.startsWith('watched')).length).toBeLessThanOrEqual(41);
  });

  test('never read first, of these the offered one; then the most overdue in its own periods', () => {
    const order = dueOf([
      product('stock', { reason: 'in-stock', askedAt: ago(400) }),
      product('offered', { reason: 'offered', askedAt: ago(60) }),
      product('new stock', { reason: 'in-stock' }),
      product('new offered', { reason: 'offered' }),
    ]);
    expect(order).toEqual(['new offered', 'new stock', 'offered', 'stock']);
  });

  test('after a night a thousand are not caught up with at once', () => {
    const all = Array.from({ length: 1000 }, (_, nth) => product(`p${nth}`, { askedAt: ago(600 + nth) }));
    const due = dueOf(all);
    expect(due.length).toBeLessThanOrEqual(42);
    expect(due[0]).toBe('p999');
  });

  test('where the budget does not reach, what is watched waits longer and what is offered does not', () => {
    const limits = { freshnessMs: HOUR_MS, budgetPerHour: 100, now: T0 };
    const many = Array.from({ length: 1000 }, (_, nth) => product(`p${nth}`, { askedAt: ago(61) }));
    const mine = product('mine', { reason: 'offered', askedAt: ago(15) });
    expect(planReadings({ ...limits, products: [...many, mine] }).due).toEqual(['mine']);
    const old = many.map((one) => ({ ...one, askedAt: ago(11 * 60) }));
    expect(planReadings({ ...limits, products: old }).due.length).toBeGreaterThan(0);
  });
});

describe('when each is looked at next', () => {
  const lookOf = (products: readonly ReadProduct[], id: string) =>
    planReadings({ ...LIMITS, products, now: T0 }).looks.get(id);

  test.each<[string, Partial<ReadProduct>, number, string]>([
    ['watched 20 min ago', { askedAt: ago(20) }, 40, 'watched'],
    ['watched 2 h ago', { askedAt: ago(120) }, 0, 'watched'],
    ['never read', {}, 0, 'watched'],
    ['offered 10 min ago', { reason: 'offered', askedAt: ago(10) }, 5, 'offered'],
    ['at its threshold 1 min ago', { askedAt: ago(1), distance: 0 }, 6, 'near'],
  ])('%s', (_, given, minutes, reason) => {
    const look = lookOf([product('a', given)], 'a');
    expect(look?.reason).toBe(reason);
    expect(Math.round(((look?.at ?? 0) - T0) / MINUTE_MS)).toBe(minutes);
  });

  test('in a queue each has its turn, none later than the queue is long', () => {
    const all = Array.from({ length: 1000 }, (_, nth) => product(`p${nth}`, { askedAt: ago(600 + nth) }));
    const { looks } = planReadings({ ...LIMITS, products: all, now: T0 });
    const waits = all.map(({ catalogId }) => ((looks.get(catalogId)?.at ?? 0) - T0) / MINUTE_MS);
    expect(Math.min(...waits)).toBe(0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(60);
    expect(waits[999]).toBeLessThan(waits[0] ?? 0);
  });
});

/** A reader that comes by every `stepMs` and reads all that is due; answers what it asked for, when. */
function simulate(products: readonly ReadProduct[], hours: number, stepMs = 65_000, budgetPerHour = 3600) {
  const asked: { readonly catalogId: string; readonly at: Instant }[] = [];
  const askedAt = new Map(products.map((one) => [one.catalogId, one.askedAt]));
  for (let ms = 0; ms < hours * HOUR_MS; ms += stepMs) {
    const now = shiftInstant(T0, ms);
    const present = products.map((one) => ({ ...one, askedAt: askedAt.get(one.catalogId) ?? null }));
    for (const catalogId of planReadings({ freshnessMs: HOUR_MS, budgetPerHour, products: present, now }).due) {
      askedAt.set(catalogId, now);
      asked.push({ catalogId, at: now });
    }
  }
  return asked;
}

const anyProducts = fc
  .array(
    fc.record({
      askedAgo: fc.option(fc.integer({ min: 0, max: 24 * 60 })),
      distance: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 3 }),
    }),
    { minLength: 100, maxLength: 400 },
  )
  .map((drawn) =>
    drawn.map(({ askedAgo, distance }, nth) =>
      product(`p${nth}`, { askedAt: askedAgo === null ? null : ago(askedAgo), distance }),
    ),
  );

describe('over simulated hours', () => {
  const options = { numRuns: 8, seed: 5, endOnFailure: true };

  test('no hour takes more than 1.1 readings for each watched product from a hundred on', () => {
    fc.assert(
      fc.property(anyProducts, (products) => {
        const asked = simulate(products, 4);
        for (let minute = 0; minute <= 180; minute += 10) {
          const from = shiftInstant(T0, minute * MINUTE_MS);
          const within = asked.filter(({ at }) => at >= from && at < from + HOUR_MS);
          expect(within.length).toBeLessThanOrEqual(1.1 * products.length);
        }
      }),
      options,
    );
  });

  test('nobody starves: whatever it begins with, each is read within an hour, and then again within two', () => {
    fc.assert(
      fc.property(anyProducts, (products) => {
        const asked = simulate(products, 5);
        for (const { catalogId } of products) {
          const times = [T0, ...asked.filter((one) => one.catalogId === catalogId).map(({ at }) => at)];
          const gaps = times.slice(1).map((at, nth) => at - (times[nth] ?? at));
          expect(gaps.length).toBeGreaterThanOrEqual(3);
          expect(Math.max(...gaps)).toBeLessThanOrEqual(1.6 * HOUR_MS);
        }
      }),
      options,
    );
  });

  test('the nearer the oftener', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 300 }), fc.integer({ min: 1, max: 20 }), (far, close) => {
        const products = Array.from({ length: far + close }, (_, nth) =>
          product(`p${nth}`, { askedAt: ago(nth % 59), distance: nth < close ? nth * 20 : null }),
        );
        const counts = new Map<string, number>();
        for (const { catalogId } of simulate(products, 6)) counts.set(catalogId, (counts.get(catalogId) ?? 0) + 1);
        const first = counts.get('p0') ?? 0;
        expect(first).toBeGreaterThanOrEqual(counts.get(`p${close - 1}`) ?? 0);
        expect(first).toBeGreaterThan(counts.get(`p${close}`) ?? 0);
      }),
      options,
    );
  });

  test('a thousand read evenly stay so: no minute has twice its share', () => {
    const products = Array.from({ length: 1000 }, (_, nth) => product(`p${nth}`, { askedAt: ago((nth % 590) / 10) }));
    const asked = simulate(products, 3, MINUTE_MS);
    const perMinute = new Map<number, number>();
    for (const { at } of asked) perMinute.set(at, (perMinute.get(at) ?? 0) + 1);
    expect(Math.max(...perMinute.values())).toBeLessThanOrEqual(34);
    expect(asked.length).toBeGreaterThanOrEqual(2950);
    expect(asked.length).toBeLessThanOrEqual(3300);
  });
});
