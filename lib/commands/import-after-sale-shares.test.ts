import { beforeEach, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { previewImport } from '@/lib/queries/import-preview';
import { usd } from '@/tests/fixtures/builders';
import { ebayRows, FEE, ORDER, PART, type EbayRow } from '@/tests/fixtures/ebay-rows';
import { freshBooks } from '@/tests/fixtures/import-entries';
import { runImport } from '@/tests/fixtures/import-run';
import type { CommandDeps } from './command-deps';
import { editSale } from './edit-sale';
import { importSales } from './import-sales';

let db: ArchvdDatabase;
let deps: CommandDeps;
beforeEach(() => {
  ({ db, deps } = freshBooks());
});

const file = async (name: string, ...rows: readonly EbayRow[]) =>
  runImport(deps, name, await ebayRows(...rows), 500, 'ebay-transactions');
const only = async () => (await db.sales.toArray())[0];
const look = async (...rows: readonly EbayRow[]) =>
  (
    await previewImport(db, await ebayRows(...rows), { breathe: async () => {}, signal: new AbortController().signal })
  ).map(({ outcome, reason }) => [outcome, reason]);

test('a refund of an order of two articles is shared by their prices, of one article it is that one’s', async () => {
  const two = [
    { ...ORDER, 'Item ID': '1', 'Item subtotal': 100, 'Net amount': 90, 'Final Value Fee - variable': -9.6 },
    { ...ORDER, 'Item ID': '2', 'Item subtotal': 300, 'Net amount': 270, 'Final Value Fee - variable': -29.6 },
  ];
  await file('sales', ...two);
  await file('first', {
    ...PART,
    'Gross transaction amount': -40,
    'Net amount': -40,
    'Final Value Fee - variable': '--',
  });
  expect((await db.sales.toArray()).map(({ price }) => price.minor)).toEqual([9000, 27_000]);
  await file('second', { ...PART, 'Item ID': '1', 'Gross transaction amount': -100, 'Net amount': -90 });
  const [one, other] = await db.sales.orderBy('[marketplace+externalOrderId]').toArray();
  expect([one?.status, other?.status, other?.price]).toEqual(['reversed', 'completed', usd(260)]);
});

test('a fee in a later file is one more charge, and in a file with the sale it is counted once', async () => {
  await file('sales', ORDER);
  await file('fees', FEE);
  const once = { price: usd(250), payout: usd(216.15), charges: { advertising: usd(5) } };
  expect(await only()).toMatchObject(once);
  await file('both', ORDER, FEE);
  expect(await only()).toMatchObject(once);
  await file('sales again', ORDER, { ...FEE, Type: 'Hold' });
  expect(await only()).toMatchObject(once);
});

test('figures the seller put right are not touched, and the refund is told', async () => {
  await file('sales', ORDER);
  const sale = await only();
  await editSale(deps, { saleId: sale?.id ?? '', changes: { price: usd(240) }, displayCurrency: 'USD' });
  expect(await look(PART)).toEqual([['conflict', 'after-sale-by-hand']]);
  expect(await file('refunds', PART)).toMatchObject({ changed: 0, conflicts: [{ reason: 'after-sale-by-hand' }] });
  expect(await only()).toMatchObject({ price: usd(240), status: 'completed' });
});

test('an import that was taken back meanwhile writes nothing', async () => {
  const entries = (await ebayRows(ORDER)).flatMap((each) => (each.kind === 'sale' ? [each.entry] : []));
  const piece = { importId: 'none', entries, own: 'all', displayCurrency: 'USD' } as const;
  await expect(importSales(deps, piece)).rejects.toMatchObject({ code: 'not-found' });
});
