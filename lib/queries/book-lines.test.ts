import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { ExpenseRow } from '@/lib/db/money-rows';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import type { Pair } from '@/lib/domain/inventory/pair';
import { money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { DAY_MS, HOUR_MS, instant } from '@/lib/domain/time/instant';
import { makePair, makeProduct, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { bookLines, type BookLine } from './book-lines';
import type { BookRequest } from './book-rows';
import { methodPage } from './method-page';
import { PNL_GROUPS } from './pnl-groups';
import { pnlPage } from './pnl-page';
import { compareReport, makeReport } from './reports';
import type { Valuation } from './valuation';

const VALUATION: Valuation = {
  now: NOON,
  currency: 'USD',
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: false },
  regionId: null,
};
const ALL: BookRequest = { period: null, valuation: VALUATION, basis: 'accrual', offsetAt: () => 0 };
const MARCH = { from: instant(Date.UTC(2026, 2, 1)), to: instant(Date.UTC(2026, 3, 1)) };
const on = (month: number, day: number) => instant(Date.UTC(2026, month - 1, day, 12));

const sold = (pairId: string, given: Partial<Sale> = {}): Sale =>
  makeSale({ id: `sale of ${pairId}`, pairId, soldAt: on(3, 2), price: usd(120), payout: usd(103.6), ...given });

let expenses = 0;
const spent = (given: Partial<ExpenseRow>): ExpenseRow => ({
  id: `expense-${(expenses += 1)}`,
  createdAt: NOON,
  updatedAt: NOON,
  deletedAt: null,
  category: 'postage',
  amount: usd(10),
  tax: null,
  spentAt: on(3, 5),
  supplier: '',
  note: '',
  pairIds: [],
  split: 'value',
  mileage: null,
  recurringId: null,
  importId: null,
  fx: null,
  ...given,
});

interface Rows {
  readonly pairs?: readonly Pair[];
  readonly sales?: readonly Sale[];
  readonly expenses?: readonly ExpenseRow[];
}

async function books(rows: Rows): Promise<ArchvdDatabase> {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
  await db.products.add(makeProduct());
  await db.inventory.bulkAdd([...(rows.pairs ?? [])]);
  await db.sales.bulkAdd([...(rows.sales ?? [])]);
  await db.expenses.bulkAdd([...(rows.expenses ?? [])]);
  return db;
}

const profitOf = (lines: readonly BookLine[]) => lines.reduce((sum, { line }) => sum + (line?.profit?.minor ?? 0), 0);
const a = makePair({ id: 'a', status: 'sold', cost: usd(100) });
const b = makePair({ id: 'b', status: 'sold', cost: usd(50) });

describe('expenses in the books', () => {
  test('$9 by value on pairs of $100 and $50 is $6 and $3: profit 103.60 - 100 - 6 = -2.40 and 103.60 - 50 - 3 = 50.60', async () => {
    const db = await books({
      pairs: [a, b],
      sales: [sold('a'), sold('b')],
      expenses: [spent({ amount: usd(9), pairIds: ['a', 'b'] })],
    });
    const { sales, report } = await bookLines(db, ALL);
    expect(sales.map(({ line }) => [line?.pairId, line?.expenses, line?.profit])).toEqual([
      ['a', usd(6), usd(-2.4)],
      ['b', usd(3), usd(50.6)],
    ]);
    expect(report.lines).toHaveLength(2);
  });

  test('overhead is below the lines, once: 53.60 of sales - 12 overhead = 41.60; another time has its own', async () => {
    const db = await books({
      pairs: [b],
      sales: [sold('b')],
      expenses: [
        spent({ amount: usd(12), category: 'mileage' }),
        spent({ amount: usd(99), spentAt: on(4, 1) }),
        spent({ amount: usd(7), deletedAt: NOON }),
      ],
    });
    const page = await pnlPage(db, { ...ALL, period: MARCH, groups: [] });
    expect(page.result).toMatchObject({ beforeOverhead: usd(53.6), overhead: usd(12), afterOverhead: usd(41.6) });
    expect(page.spending.byCategory).toEqual([{ category: 'mileage', amount: usd(12), rows: 1 }]);
  });

  test('an expense without a rate is in no figure and is told', async () => {
    const db = await books({ expenses: [spent({ id: 'abroad', amount: money(500, 'EUR') })] });
    const { excluded } = await bookLines(db, ALL);
    expect(excluded).toMatchObject([{ kind: 'expense', id: 'abroad', reason: 'missing-rate' }]);
  });

  test('a reversed sale brings nothing and costs its penalty on the day it was reversed: -10, in April', async () => {
    const reversal = { reason: 'cancelled', at: on(4, 2), penalty: usd(10), note: '' } as const;
    const db = await books({ pairs: [a], sales: [sold('a', { status: 'reversed', reversal })] });
    const at = async (period: BookRequest['period']) => (await pnlPage(db, { ...ALL, period, groups: [] })).result;
    expect((await at(MARCH)).afterOverhead).toEqual(usd(0));
    expect((await at({ from: MARCH.to, to: on(5, 1) })).afterOverhead).toEqual(usd(-10));
  });
});

describe('cash and accrual', () => {
  const paidInApril = sold('a', { paid: { at: on(4, 2), payoutId: null } });

  test('sold on 2 March and paid on 2 April: in March by accrual, unsettled in March and counted in April by cash', async () => {
    const db = await books({ pairs: [a], sales: [paidInApril] });
    const cash = { ...ALL, basis: 'cash' } as const;
    expect((await bookLines(db, { ...ALL, period: MARCH })).sales).toHaveLength(1);
    const march = await bookLines(db, { ...cash, period: MARCH });
    expect([march.sales.length, march.unsettled.map(({ sale }) => sale.id)]).toEqual([0, ['sale of a']]);
    const april = await bookLines(db, { ...cash, period: { from: MARCH.to, to: on(5, 1) } });
    expect(april.sales.map(({ at }) => at)).toEqual([on(4, 2)]);
    expect(april.unsettled).toEqual([]);
    const may = await bookLines(db, { ...cash, period: { from: on(5, 1), to: on(6, 1) } });
    expect([may.sales, may.unsettled]).toEqual([[], []]);
  });

  test('cash of a time: 103.60 received - 50 bought - 12 spent = 41.60, whichever pair was sold', async () => {
    const bought = makePair({ id: 'new', cost: usd(45), otherCosts: usd(5), boughtAt: on(3, 9) });
    const earlier = { ...a, boughtAt: on(1, 5) };
    const sale = sold('a', { soldAt: on(2, 20), paid: { at: on(3, 1), payoutId: null } });
    const db = await books({ pairs: [earlier, bought], sales: [sale], expenses: [spent({ amount: usd(12) })] });
    const { cash } = await pnlPage(db, { ...ALL, period: MARCH, basis: 'cash', groups: [] });
    expect(cash).toMatchObject({ received: usd(103.6), bought: usd(50), boughtPairs: 1, result: usd(41.6) });
  });
});

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
      { numRuns: 12 },
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
      { numRuns: 12 },
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
      { numRuns: 12 },
    );
  });

  test('each method: the same sales count, and what is sold and what is left add up to the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (facts) => {
        const { methods } = await methodPage(await books(rowsOf(facts)), ALL);
        expect(new Set(methods.map(({ cost, profit }) => cost.minor + profit.minor)).size).toBe(1);
      }),
      { numRuns: 12 },
    );
  });
});
