import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { previewImport } from '@/lib/queries/import-preview';
import { usd } from '@/tests/fixtures/builders';
import { ebayRows, FEE, ORDER, PART, REST, WHOLE, type EbayRow } from '@/tests/fixtures/ebay-rows';
import { day, freshBooks, stockEntry } from '@/tests/fixtures/import-entries';
import { booksOf, figuresOf, runImport, takeBack } from '@/tests/fixtures/import-run';
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

const LOWERED = { price: usd(200), payout: usd(176.85), status: 'completed' };
const REVERSED = { price: usd(250), status: 'reversed', reversal: { reason: 'refunded', penalty: usd(0.4) } };

describe('a refund in a later file than its sale', () => {
  test.each([
    ['a part: 250.00 - 50.00 = 200.00, 221.15 - 44.30 = 176.85', PART, LOWERED],
    ['all of it: reversed, and the 0.40 eBay kept are its penalty', WHOLE, REVERSED],
  ])('%s, whichever file comes first, and however often', async (_, refund, expected) => {
    const files: EbayRow[][] = [[ORDER], [refund], [ORDER, refund]];
    for (const [nth, order] of [
      [0, 1],
      [1, 0],
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
      [2, 1, 0],
      [0, 2, 0],
    ].entries()) {
      ({ db, deps } = freshBooks());
      for (const [turn, which] of order.entries()) await file(`${nth}.${turn}`, ...(files[which] ?? []));
      expect(await db.sales.toArray(), order.join()).toMatchObject([expected]);
      expect(await db.inventory.toArray()).toMatchObject([
        { deletedAt: expected === LOWERED ? null : expect.anything() },
      ]);
    }
  });

  test('parts that come to all of it reverse the sale', async () => {
    await file('1', ORDER);
    await file('2', PART);
    await file('3', REST);
    expect(await only()).toMatchObject(REVERSED);
  });

  test('one whose sale nobody told is kept aside, told, and taken off when the sale comes', async () => {
    expect(await look(PART)).toEqual([['waiting', 'after-sale-waits']]);
    expect(await file('refunds', PART)).toMatchObject({ conflicts: [{ reason: 'after-sale-waits' }] });
    expect(await db.sales.count()).toBe(0);
    expect(await look(ORDER)).toEqual([['needs-pair', null]]);
    await file('sales', ORDER);
    expect(await only()).toMatchObject(LOWERED);
  });

  test('is previewed with what it does', async () => {
    expect(await look(ORDER, WHOLE)).toEqual([
      ['changed', 'refund-whole'],
      ['new', null],
    ]);
    await file('sales', ORDER);
    expect(await look(PART)).toEqual([['changed', 'refund-part']]);
    expect(await look(WHOLE)).toEqual([['changed', 'refund-whole']]);
    await file('refunds', PART);
    expect(await look(PART)).toEqual([['same', null]]);
    expect(await look(ORDER, PART)).toEqual([
      ['same', null],
      ['same', null],
    ]);
  });

  test.each([
    ['a part', PART],
    ['all of it', WHOLE],
  ])('%s: taken back, the books are as before to the last field', async (_, refund) => {
    await runImport(deps, 'stock', [stockEntry({ ref: 'a', boughtAt: day(1), cost: usd(80) })]);
    await file('sales', ORDER);
    const before = await figuresOf(db);
    const sale = await only();
    const { importId } = await file('refunds', refund);
    expect(await figuresOf(db)).not.toEqual(before);
    expect(await takeBack(deps, importId)).toMatchObject({ restored: 1, left: 0 });
    expect(await figuresOf(db)).toEqual(before);
    expect(await only()).toEqual(sale);
  });

  test.each([[[0, 1]], [[1, 0]]])('files taken back in the order %j leave nothing', async (order) => {
    const empty = await booksOf(db);
    const imports = [(await file('sales', ORDER)).importId, (await file('refunds', WHOLE)).importId];
    for (const nth of order) await takeBack(deps, imports[nth] ?? '');
    expect(await booksOf(db)).toEqual(empty);
  });

  test('its pair is in stock again, and sold by the next sale of it; taken back, each sale has a pair of its own', async () => {
    await runImport(deps, 'stock', [stockEntry({ ref: 'a', boughtAt: day(1), cost: usd(80) })]);
    await file('sales', ORDER);
    const { importId } = await file('refunds', WHOLE);
    expect((await db.inventory.toArray()).filter(({ status }) => status === 'in-stock')).toHaveLength(1);
    await file('next', { ...ORDER, 'Order number': '12-1', 'Transaction creation date': 'Sep 9, 2025' });
    await takeBack(deps, importId);
    const sales = await db.sales.toArray();
    expect(new Set(sales.map(({ pairId }) => pairId)).size).toBe(2);
    const costs = await Promise.all(
      sales.map(async ({ pairId }) => (await db.inventory.get(pairId))?.cost?.minor ?? null),
    );
    expect(costs).toEqual([8000, null]);
  });
});

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
