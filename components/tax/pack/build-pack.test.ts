import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test, vi } from 'vitest';
import { makePair, makeSale, nextId, NOON, usd } from '@/tests/fixtures/builders';
import { boughtPair, day, gbp, soldPair, spent, UK } from '@/tests/fixtures/tax-books';
import { makeDatabase } from '@/tests/fixtures/test-database';
import type { ArchvdDatabase } from '@/lib/db/database';
import { taxYearOf } from '@/lib/domain/tax/tax-period';
import { pnlPage } from '@/lib/queries/pnl-page';
import { readTax } from '@/lib/queries/tax-books';
import { readPack } from '@/lib/queries/tax-pack';
import { buildPack } from './build-pack';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

const utc = (): number => 0;
const stamp = { createdAt: NOON, updatedAt: NOON };
const profile = { rating: 90, country: 'GB', method: 'prepaid', withdraws: true } as const;

const pair = boughtPair(gbp(60), '2025-05-05', { id: 'pair-1', name: '=HYPERLINK("http://x")' });
const stock = boughtPair(gbp(40), '2025-06-05', { id: 'pair-2' });
const rows = {
  inventory: [pair, stock, makePair({ id: 'pair-3', cost: usd(10), boughtAt: day('2025-07-01') })],
  sales: [
    soldPair(pair, gbp(120), '2025-08-10', { id: 'sale-1' }),
    makeSale({ id: 'sale-2', soldAt: day('2025-09-01') }),
  ],
  expenses: [spent(gbp(12), '2025-08-11', { id: 'expense-1', tax: gbp(2), supplier: '+boxes' })].map((expense) => ({
    ...expense,
    ...stamp,
    deletedAt: null,
    pairIds: [],
    split: 'value' as const,
    recurringId: null,
    importId: null,
  })),
};

async function fill(db: ArchvdDatabase, turned: boolean): Promise<void> {
  const order = <T>(some: readonly T[]): T[] => (turned ? some.toReversed() : [...some]);
  await db.inventory.bulkAdd(order(rows.inventory));
  await db.sales.bulkAdd(order(rows.sales));
  await db.expenses.bulkAdd(order(rows.expenses));
  await db.receipts.add({
    ...stamp,
    id: 'receipt-1',
    expenseId: 'expense-1',
    name: '../../boxes é.png',
    type: 'image/png',
    bytes: 3,
    dataUrl: 'data:image/png;base64,AQID',
  });
  await db.bankLines.add({
    ...stamp,
    id: nextId('line'),
    accountId: 'account',
    ref: 'ref',
    bookedOn: '2025-08-12',
    amount: gbp(-7),
    payee: '@evil',
    text: '',
    state: 'open',
    match: null,
    importId: null,
  });
}

async function packOf(db: ArchvdDatabase, now = NOON) {
  const reading = await readTax(db, UK, utc);
  if (reading === null) throw new Error('No country');
  const year = taxYearOf(day('2025-08-01'), UK, utc);
  const valuation = { now, currency: 'USD', profile, regionId: null } as const;
  const data = await readPack(db, { reading, year, valuation, basis: 'accrual', withReceipts: true, offsetAt: utc });
  const seen: number[] = [];
  const pack = await buildPack(data, 'accrual', utc, (done) => seen.push(done));
  return { ...pack, seen };
}

const db = makeDatabase();
const first = fill(db, false).then(() => packOf(db));

test('holds a file for everything, and each tells what the books say', async () => {
  const { bytes, files, seen } = await first;
  const unpacked = unzipSync(bytes);
  const textOf = (name: string): string => strFromU8(unpacked[name] ?? new Uint8Array());
  expect(Object.keys(unpacked).length).toBe(files);
  expect(seen).toEqual(Array.from({ length: files }, (_, nth) => nth + 1));
  expect(textOf('stock-opening-2025-04-06.csv').trim().split('\r\n')).toHaveLength(1);
  expect(textOf('stock-closing-2026-04-05.csv')).toContain('40.00');
  expect(textOf('reports/uk-vat-2025-07-01.csv')).toContain('uk-vat,2025-07-01,2025-09-30,box1,10.00,10.00,GBP');
  expect(textOf('reports/uk-vat-2025-07-01-rows.csv')).toContain('sale:sale-1,sale,2025-08-10');
  expect(textOf('stock-book.csv')).toContain('60.00,10.00,GBP,margin');
  expect(textOf('missing.csv')).toContain('no-rate');
  expect(textOf('assumptions.html')).toContain('This is no tax advice');
  expect([...(unpacked['receipts/2025-08-11-receipt-1-boxes-é.png'] ?? [])]).toEqual([1, 2, 3]);
});

test('carries nothing out in a spreadsheet: texts that begin like a formula are guarded', async () => {
  const unpacked = unzipSync((await first).bytes);
  const all = Object.entries(unpacked)
    .filter(([name]) => name.endsWith('.csv'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
  expect(all).toContain(`"'=HYPERLINK(""http://x"")`);
  expect(all).toContain("'+boxes");
  expect(all).toContain("'@evil");
  expect(all).not.toMatch(/(^|,|\n)"?[=+@]/);
});

test('the same books give the same bytes: in another order of writing, and made on another day', async () => {
  const { bytes } = await first;
  // The date of its first entry is the day after the year, whenever it was made.
  expect(new DataView(bytes.buffer).getUint16(12, true)).toBe(((2026 - 1980) << 9) | (4 << 5) | 6);
  const other = makeDatabase();
  await fill(other, true);
  expect((await packOf(other)).bytes).toEqual(bytes);
  expect((await packOf(db, (NOON + 90 * 86_400_000) as typeof NOON)).bytes).toEqual(bytes);
  await other.sales.update('sale-1', { price: gbp(121) });
  expect((await packOf(other)).bytes).not.toEqual(bytes);
});

test('the profit of its sales, penalties and losses taken off, is what the screen shows before overhead', async () => {
  const other = makeDatabase();
  await fill(other, false);
  const reversal = { reason: 'cancelled', at: day('2025-09-02'), penalty: gbp(8), note: '' } as const;
  await other.sales.add(soldPair(stock, gbp(90), '2025-09-01', { id: 'sale-3', status: 'reversed', reversal }));
  const lost = { status: 'written-off', writtenOffAt: day('2025-10-03'), boughtAt: day('2025-05-03') } as const;
  await other.inventory.add(makePair({ id: 'lost', cost: gbp(20), otherCosts: gbp(1.5), ...lost }));
  const unpacked = unzipSync((await packOf(other)).bytes);
  const { data } = Papa.parse<Record<string, string>>(
    strFromU8(unpacked['profit-and-loss.csv'] ?? new Uint8Array()).replace('\uFEFF', ''),
    { header: true, skipEmptyLines: true },
  );
  const profit = data.reduce((sum, row) => sum + Math.round(Number(row['profit']) * 100), 0);
  const valuation = { now: NOON, currency: 'GBP', profile, regionId: null } as const;
  const period = taxYearOf(day('2025-08-01'), UK, utc);
  const { result } = await pnlPage(other, { period, valuation, basis: 'accrual', offsetAt: utc, groups: [] });
  expect([result.penalties, result.writeOffs]).toEqual([gbp(8), gbp(21.5)]);
  expect(profit).toBe(result.beforeOverhead.minor);
});
