import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { SaleEntry } from '@/lib/domain/imports/entry';
import { closeCharges } from '@/lib/domain/sales/charges';
import { instant } from '@/lib/domain/time/instant';
import { orderTables, writeOrders } from '@/lib/sync/commit-orders';
import { makeOrder, makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { BRED, day, freshBooks, saleEntry as sale, stockEntry as stock } from '@/tests/fixtures/import-entries';
import { booksOf, figuresOf, runImport, takeBack } from '@/tests/fixtures/import-run';
import type { CommandDeps } from './command-deps';

let db: ArchvdDatabase;
let deps: CommandDeps;
let clock = 0;

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

  test('an order alias told by itself is filled in, never sold a second time', async () => {
    const pair = makePair({ id: 'p', status: 'sold', goatListingId: 'L' });
    await db.inventory.add(pair);
    await db.sales.add(
      makeSale({
        id: 's',
        pairId: 'p',
        marketplace: 'alias',
        externalOrderId: 'uuid',
        orderNumber: '586612181',
        price: usd(145),
        payout: usd(126.22),
        soldAt: day(100),
        importId: null,
        charges: null,
        paid: null,
      }),
    );
    const entry = (given: Partial<SaleEntry>) =>
      sale({
        key: '586612181',
        platform: 'alias',
        source: 'alias-invoice',
        soldAt: day(95),
        payout: usd(126.22),
        charges: closeCharges({ shipping: usd(5) }, usd(145), usd(126.22)),
        paidAt: day(120),
        ...given,
      });
    expect(await runImport(deps, 'a', [entry({})], 500, 'alias-invoice')).toMatchObject({ added: 0, filled: 1 });
    expect(await db.sales.toArray()).toMatchObject([
      {
        id: 's',
        payout: usd(126.22),
        soldAt: day(100),
        charges: { shipping: usd(5), adjustment: usd(13.78) },
        paid: { at: day(120) },
      },
    ]);
    expect(await runImport(deps, 'b', [entry({ price: usd(150) })])).toMatchObject({
      added: 0,
      conflicts: [{ line: 2, reason: 'price-differs' }],
    });
    expect(await db.inventory.count()).toBe(1);
  });

  test('read before alias told the order itself, it becomes that order: one sale, the listing’s pair, fees and payment kept', async () => {
    const charges = closeCharges({ shipping: usd(5) }, usd(145), usd(126.22));
    const entry = {
      platform: 'alias',
      source: 'alias-invoice',
      payout: usd(126.22),
      charges,
      paidAt: day(120),
    } as const;
    await runImport(deps, 'stock', [stock({ ref: 'a' })]);
    await runImport(deps, 'a', [sale({ key: '586612181', ...entry })]);
    await db.inventory.add(makePair({ id: 'listed', status: 'listed', goatListingId: 'L9', styleCode: BRED }));
    const {
      id: _id,
      createdAt: _made,
      updatedAt: _at,
      ...order
    } = makeOrder({
      externalId: 'uuid-9',
      orderNumber: '586612181',
      externalListingId: 'L9',
      price: usd(145),
      payout: usd(126.22),
    });
    const told = {
      facts: [order],
      displayCurrency: 'USD',
      feeProfile: null as never,
      now: instant(NOON + 5e6),
      tellNews: false,
      newsSince: null,
      requestIdOf: () => null,
      notice: null,
    } as const;
    const random = { id: () => `sync-${(clock += 1)}` } as never;
    await db.transaction('rw', orderTables(db), async () =>
      writeOrders({ db, random, marketplace: { id: 'alias' } }, told),
    );
    const sales = await db.sales.toArray();
    expect(sales).toMatchObject([
      {
        externalOrderId: 'uuid-9',
        pairId: 'listed',
        importId: null,
        paid: { at: day(120) },
        charges: { shipping: usd(5), adjustment: usd(13.78) },
      },
    ]);
    expect((await db.inventory.toArray()).map(({ status }) => status).toSorted()).toEqual(['in-stock', 'sold']);
    expect(await runImport(deps, 'again', [sale({ key: '586612181', ...entry, soldAt: order.soldAt })])).toMatchObject({
      added: 0,
    });
  });

  test('a sale the seller told of by hand is found by its number, or suspected by shoes, price and day', async () => {
    await db.inventory.add(makePair({ id: 'p', status: 'sold' }));
    const told = makeSale({
      id: '019a-told',
      externalOrderId: '019a-told',
      pairId: 'p',
      marketplace: 'stockx',
      orderNumber: '39-1',
      rawSku: 'DD1391-100',
      sizeValue: 10,
      price: usd(145),
      soldAt: day(100),
      importId: null,
    });
    await db.sales.add(told);
    expect(await runImport(deps, 'a', [sale({ key: '39-1' })])).toMatchObject({ added: 0, filled: 1 });
    expect(await runImport(deps, 'b', [sale({ key: '40-2' })])).toMatchObject({
      added: 0,
      conflicts: [{ line: 2, reason: 'looks-told' }],
    });
    expect(await runImport(deps, 'c', [sale({ key: '40-2', soldAt: day(103) })])).toMatchObject({
      added: 1,
      conflicts: [],
    });
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

describe('taken back', () => {
  test('what somebody changed since stays, is told, and is the seller’s own', async () => {
    const { importId } = await runImport(deps, 'sales', [sale({ key: '1' }), sale({ key: '2' }), sale({ key: '3' })]);
    const [first, second] = await db.sales.orderBy('id').toArray();
    await db.sales.update(first?.id ?? '', { orderNumber: 'mine', updatedAt: instant(NOON + 1e9) });
    await db.inventory.update(second?.pairId ?? '', { cost: usd(70), updatedAt: instant(NOON + 1e9) });
    expect(await takeBack(deps, importId)).toEqual({ removed: 1, restored: 0, left: 2 });
    expect((await db.sales.toArray()).map(({ importId: of }) => of)).toEqual([null, null]);
    expect(await db.inventory.count()).toBe(2);
  });

  test('the same file may come again', async () => {
    const entries = [sale({ key: '1' })];
    const { importId } = await runImport(deps, 'f', entries);
    await takeBack(deps, importId);
    await expect(takeBack(deps, importId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await runImport(deps, 'f', entries)).toMatchObject({ known: false, added: 1 });
  });
});
