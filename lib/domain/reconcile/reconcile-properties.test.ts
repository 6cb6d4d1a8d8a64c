import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { books, expense, line, payout, sale, usd } from '@/tests/fixtures/reconcile-rows';
import type { ReconcileBooks } from './candidate';
import { reconcile } from './reconcile';

const DAY = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`);
const CENTS = fc.constantFrom(1000, 2000, 3000, 2913, 5826);
const NAME = fc.constantFrom('STOCKX', 'GOAT', 'PAYPAL', 'SOMEBODY', 'EBAY 12345-A');
const scene = fc.record({
  lines: fc.array(fc.tuple(DAY, fc.oneof(CENTS, fc.constant(-1000)), NAME), { maxLength: 8 }),
  payouts: fc.array(fc.tuple(DAY, CENTS, fc.constantFrom('stockx' as const, 'ebay' as const, 'alias' as const)), {
    maxLength: 8,
  }),
  sales: fc.array(fc.tuple(DAY, CENTS), { maxLength: 8 }),
});

function booksOf(given: typeof scene extends fc.Arbitrary<infer S> ? S : never): ReconcileBooks {
  return books({
    lines: given.lines.map(([on, cents, payee], nth) => line(`l${nth}`, on, usd(cents), payee)),
    payouts: given.payouts.map(([on, cents, platform], nth) =>
      payout(`p${nth}`, on, usd(cents), { platform, ref: '12345-A' }),
    ),
    sales: given.sales.map(([on, cents], nth) => sale(`s${nth}`, on, usd(cents))),
    expenses: [expense('e', '2026-03-10', usd(1000), 'Somebody')],
  });
}

describe('whatever the books hold', () => {
  const SEED = { seed: 20_261_123, numRuns: 400 };

  test('nothing is given to two lines, and exact amounts are exact', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const all = booksOf(given);
        const bests = reconcile(all).flatMap(({ best }) => best ?? []);
        const items = bests.flatMap(({ kind, ids }) => ids.map((id) => `${kind}/${id}`));
        expect(new Set(items).size).toBe(items.length);
        for (const { lineId, best } of reconcile(all)) {
          const amount = all.lines.find(({ id }) => id === lineId)?.amount.minor ?? 0;
          const apart = Math.abs(Math.abs(amount) - (best?.expected.minor ?? Math.abs(amount)));
          expect(apart).toBeLessThanOrEqual(best?.kind === 'sales' && best.ids.length > 0 ? 1 : 0);
          if (best?.confidence === 'certain') expect(apart).toBe(0);
        }
      }),
      SEED,
    );
  });

  test('any order of the same rows gives the same matches', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const all = booksOf(given);
        const turned = {
          ...all,
          lines: all.lines.toReversed(),
          payouts: all.payouts.toReversed(),
          sales: all.sales.toReversed(),
        };
        const byId = (of: ReconcileBooks) => reconcile(of).toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1));
        expect(byId(turned)).toEqual(byId(all));
      }),
      SEED,
    );
  });
});
