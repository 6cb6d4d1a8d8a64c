import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { putFxRate } from '@/lib/db/repositories/fx';
import { money, type Money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { inStockBefore } from '@/lib/domain/tax/settle-books';
import { stockBook } from '@/lib/domain/tax/stock-book';
import { NO_TAX_PROFILE, type TaxProfile } from '@/lib/domain/tax/tax-profile';
import { returnPeriodOf, taxYearOf } from '@/lib/domain/tax/tax-period';
import { ukVatReturn } from '@/lib/domain/tax/uk-vat-return';
import { yearAccounts } from '@/lib/domain/tax/year-accounts';
import { DAY_MS, instant, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import { exportTables, writeTable } from '@/lib/files/write-books-csv';
import { writeBeancount } from '@/lib/files/write-beancount';
import { exportLedger } from '@/lib/queries/export-ledger';
import { pnlPage } from '@/lib/queries/pnl-page';
import { stockPage } from '@/lib/queries/stock-page';
import { readTax } from '@/lib/queries/tax-books';
import { makeExpense, makePair, makeSale, NOON } from '@/tests/fixtures/builders';
import { EXPORT_WORDS as words } from '@/tests/fixtures/ledger';
import { makeDatabase } from '@/tests/fixtures/test-database';

/** The year that is looked at is 2025; rows lie some months to either side of it. */
const YEAR = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 0, 1) };
const dayOf = (nth: number): Instant => instant(YEAR.from + nth * DAY_MS + DAY_MS / 2);
const cents = (minor: number): Money => money(minor, 'USD');

const piece = fc.record({
  boughtOn: fc.integer({ min: -90, max: 360 }),
  cost: fc.option(fc.integer({ min: 0, max: 40_000 }), { freq: 8 }),
  otherCosts: fc.option(fc.integer({ min: 1, max: 900 })),
  costIn: fc.constantFrom<'USD' | 'EUR'>('USD', 'USD', 'EUR'),
  sold: fc.option(
    fc.record({
      after: fc.integer({ min: 0, max: 200 }),
      platform: fc.constantFrom<Sale['marketplace']>('stockx', 'ebay', 'in-person'),
      price: fc.integer({ min: 1, max: 60_000 }),
      priceIn: fc.constantFrom<'USD' | 'GBP'>('USD', 'USD', 'GBP'),
      commission: fc.integer({ min: 0, max: 5000 }),
      label: fc.integer({ min: -200, max: 900 }),
      paidAfter: fc.option(fc.integer({ min: -2, max: 60 })),
      back: fc.option(fc.record({ after: fc.integer({ min: 0, max: 20 }), penalty: fc.option(fc.nat(2000)) }), {
        freq: 4,
      }),
    }),
    { freq: 4 },
  ),
});
const spending = fc.record({
  on: fc.integer({ min: -30, max: 390 }),
  amount: fc.integer({ min: -3000, max: 9000 }),
  pairs: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
  isJourney: fc.boolean(),
});
const books = fc.record({
  pieces: fc.array(piece, { minLength: 6, maxLength: 14 }),
  spent: fc.array(spending, { maxLength: 6 }),
});
type Books = typeof books extends fc.Arbitrary<infer B> ? B : never;

async function fill(db: ArchvdDatabase, { pieces, spent }: Books): Promise<void> {
  for (const [base, rateE8] of [
    ['EUR', 110_000_000],
    ['GBP', 128_123_456],
  ] as const)
    for (const [nth, more] of [0, 7_654_321].entries())
      await putFxRate(db, { base, quote: 'USD', rateE8: rateE8 + more, asOf: dayOf(nth * 300 - 200), source: 'test' });
  for (const [nth, { boughtOn, cost, costIn, otherCosts, sold }] of pieces.entries()) {
    const here = (minor: number | null) => (minor === null ? null : money(minor, costIn));
    const isBack = sold?.back != null;
    await db.inventory.add(
      makePair({
        id: `p${nth}`,
        boughtAt: dayOf(boughtOn),
        cost: here(cost),
        otherCosts: here(otherCosts),
        status: sold === null || isBack ? 'in-stock' : 'sold',
      }),
    );
    if (sold !== null) await db.sales.add(saleOf(`s${nth}`, `p${nth}`, boughtOn, sold));
  }
  for (const [nth, { on, amount, pairs, isJourney }] of spent.entries())
    await db.expenses.add(
      makeExpense({
        id: `x${nth}`,
        amount: cents(isJourney ? Math.abs(amount) : amount),
        spentAt: dayOf(on),
        category: isJourney ? 'mileage' : 'postage',
        pairIds: pairs.map((each) => `p${each}`),
        mileage: isJourney ? { tenths: 1, unit: 'mile', rateMilli: 1, rateSource: '', from: '', to: '' } : null,
      }),
    );
}

function saleOf(
  id: string,
  pairId: string,
  boughtOn: number,
  sold: NonNullable<Books['pieces'][number]['sold']>,
): Sale {
  const { after, platform, price, priceIn, commission, label, paidAfter, back } = sold;
  const [here, soldAt] = [(minor: number) => money(minor, priceIn), dayOf(boughtOn + after)];
  const none = { sellerFee: null, processing: null, advertising: null, penalty: null, feeTax: null, adjustment: null };
  return makeSale({
    id,
    pairId,
    marketplace: platform,
    soldAt,
    price: here(price),
    payout: here(price - commission - label - 7),
    charges: { ...none, commission: here(commission), shipping: here(label) },
    paid: paidAfter === null ? null : { at: instant(soldAt + paidAfter * DAY_MS), payoutId: null },
    status: back === null ? 'completed' : 'reversed',
    reversal:
      back === null
        ? null
        : {
            reason: 'returned',
            at: instant(soldAt + back.after * DAY_MS),
            penalty: back.penalty === null ? null : here(back.penalty),
            note: '',
          },
  });
}

/** Whatever came back did so in the year it was sold in, and every cost is known: then no two reports differ in time. */
function closed({ pieces, spent }: Books): Books {
  const yearOf = (nth: number): number => new Date(dayOf(nth)).getUTCFullYear();
  return {
    spent,
    pieces: pieces.map(({ cost, sold, boughtOn, ...each }) => {
      const soldOn = boughtOn + (sold?.after ?? 0);
      const isOver = sold?.back == null || yearOf(soldOn) === yearOf(soldOn + sold.back.after);
      return { ...each, boughtOn, cost: cost ?? 1000, sold: sold === null || isOver ? sold : { ...sold, back: null } };
    }),
  };
}

const valuation = {
  now: NOON,
  currency: 'USD',
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: false },
  regionId: null,
} as const;
const toCents = (text: string | undefined): number => Math.round(Number(text ?? '') * 100);
const ZONES: Readonly<Record<string, OffsetAt>> = {
  UTC: () => 0,
  Sydney: () => 11 * 3_600_000,
  LA: () => -8 * 3_600_000,
};

async function both(rows: Books, basis: 'cash' | 'accrual', offsetAt: OffsetAt) {
  const db = makeDatabase();
  await fill(db, rows);
  const period = {
    from: instant(YEAR.from - offsetAt(dayOf(0))),
    to: instant(YEAR.to - offsetAt(dayOf(365))),
  };
  const request = { period, basis, valuation, offsetAt };
  const [page, ledger] = await Promise.all([
    pnlPage(db, { ...request, groups: [] }),
    exportLedger(db, { ...request, tax: NO_TAX_PROFILE }),
  ]);
  return { db, page, ledger, period };
}

describe('files and figures are of the same books', () => {
  test('the tables of the workbook come to the profit and loss of the same time and basis, to the cent', async () => {
    await fc.assert(
      fc.asyncProperty(
        books,
        fc.constantFrom<'cash' | 'accrual'>('cash', 'accrual'),
        fc.constantFrom('UTC', 'Sydney', 'LA'),
        async (rows, basis, zone) => {
          const { page, ledger } = await both(rows, basis, ZONES[zone] ?? (() => 0));
          const tables = new Map(
            exportTables(ledger, words).map((table) => {
              const { data } = Papa.parse<Record<string, string>>(
                String(writeTable(table).content).replace('\uFEFF', ''),
                { header: true, skipEmptyLines: true },
              );
              return [table.name, data];
            }),
          );
          const sumOf = (name: string, column: string): number =>
            (tables.get(name) ?? []).reduce((sum, row) => sum + toCents(row[column]), 0);
          for (const row of tables.get('sales') ?? []) {
            const fees = ['commission', 'shipping', 'adjustment'].reduce((sum, kind) => sum + toCents(row[kind]), 0);
            expect(toCents(row['price']) - fees).toBe(toCents(row['net']));
            const spent = ['cost', 'other_costs', 'expenses'].reduce((sum, kind) => sum + toCents(row[kind]), 0);
            if (row['profit'] !== '') expect(toCents(row['net']) - spent).toBe(toCents(row['profit']));
            expect((row['sold_on'] ?? '') >= '2025-01-01' && (row['sold_on'] ?? '') <= '2025-12-31').toBe(true);
          }
          expect(sumOf('sales', 'price')).toBe(page.totals.revenue.minor);
          expect(sumOf('sales', 'profit')).toBe(page.result.lines.minor);
          expect(sumOf('penalties', 'amount')).toBe(page.result.penalties.minor);
          expect(sumOf('spending', 'amount') - sumOf('spending', 'on_pairs')).toBe(page.result.overhead.minor);
          expect(sumOf('spending', 'on_pairs')).toBe(page.spending.forPairs.minor);
        },
      ),
      { seed: 31, numRuns: 20 },
    );
  });

  test('Beancount: income less fees, cost of goods, penalties and all that was spent is what the screen says', async () => {
    await fc.assert(
      fc.asyncProperty(books, async (rows) => {
        const costed = { ...rows, pieces: rows.pieces.map((each) => ({ ...each, cost: each.cost ?? 1000 })) };
        const { page, ledger } = await both(costed, 'accrual', () => 0);
        const file = String(writeBeancount(ledger, words).content);
        const earned = [...file.matchAll(/^ {2}(?:Income|Expenses):\S+ {2}(-?[\d.]+) USD$/gm)];
        const profit = -earned.reduce((sum, match) => sum + toCents(match[1]), 0);
        const { complete } = page.totals;
        const { forPairs } = page.spending;
        expect(profit).toBe(page.result.afterOverhead.minor + complete.expenses.minor - forPairs.minor);
      }),
      { seed: 32, numRuns: 12 },
    );
  });

  test('Schedule C: line 42 is the cost of what was sold, 3 its revenue, 31 the profit with all that was spent', async () => {
    const US: TaxProfile = { ...NO_TAX_PROFILE, country: 'US' };
    const utc = (): number => 0;
    await fc.assert(
      fc.asyncProperty(books, async (rows) => {
        const { db, page } = await both(closed(rows), 'accrual', utc);
        const reading = await readTax(db, US, utc);
        const report = yearAccounts(reading!.settled, US, taxYearOf(dayOf(10), US, utc), utc);
        const line = (id: string) => report.figures.find((figure) => figure.id === `line${id}`)?.amount.minor;
        const { complete, revenue } = page.totals;
        expect(report.left).toEqual([]);
        expect(line('3')).toBe(revenue.minor);
        expect(line('42')).toBe(complete.cost.minor + complete.otherCosts.minor);
        const profit = page.result.afterOverhead.minor + complete.expenses.minor - page.spending.forPairs.minor;
        expect(line('31')).toBe(profit);
      }),
      { seed: 33, numRuns: 12 },
    );
  });

  test('VAT: box 1 of the quarters is the tax column of the sales file and the VAT of the stock book', async () => {
    const UK: TaxProfile = { ...NO_TAX_PROFILE, country: 'GB', registered: true, scheme: 'margin' };
    const utc = (): number => 0;
    await fc.assert(
      fc.asyncProperty(books, async (rows) => {
        const { db, period } = await both(closed(rows), 'accrual', utc);
        for (const id of ['p0', 'p2', 'p4']) await db.inventory.update(id, { condition: 'used' });
        for (const base of ['USD', 'EUR'] as const)
          await putFxRate(db, { base, quote: 'GBP', rateE8: 81_234_567, asOf: dayOf(-150), source: 'test' });
        const inPounds = { ...valuation, currency: 'GBP' } as const;
        const request = { period, basis: 'accrual', valuation: inPounds, offsetAt: utc, tax: UK } as const;
        const [ledger, reading] = await Promise.all([exportLedger(db, request), readTax(db, UK, utc)]);
        const { settled, books: all, numbers } = reading!;
        const quarters = [10, 100, 190, 280].map((nth) => returnPeriodOf(dayOf(nth), UK, utc));
        const box1 = quarters
          .map((each) => ukVatReturn(settled, UK, each, utc).figures.find(({ id }) => id === 'box1')?.amount.minor ?? 0)
          .reduce<number>((sum, minor) => sum + minor, 0);
        const shown = ledger.sales.reduce((sum, { tax }) => sum + (tax?.minor ?? 0), 0);
        const margins = stockBook(settled, all.pairs, numbers, UK, utc)
          .filter(({ sold }) => sold !== null && sold.day >= '2025-01-01' && sold.day <= '2025-12-31')
          .reduce((sum, { sold }) => sum + (sold?.tax?.minor ?? 0), 0);
        expect(box1).toBe(shown + margins);
      }),
      { seed: 34, numRuns: 12 },
    );
  });

  test('the stock at cost is what the tax office counts as stock: returned and consigned pairs too, no other', async () => {
    const db = makeDatabase();
    const statuses = ['in-stock', 'listed', 'returned', 'consigned', 'written-off'] as const;
    await db.inventory.bulkAdd(
      statuses.map((status, nth) => makePair({ status, cost: cents(1000 * 2 ** nth), boughtAt: dayOf(nth) })),
    );
    const US: TaxProfile = { ...NO_TAX_PROFILE, country: 'US' };
    const [{ worth }, reading] = await Promise.all([stockPage(db, valuation), readTax(db, US, () => 0)]);
    const stock = reading!.settled.stock.filter((piece) => inStockBefore(piece, instant(NOON + DAY_MS)));
    expect(worth.atCost.minor).toBe(15_000);
    expect(stock.reduce<number>((sum, { cost }) => sum + cost.minor, 0)).toBe(15_000);
  });
});
