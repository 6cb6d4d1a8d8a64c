import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { previewImport } from '@/lib/queries/import-preview';
import { usd } from '@/tests/fixtures/builders';
import { ebayRows, ORDER, PART, REST, WHOLE, type EbayRow } from '@/tests/fixtures/ebay-rows';
import { day, freshBooks, stockEntry } from '@/tests/fixtures/import-entries';
import { booksOf, figuresOf, runImport, takeBack } from '@/tests/fixtures/import-run';
import type { CommandDeps } from './command-deps';

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
      expect(await db.sales.toArray()).toMatchObject([expected]);
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
