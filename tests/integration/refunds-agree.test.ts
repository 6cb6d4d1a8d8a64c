import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { NO_TAX_PROFILE, type TaxProfile } from '@/lib/domain/tax/tax-profile';
import { taxYearOf } from '@/lib/domain/tax/tax-period';
import { yearAccounts } from '@/lib/domain/tax/year-accounts';
import { instant } from '@/lib/domain/time/instant';
import { exportTables, writeTable } from '@/lib/files/write-books-csv';
import { exportLedger } from '@/lib/queries/export-ledger';
import { pnlPage } from '@/lib/queries/pnl-page';
import { readTax } from '@/lib/queries/tax-books';
import { valuation } from '@/tests/fixtures/agreeing-books';
import { usd } from '@/tests/fixtures/builders';
import { ebayRows, FEE, ORDER, PART, WHOLE } from '@/tests/fixtures/ebay-rows';
import { day, freshBooks, stockEntry } from '@/tests/fixtures/import-entries';
import { runImport } from '@/tests/fixtures/import-run';
import { EXPORT_WORDS as words } from '@/tests/fixtures/ledger';

const utc = (): number => 0;
const US: TaxProfile = { ...NO_TAX_PROFILE, country: 'US' };
const YEAR = { from: instant(Date.UTC(2025, 0, 1)), to: instant(Date.UTC(2026, 0, 1)) };
const toCents = (text: string | undefined): number => Math.round(Number(text ?? '') * 100);

const CASES = [
  // 250 - 50; 221.15 - 44.30 - 5; 171.85 - 80 of cost.
  { name: 'a part, and a later fee', later: [PART, FEE], revenue: 20_000, profit: 9185, penalty: 0 },
  { name: 'all of it', later: [WHOLE], revenue: 0, profit: 0, penalty: 40 },
] as const;

test.each(CASES)('refunded in a later file, $name: screen, files and tax say the same', async (given) => {
  const { db, deps } = freshBooks();
  await runImport(deps, 'stock', [stockEntry({ ref: 'a', boughtAt: day(1), cost: usd(80) })]);
  await runImport(deps, 'august', await ebayRows(ORDER), 500, 'ebay-transactions');
  await runImport(deps, 'september', await ebayRows(...given.later), 500, 'ebay-transactions');
  const request = { period: YEAR, basis: 'accrual', valuation, offsetAt: utc } as const;
  const [page, ledger, reading] = await Promise.all([
    pnlPage(db, { ...request, groups: [] }),
    exportLedger(db, { ...request, tax: NO_TAX_PROFILE }),
    readTax(db, US, utc),
  ]);
  expect(page.totals.revenue).toEqual(usd(given.revenue / 100));
  expect(page.result.lines.minor).toBe(given.profit);
  expect(Math.abs(page.result.penalties.minor)).toBe(given.penalty);
  const rowsOf = (name: string) => {
    const wanted = exportTables(ledger, words).filter((table) => table.name === name);
    return wanted.flatMap((table) => {
      const text = String(writeTable(table).content).replace('\uFEFF', '');
      return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
    });
  };
  const sum = (name: string, column: string) => rowsOf(name).reduce((all, row) => all + toCents(row[column]), 0);
  expect(sum('sales', 'price')).toBe(page.totals.revenue.minor);
  expect(sum('sales', 'profit')).toBe(page.result.lines.minor);
  expect(sum('penalties', 'amount')).toBe(page.result.penalties.minor);
  const report = yearAccounts(reading!.settled, US, taxYearOf(YEAR.from, US, utc), utc);
  const line = (id: string) => report.figures.find((figure) => figure.id === `line${id}`)?.amount.minor;
  expect(line('3')).toBe(page.totals.revenue.minor);
  expect(line('31')).toBe(page.result.afterOverhead.minor);
});
