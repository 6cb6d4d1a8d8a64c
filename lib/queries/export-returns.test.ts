import { expect, test } from 'vitest';
import { writeFreeAgent } from '@/lib/files/write-freeagent';
import { writeIif } from '@/lib/files/write-quickbooks';
import { writeSageAudit } from '@/lib/files/write-sage';
import { writeXeroInvoices } from '@/lib/files/write-xero';
import { putFxRate } from '@/lib/db/repositories/fx';
import { movementsOf } from '@/lib/domain/exports/movements';
import { instant } from '@/lib/domain/time/instant';
import { stockBook } from '@/lib/domain/tax/stock-book';
import { NO_TAX_PROFILE, type TaxProfile } from '@/lib/domain/tax/tax-profile';
import { makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeBooks, request } from '@/tests/fixtures/export-books';
import { EXPORT_SETTINGS as settings, EXPORT_WORDS as words } from '@/tests/fixtures/ledger';
import { exportLedger } from './export-ledger';
import { readTax } from './tax-books';

const may = (day: number) => instant(Date.UTC(2026, 4, day, 12));
const next = { ...request, period: { from: instant(Date.UTC(2026, 3, 1)), to: instant(Date.UTC(2026, 6, 1)) } };
const returned = { reason: 'returned', at: may(2), penalty: usd(5), note: '' } as const;

/** All that is told of sales, by every program that keeps what it was given. */
function papers(ledger: Awaited<ReturnType<typeof exportLedger>>): readonly unknown[] {
  const all = { ...ledger, purchases: [], spending: [] };
  return [
    writeXeroInvoices(all, settings, words),
    writeIif(all, settings, words),
    writeSageAudit(all, settings, words),
    writeFreeAgent(movementsOf(all, words)),
  ].map(({ content }) => content);
}

test('sold in January and given back in May: the file of January stays as it was, that of May takes it back', async () => {
  const db = await makeBooks();
  const before = await exportLedger(db, request);
  await db.sales.update('s-1', { status: 'reversed', reversal: returned });
  const [first, second] = [await exportLedger(db, request), await exportLedger(db, next)];
  expect(papers(first)).toEqual(papers(before));
  expect(first.returns).toEqual([]);
  expect(second.sales).toEqual([]);
  expect(second.returns.map(({ on, sale }) => [on, sale.on, sale.price, sale.net])).toEqual([
    ['2026-05-02', '2026-01-10', usd(100), usd(88)],
  ]);
  // What had arrived by itself goes out again: 88.00.
  expect(second.receipts.map(({ on, amount }) => [on, amount.minor])).toEqual([['2026-05-02', -8800]]);
  expect(second.penalties.map(({ amount }) => amount)).toEqual([usd(5)]);
});

test('sold and given back in the same time: both are told, and come to nothing', async () => {
  const db = await makeBooks();
  await db.sales.update('s-1', {
    status: 'reversed',
    reversal: { ...returned, at: instant(Date.UTC(2026, 1, 2)), penalty: null },
  });
  const { sales, returns, receipts } = await exportLedger(db, request);
  expect(sales.map(({ id, undoneOn }) => [id, undoneOn])).toEqual([
    ['s-1', '2026-02-02'],
    ['s-2', null],
  ]);
  expect(returns.map(({ sale }) => sale.id)).toEqual(['s-1']);
  expect(receipts.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(0);
});

test('by payment, what was never paid and came back was never told', async () => {
  const db = await makeBooks();
  await db.sales.update('s-2', { status: 'reversed', reversal: returned });
  const byCash = { basis: 'cash' } as const;
  const ledgers = [await exportLedger(db, { ...request, ...byCash }), await exportLedger(db, { ...next, ...byCash })];
  for (const { sales, returns } of ledgers) {
    expect(sales.map(({ id }) => id)).not.toContain('s-2');
    expect(returns).toEqual([]);
  }
});

test('paid only after it was given back: it is told on the day of the payment and taken back then', async () => {
  const db = await makeBooks();
  await db.sales.update('s-1', { status: 'reversed', reversal: { ...returned, at: instant(Date.UTC(2026, 0, 12)) } });
  const { sales, returns } = await exportLedger(db, { ...request, basis: 'cash' });
  expect([sales[0]?.on, returns[0]?.on]).toEqual(['2026-01-14', '2026-01-14']);
});

test('sold again after it came back: an invoice of its own number in the file and in the stock book', async () => {
  const db = await makeBooks();
  const UK: TaxProfile = { ...NO_TAX_PROFILE, country: 'GB', registered: true, invoicePrefix: 'M-' };
  await db.inventory.update('p-1', { tax: { treatment: 'margin', note: '', purchaseInvoice: '', inputTax: null } });
  await db.stockBook.add({ id: 'p-1', number: 12, at: NOON });
  await db.sales.update('s-1', { status: 'reversed', reversal: { ...returned, at: instant(Date.UTC(2026, 1, 2)) } });
  await db.sales.add(
    makeSale({ id: 's-9', pairId: 'p-1', soldAt: instant(Date.UTC(2026, 2, 2)), status: 'completed' }),
  );
  const { sales, returns } = await exportLedger(db, { ...request, tax: UK });
  await putFxRate(db, { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: instant(0), source: 'test' });
  const numberOf = (id: string) => sales.find((sale) => sale.id === id)?.invoiceNumber;
  expect([numberOf('s-1'), numberOf('s-9'), returns[0]?.sale.invoiceNumber]).toEqual(['M-12', 'M-12-2', 'M-12']);
  const { settled, books, numbers } = (await readTax(db, UK, () => 0))!;
  const [line] = stockBook(settled, books.pairs, numbers, UK, () => 0).filter(({ pair }) => pair.id === 'p-1');
  expect(line?.sold?.invoice).toBe('M-12-2');
});

test('given back on a day nobody knows: in no line, and named', async () => {
  const ledger = await exportLedger(await makeBooks(), request);
  expect(ledger.leftOut).toContainEqual({ id: 's-3', what: 'back Dunk Low Panda', reason: 'reversed' });
});
