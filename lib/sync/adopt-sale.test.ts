import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { CommandDeps } from '@/lib/commands/command-deps';
import type { OrderFacts } from '@/lib/domain/orders/order';
import type { Entry, SaleEntry } from '@/lib/domain/imports/entry';
import { closeCharges } from '@/lib/domain/sales/charges';
import { DAY_MS, instant } from '@/lib/domain/time/instant';
import { makePair, NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { makeOrderFacts } from '@/tests/fixtures/facts';
import { PANDA, saleEntry, stockEntry } from '@/tests/fixtures/import-entries';
import { runImport, takeBack } from '@/tests/fixtures/import-run';
import { orderTables, writeOrders } from './commit-orders';

const SOLD = instant(NOON - 20 * DAY_MS);
const NUMBER = '586612181';

const ORDER = makeOrderFacts(1, {
  externalId: '0190-uuid',
  orderNumber: NUMBER,
  externalListingId: 'L1',
  styleCode: PANDA,
  rawSku: 'DD1391-100',
  sizeValue: 10,
  price: usd(145),
  payout: usd(126.22),
  soldAt: SOLD,
  changedAt: SOLD,
  status: 'completed',
});

const file = (given: Partial<SaleEntry> = {}): readonly Entry[] => [
  saleEntry({
    key: NUMBER,
    source: 'alias-invoice',
    platform: 'alias',
    soldAt: instant(SOLD - DAY_MS),
    charges: closeCharges({ shipping: usd(5) }, usd(145), usd(120)),
    paidAt: instant(SOLD + 9 * DAY_MS),
    country: 'GB',
    ...given,
  }),
];
const stock: readonly Entry[] = [stockEntry({ ref: 'a', boughtAt: instant(SOLD - 90 * DAY_MS) })];

async function sync(deps: CommandDeps, given: Partial<OrderFacts> = {}) {
  const marketplace = { id: 'alias' as const };
  const books = { db: deps.db, marketplace, random: { id: deps.newId } } as unknown as Parameters<
    typeof writeOrders
  >[0];
  await deps.db.transaction('rw', orderTables(deps.db), async () =>
    writeOrders(books, {
      facts: [{ ...ORDER, ...given }],
      displayCurrency: 'USD',
      feeProfile: { country: null, rating: null } as never,
      now: deps.now(),
      tellNews: true,
      newsSince: null,
      requestIdOf: () => null,
      notice: null,
    }),
  );
}

/** What the books come to: each sale with its pair, and what else there is. */
async function figures(db: ArchvdDatabase) {
  const pairs = await db.inventory.toArray();
  const sales = (await db.sales.toArray()).map(({ pairId, ...sale }) => {
    const pair = pairs.find(({ id }) => id === pairId);
    const { externalOrderId, price, payout, charges, paid, soldAt, status, details } = sale;
    const shoes = { cost: pair?.cost, status: pair?.status, soldAt: pair?.soldAt, listing: pair?.goatListingId };
    return { externalOrderId, price, payout, charges, paid, soldAt, status, details, shoes };
  });
  const left = pairs.filter(({ deletedAt, status }) => deletedAt === null && status !== 'sold');
  return { sales, left: left.map(({ goatListingId, cost }) => ({ goatListingId, cost })) };
}

describe('an order that a file told of before alias did', () => {
  test.each([
    ['nothing in stock', null, []],
    ['its pair listed', makePair({ id: 'l', status: 'listed', goatListingId: 'L1', cost: usd(70) }), []],
    ['its pair from a file of inventory', null, stock],
  ] as const)('is one sale, and the same as told the other way round: %s', async (_, listed, inventory) => {
    const [before, after] = [makeCommandDeps(), makeCommandDeps()];
    for (const { db } of [before, after]) if (listed !== null) await db.inventory.add(listed);
    for (const deps of [before, after]) if (inventory.length > 0) await runImport(deps, 'stock', inventory);
    await runImport(before, 'f', file());
    await sync(before);
    await sync(after);
    await runImport(after, 'f', file());
    const [told, expected] = [await figures(before.db), await figures(after.db)];
    expect(told.sales).toHaveLength(1);
    if (inventory.length === 0) expect(told).toEqual(expected);
    // What lies in stock is only taken for a sale of a file; the shoes are the same.
    else expect(told).toMatchObject({ sales: [{ payout: usd(126.22), shoes: { cost: usd(80) } }], left: [] });
  });

  test('the file again, and taken back: the sale stays alias’s own', async () => {
    const deps = makeCommandDeps();
    const { importId } = await runImport(deps, 'f', file());
    await sync(deps);
    expect(await runImport(deps, 'g', file())).toMatchObject({ added: 0, same: 1 });
    await takeBack(deps, importId);
    const { sales, left } = await figures(deps.db);
    expect(sales).toMatchObject([{ externalOrderId: '0190-uuid', shoes: { status: 'sold', listing: 'L1' } }]);
    expect(left).toEqual([]);
    await sync(deps, { payout: usd(127), changedAt: instant(SOLD + 1) });
    expect(await figures(deps.db)).toMatchObject({ sales: [{ payout: usd(127) }] });
    expect(await deps.db.sales.count()).toBe(1);
  });

  test('cancelled at alias it is no sale, and holds no shoes', async () => {
    const deps = makeCommandDeps();
    await runImport(deps, 'stock', stock);
    await runImport(deps, 'f', file());
    await sync(deps, { status: 'cancelled' });
    const { sales, left } = await figures(deps.db);
    expect(sales).toMatchObject([{ status: 'reversed', shoes: { status: 'in-stock' } }]);
    expect(left).toEqual([{ goatListingId: null, cost: usd(80) }]);
  });

  test('returned, as the file says, it stays so whatever its order goes on to say', async () => {
    const deps = makeCommandDeps();
    const reversal = { reason: 'returned', at: SOLD, penalty: usd(10), note: '' } as const;
    await runImport(deps, 'f', file({ status: 'reversed', reversal }));
    await sync(deps);
    expect(await deps.db.sales.toArray()).toMatchObject([
      { externalOrderId: '0190-uuid', status: 'reversed', reversal },
    ]);
  });

  test('what the seller said of its pair is kept, and the sale too once it is the seller’s own', async () => {
    const deps = makeCommandDeps();
    const { importId } = await runImport(deps, 'f', file());
    const [pair] = await deps.db.inventory.toArray();
    deps.push(1000);
    await deps.db.inventory.update(pair?.id ?? '', { note: 'box dented', cost: usd(75), updatedAt: deps.now() });
    await takeBack(deps, importId);
    await sync(deps);
    expect(await deps.db.sales.count()).toBe(1);
    expect(await deps.db.inventory.toArray()).toMatchObject([{ id: pair?.id, note: 'box dented', cost: usd(75) }]);
  });

  test('a price that differs is alias’s, and the file’s split of it goes', async () => {
    const deps = makeCommandDeps();
    await runImport(deps, 'f', file({ price: usd(150) }));
    await sync(deps);
    expect(await figures(deps.db)).toMatchObject({ sales: [{ price: usd(145), payout: usd(126.22), charges: null }] });
  });
});
