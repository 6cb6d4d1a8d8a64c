import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { putFxRate } from '@/lib/db/repositories/fx';
import { inStockBefore } from '@/lib/domain/tax/settle-books';
import { stockBook } from '@/lib/domain/tax/stock-book';
import { NO_TAX_PROFILE, type TaxProfile } from '@/lib/domain/tax/tax-profile';
import { returnPeriodOf, taxYearOf } from '@/lib/domain/tax/tax-period';
import { ukVatReturn } from '@/lib/domain/tax/uk-vat-return';
import { yearAccounts } from '@/lib/domain/tax/year-accounts';
import { DAY_MS, instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import { exportTables, writeTable } from '@/lib/files/write-books-csv';
import { writeBeancount } from '@/lib/files/write-beancount';
import { exportLedger } from '@/lib/queries/export-ledger';
import { stockPage } from '@/lib/queries/stock-page';
import { readTax } from '@/lib/queries/tax-books';
import { books, both, cents, closed, dayOf, valuation } from '@/tests/fixtures/agreeing-books';
import { makePair, NOON } from '@/tests/fixtures/builders';
import { EXPORT_WORDS as words } from '@/tests/fixtures/ledger';
import { makeDatabase } from '@/tests/fixtures/test-database';

const toCents = (text: string | undefined): number => Math.round(Number(text ?? '') * 100);
const ZONES: Readonly<Record<string, OffsetAt>> = {
  UTC: () => 0,
  Sydney: () => 11 * 3_600_000,
  LA: () => -8 * 3_600_000,
};

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
          expect(sumOf('write-offs', 'lost')).toBe(page.result.writeOffs.minor);
          const { lines, penalties, writeOffs, overhead, afterOverhead } = page.result;
          expect(lines.minor - penalties.minor - writeOffs.minor - overhead.minor).toBe(afterOverhead.minor);
          expect(sumOf('spending', 'amount') - sumOf('spending', 'on_pairs')).toBe(page.result.overhead.minor);
          expect(sumOf('spending', 'on_pairs')).toBe(page.spending.forPairs.minor);
        },
      ),
      { seed: 31, numRuns: 20 },
    );
  });

  test('Beancount: income less fees, cost of goods, penalties, losses and what was spent is what the screen says', async () => {
    await fc.assert(
      fc.asyncProperty(books, async (rows) => {
        const { page, ledger } = await both(closed(rows), 'accrual', () => 0);
        const file = String(writeBeancount(ledger, words).content);
        const earned = [...file.matchAll(/^ {2}(?:Income|Expenses):\S+ {2}(-?[\d.]+) USD$/gm)];
        const profit = -earned.reduce((sum, match) => sum + toCents(match[1]), 0);
        const { complete } = page.totals;
        const onPairs = complete.expenses.minor + page.writeOffs.expenses.minor - page.spending.forPairs.minor;
        expect(profit).toBe(page.result.afterOverhead.minor + onPairs);
      }),
      { seed: 32, numRuns: 12 },
    );
  });

  test('Schedule C: 42 is the cost of what was sold and written off, 3 the revenue, 31 the profit with all that was spent', async () => {
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
        const { lost, expenses: ofLost } = page.writeOffs;
        const lostGoods = lost.minor - ofLost.minor;
        expect(line('42')).toBe(complete.cost.minor + complete.otherCosts.minor + lostGoods);
        const onPairs = complete.expenses.minor + ofLost.minor - page.spending.forPairs.minor;
        expect(line('31')).toBe(page.result.afterOverhead.minor + onPairs);
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
        const taxOf = (sales: typeof ledger.sales) => sales.reduce((sum, { tax }) => sum + (tax?.minor ?? 0), 0);
        const shown = taxOf(ledger.sales) - taxOf(ledger.returns.map(({ sale }) => sale));
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
