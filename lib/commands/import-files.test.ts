import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { makePair, usd } from '@/tests/fixtures/builders';
import { day, freshBooks, saleEntry as sale, stockEntry as stock } from '@/tests/fixtures/import-entries';
import { booksOf, figuresOf, runImport, takeBack } from '@/tests/fixtures/import-run';
import type { CommandDeps } from './command-deps';

let db: ArchvdDatabase;
let deps: CommandDeps;

beforeEach(() => {
  ({ db, deps } = freshBooks());
});

describe('a file of sales', () => {
  test('sells the pair that was bought first, before the sale, and otherwise one of unknown cost', async () => {
    await runImport(deps, 'stock', [
      stock({ ref: 'b', boughtAt: day(8), cost: usd(90) }),
      stock({ ref: 'a', boughtAt: day(1), cost: usd(80) }),
      stock({ ref: 'late', boughtAt: day(200), cost: usd(10) }),
      stock({ ref: 'other size', size: { value: 11, system: 'US' } }),
    ]);
    const result = await runImport(deps, 'sales', [
      sale({ key: '2', soldAt: day(101) }),
      sale({ key: '1' }),
      sale({ key: '3', soldAt: day(102) }),
    ]);
    expect(result).toMatchObject({ added: 3, matched: 2, stillListed: 0 });
    const costs = await Promise.all(
      (await db.sales.orderBy('soldAt').toArray()).map(async ({ pairId }) => (await db.inventory.get(pairId))?.cost),
    );
    expect(costs).toEqual([usd(80), usd(90), null]);
    expect(
      (await db.inventory.where('status').equals('in-stock').toArray())
        .map(({ ledgerRef }) => String(ledgerRef))
        .toSorted(),
    ).toEqual(['late#1', 'other size#1']);
  });

  test('read twice adds nothing, under another name too', async () => {
    const entries = [sale({ key: '1' }), sale({ key: '2' }), stock({ ref: 'a' })];
    await runImport(deps, 'one', entries);
    const before = await booksOf(db);
    expect(await runImport(deps, 'one', entries)).toMatchObject({
      known: true,
      added: 0,
      filled: 0,
      changed: 0,
      same: 3,
    });
    expect(await runImport(deps, 'two', entries)).toMatchObject({
      known: false,
      added: 0,
      filled: 0,
      changed: 0,
      same: 3,
    });
    expect(await booksOf(db)).toEqual(before);
  });

  test('a newer report changes what it told before, and undo brings that back', async () => {
    await runImport(deps, 'old', [sale({ key: '1', payout: null })]);
    const before = await booksOf(db);
    const { importId, ...counts } = await runImport(deps, 'new', [
      sale({ key: '1', payout: usd(118), paidAt: day(110) }),
    ]);
    expect(counts).toMatchObject({ added: 0, filled: 1 });
    expect((await db.sales.toArray())[0]).toMatchObject({ payout: usd(118), paid: { at: day(110), payoutId: null } });
    expect(await takeBack(deps, importId)).toEqual({ removed: 0, restored: 1, left: 0 });
    expect(await booksOf(db)).toEqual(before);
  });

  test('two reports of one order: the one that knows more counts, whichever comes first', async () => {
    const orders = sale({
      key: 'o/1',
      platform: 'ebay',
      source: 'ebay-orders',
      payout: null,
      charges: null,
      buyer: 'jo',
    });
    const transactions = sale({
      key: 'o/1',
      platform: 'ebay',
      source: 'ebay-transactions',
      payout: usd(100),
      paidAt: day(104),
    });
    const outcomes: unknown[] = [];
    for (const files of [
      [orders, transactions],
      [transactions, orders],
    ]) {
      const books = freshBooks();
      for (const [nth, entry] of files.entries()) await runImport(books.deps, `f${nth}`, [entry]);
      outcomes.push(await figuresOf(books.db), (await books.db.sales.toArray())[0]?.details);
    }
    expect(outcomes[2]).toEqual(outcomes[0]);
    expect(outcomes[3]).toEqual(outcomes[1]);
  });

  test('a reversed sale holds no pair, and one that is reversed by a later report gives its pair back', async () => {
    await runImport(deps, 'stock', [stock({ ref: 'a' })]);
    await runImport(deps, 'sales', [sale({ key: '1' })]);
    const before = await booksOf(db);
    const reversal = { reason: 'refunded', at: day(110), penalty: null, note: '' } as const;
    const { importId } = await runImport(deps, 'later', [sale({ key: '1', status: 'reversed', reversal })]);
    expect((await db.inventory.toArray()).map(({ status, soldAt }) => [status, soldAt])).toEqual([['in-stock', null]]);
    await takeBack(deps, importId);
    expect({ ...(await booksOf(db)), changes: 0 }).toEqual({ ...before, changes: 0 });
  });
});

describe('a file of inventory', () => {
  test('finds sales that files told before, and pairs alias listed: 3 bought, 1 sold, 1 listed, 1 added', async () => {
    await db.inventory.add(
      makePair({ id: 'listed', status: 'listed', goatListingId: 'L1', cost: null, ledgerRef: null, soldAt: null }),
    );
    await runImport(deps, 'sales', [sale({ key: '1' })]);
    const result = await runImport(deps, 'stock', [stock({ ref: 'a', quantity: 3 })], 500, 'own-stock');
    expect(result).toMatchObject({ added: 2, filled: 1, matched: 1 });
    expect(await db.inventory.count()).toBe(3);
    expect((await db.inventory.toArray()).every(({ cost }) => cost?.minor === 8000)).toBe(true);
  });

  test('taken back, a sale a file told stays, with a pair of unknown cost', async () => {
    const { importId } = await runImport(deps, 'stock', [stock({ ref: 'a' })]);
    await runImport(deps, 'sales', [sale({ key: '1' })]);
    expect(await takeBack(deps, importId)).toMatchObject({ removed: 1, left: 0 });
    const [only] = await db.sales.toArray();
    expect(await db.inventory.toArray()).toMatchObject([{ id: only?.pairId, cost: null, status: 'sold' }]);
  });
});
