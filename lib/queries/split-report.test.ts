import { expect, test } from 'vitest';
import type { Money } from '@/lib/domain/money/money';
import { NO_TAX_PROFILE } from '@/lib/domain/tax/tax-profile';
import { taxYearOf } from '@/lib/domain/tax/tax-period';
import { yearAccounts } from '@/lib/domain/tax/year-accounts';
import { ALL } from '@/tests/fixtures/book-rows';
import { NOON, usd } from '@/tests/fixtures/builders';
import { KEPT_BEFORE_SPLIT, splitBooks } from '@/tests/fixtures/kept-before-split';
import { exportLedger } from './export-ledger';
import { feesTaken } from './fees-taken';
import { pnlPage } from './pnl-page';
import { compareReport, makeReport } from './reports';
import { readTax } from './tax-books';

const utc = () => 0;

test('the page: commission 7.60 + 11.40 + 9.22, seller fee 3 x 5.00, 21.00 stays one line; take 74.29 as before', async () => {
  const { totals, result } = await pnlPage(await splitBooks(), { ...ALL, groups: [] });
  expect(totals.complete).toMatchObject({
    take: usd(74.29),
    actualTake: usd(61.69),
    // 16.40 and 14.22: what the profile told.
    byProfile: usd(30.62),
    commission: usd(28.22),
    sellerFee: usd(15),
    processing: usd(2.07),
    adjustment: usd(8),
    unsplit: usd(21),
    penalty: usd(0),
    profit: usd(111.71),
  });
  // The penalty of the cancelled sale is in a line of its own, never in a fee of the others.
  expect([result.penalties, result.afterOverhead]).toEqual([usd(10), usd(94.71)]);
});

test('a report kept before the split is made again exactly as it was kept', async () => {
  const { kept, now, same, changes } = await compareReport(await splitBooks(), KEPT_BEFORE_SPLIT, utc);
  expect(now).toEqual(kept);
  expect([same, changes]).toEqual([true, []]);
});

test('one that is kept now says that it splits, and is the same again whatever the profile is since', async () => {
  const db = await splitBooks();
  const made = await makeReport(db, ALL);
  expect(made.settings.splitByProfile).toBe(true);
  expect(made.figures.sums).toMatchObject({ take: 7429, unsplit: 2100, byProfile: 3062, commission: 2822 });
  const report = {
    ...KEPT_BEFORE_SPLIT,
    settings: { ...made.settings },
    figures: { ...made.figures },
    digest: made.digest,
  };
  await db.feeSchedules.clear();
  const again = await compareReport(db, report, utc);
  expect(again.now).toEqual(again.kept);
  expect([again.same, again.changes]).toEqual([true, []]);
  // The same rows without the split have other prints: both sales would be named.
  const { splitByProfile: _asked, ...unsplit } = made.settings;
  const other = await compareReport(db, { ...report, settings: unsplit }, utc);
  expect(other.changes.map(({ id }) => id)).toEqual(['sale of even', 'sale of odd']);
});

test('Expenses, Fees taken tells the same parts: 11.40 + 9.22, 2 x 5.00 and 21.00 that nobody explains', async () => {
  const { profile } = ALL.valuation;
  const page = await feesTaken(await splitBooks(), { period: null, currency: 'USD', profile, offsetAt: utc });
  const alias = page.rows.find(({ platform }) => platform === 'alias');
  expect(alias?.kinds).toEqual({ commission: usd(20.62), sellerFee: usd(10), penalty: usd(10), adjustment: usd(21) });
  expect(page.toldByProfile).toBe(2);
});

test('files for accounting tell what alias took in one line, as before: 16.40, 14.22 and 21.00', async () => {
  const request = { ...ALL, tax: NO_TAX_PROFILE };
  const { sales } = await exportLedger(await splitBooks(), request);
  const fees = new Map(sales.map((sale) => [sale.id, sale.fees]));
  const commission = (amount: Money) => [{ kind: 'commission', amount }];
  expect(fees.get('sale of even')).toEqual(commission(usd(16.4)));
  expect(fees.get('sale of odd')).toEqual(commission(usd(14.22)));
  expect(fees.get('sale of off')).toEqual(commission(usd(21)));
});

test('Schedule C, line 10: 16.40 + 14.22 + 21.00 + 10.07 + a penalty of 10.00 = 71.69, split or not', async () => {
  const db = await splitBooks();
  const profile = { ...NO_TAX_PROFILE, country: 'US' } as const;
  const reading = await readTax(db, profile, utc);
  if (reading === null) throw new Error('Nothing to tax');
  const report = yearAccounts(reading.settled, profile, taxYearOf(NOON, profile, utc), utc);
  expect(report.figures.find(({ id }) => id === 'line10')?.amount).toEqual(usd(71.69));
});
