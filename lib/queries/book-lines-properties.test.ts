import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, HOUR_MS, instant } from '@/lib/domain/time/instant';
import { ALL, books, MARCH, type Rows, sold, spent } from '@/tests/fixtures/book-rows';
import { makePair, NOON, usd } from '@/tests/fixtures/builders';
import { bookLines, type BookLine } from './book-lines';
import { methodPage } from './method-page';
import { PNL_GROUPS } from './pnl-groups';
import { pnlPage } from './pnl-page';
import { compareReport, makeReport } from './reports';

const profitOf = (lines: readonly BookLine[]) => lines.reduce((sum, { line }) => sum + (line?.profit?.minor ?? 0), 0);

const a = makePair({ id: 'a', status: 'sold', cost: usd(100) });
const anyRows = fc.array(
  fc.record({
    cost: fc.option(fc.integer({ min: 0, max: 30_000 })),
    price: fc.integer({ min: 100, max: 60_000 }),
    takes: fc.integer({ min: 0, max: 5000 }),
    soldOn: fc.nat(60),
    paidAfter: fc.option(fc.nat(40)),
    expense: fc.option(fc.integer({ min: 1, max: 900 })),
    reversed: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  }),
  { minLength: 1, maxLength: 12 },
);

function rowsOf(facts: typeof anyRows extends fc.Arbitrary<infer F> ? F : never): Required<Rows> {
  const pairs = facts.map(({ cost }, nth) =>
    makePair({ id: `p${nth}`, status: 'sold', cost: cost === null ? null : money(cost, 'USD') }),
  );
  const sales = facts.map(({ price, takes, soldOn, paidAfter, reversed }, nth) => {
    const soldAt = instant(MARCH.from + soldOn * DAY_MS);
    const paid = paidAfter === null ? null : { at: instant(soldAt + paidAfter * DAY_MS), payoutId: null };
    const payout = money(price - Math.min(price, takes), 'USD');
    const told = { price: money(price, 'USD'), payout, soldAt, paid, marketplace: 'ebay' as const };
    return sold(`p${nth}`, { ...told, status: reversed ? 'reversed' : 'completed' });
  });
  const spending = facts.flatMap(({ expense }, nth) =>
    expense === null ? [] : [spent({ id: `e${nth}`, amount: money(expense, 'USD'), pairIds: [`p${nth}`, 'p0'] })],
  );
  return { pairs, sales, expenses: spending };
}

describe('whatever the rows', () => {
  test('cash and unsettled together are accrual', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (facts) => {
        const db = await books(rowsOf(facts));
        const [accrual, cash] = [await bookLines(db, ALL), await bookLines(db, { ...ALL, basis: 'cash' })];
        expect(profitOf(cash.sales) + profitOf(cash.unsettled)).toBe(profitOf(accrual.sales));
        expect(cash.sales.length + cash.unsettled.length).toBe(accrual.sales.length);
      }),
      { seed: 1, numRuns: 12 },
    );
  });

  test('rows written in any order give the same books, and months add up to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (facts) => {
        const rows = rowsOf(facts);
        const turned = {
          pairs: rows.pairs.toReversed(),
          sales: rows.sales.toReversed(),
          expenses: rows.expenses.toReversed(),
        };
        const request = { ...ALL, groups: PNL_GROUPS };
        const [there, back] = [await pnlPage(await books(rows), request), await pnlPage(await books(turned), request)];
        expect(back).toEqual(there);
        for (const kind of ['day', 'week', 'month', 'quarter', 'year', 'brand', 'platform'] as const) {
          const sum = there.groups[kind]?.reduce((all, { totals }) => all + totals.complete.profit.minor, 0);
          expect(sum).toBe(there.totals.complete.profit.minor);
        }
      }),
      { seed: 2, numRuns: 12 },
    );
  });

  test('a kept report comes to the same to the cent until a row changes, and then names it', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.nat(), async (facts, chance) => {
        const rows = rowsOf(facts);
        const db = await books(rows);
        const made = await makeReport(db, ALL);
        const kept = { id: 'r', kind: 'pnl', madeAt: NOON, name: '', ...made, settings: { ...made.settings } };
        const report = { ...kept, figures: { ...made.figures } };
        expect(await compareReport(db, report, () => HOUR_MS)).toMatchObject({ same: true, changes: [] });
        const pair = rows.pairs[chance % rows.pairs.length] ?? a;
        const sale = rows.sales[chance % rows.sales.length] ?? sold('a');
        await db.inventory.update(pair.id, { cost: money((pair.cost?.minor ?? 0) + 1, 'USD') });
        const changed = await compareReport(db, report, () => 0);
        const ids = changed.changes.map(({ id }) => id);
        expect(ids.includes(sale.id)).toBe(sale.status !== 'reversed');
        expect(changed.same).toBe(ids.length === 0);
      }),
      { seed: 3, numRuns: 12 },
    );
  });

  test('each method: the same sales count, and what is sold and what is left add up to the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (facts) => {
        const { methods } = await methodPage(await books(rowsOf(facts)), ALL);
        expect(new Set(methods.map(({ cost, profit }) => cost.minor + profit.minor)).size).toBe(1);
      }),
      { seed: 4, numRuns: 12 },
    );
  });
});
