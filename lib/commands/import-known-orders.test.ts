import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { SaleEntry } from '@/lib/domain/imports/entry';
import { closeCharges } from '@/lib/domain/sales/charges';
import { instant } from '@/lib/domain/time/instant';
import { orderTables, writeOrders } from '@/lib/sync/commit-orders';
import { makeOrder, makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { BRED, day, freshBooks, saleEntry as sale, stockEntry as stock } from '@/tests/fixtures/import-entries';
import { runImport } from '@/tests/fixtures/import-run';
import type { CommandDeps } from './command-deps';

let db: ArchvdDatabase;
let deps: CommandDeps;
let clock = 0;

beforeEach(() => {
  ({ db, deps } = freshBooks());
});

describe('a sale that is in the books already', () => {
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
});
