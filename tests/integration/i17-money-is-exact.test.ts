import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Order } from '@/lib/domain/orders/order';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { CURRENCY_CODES } from '@/lib/domain/money/currency';
import { formatMoney } from '@/lib/domain/money/format-money';
import { money, type Money } from '@/lib/domain/money/money';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { PnlSettings } from '@/lib/domain/pnl/pnl-line';
import { pnlReport } from '@/lib/domain/pnl/pnl-report';
import { pnlTotals } from '@/lib/domain/pnl/pnl-totals';
import { createAliasMarketplace } from '@/lib/marketplaces/alias/client';
import { makeWireOrder } from '../fakes/alias-answers';
import { createFaultServer } from '../fakes/fault-server';
import { makeHttp } from '../fakes/make-http';
import { makePair, makeSale, NOON } from '../fixtures/builders';
import { makeDatabase } from '../fixtures/test-database';
import { makeWorld } from './world';

/** I17: money is whole minor units with a currency, and every cent that arrives is the cent that is shown. */

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Whole cents as alias writes them: nearly always text, in the documentation numbers. */
const cents = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const wireCents = fc
  .tuple(cents, fc.boolean())
  .map(([value, asText]) => ({ value, wire: asText ? `${value}` : value }));
const amounts = fc.record({ price: wireCents, payout: wireCents });

function wireOrder(nth: number, price: unknown, payout: unknown) {
  const sold_at = new Date(NOON - nth * 60_000).toISOString();
  const id = `order-${nth}`;
  return makeWireOrder({
    id,
    listing_id: `listing-${nth}`,
    sold_at,
    price_cents: price,
    price_cents_after_take: payout,
  });
}

/** Orders as alias would send them, through client and sync into the books, and read back. */
async function syncOrders(results: readonly object[]): Promise<{ orders: Map<string, Order>; refused: string[] }> {
  const server = await createFaultServer({
    handler: (request) =>
      Response.json(
        request.url.includes('/orders')
          ? { results, pagination: { next_page_token: '' } }
          : { listings: [], pagination: { pagination_token: '', has_more: false, total_count: '0' } },
      ),
  });
  open.push(server);
  const world = makeWorld({ marketplace: createAliasMarketplace(makeHttp(server.origin).http) });
  await world.engine.tick();
  const [orders, quarantine] = [await world.db.orders.toArray(), await world.db.quarantine.toArray()];
  return {
    orders: new Map(orders.map((order) => [order.externalId, order])),
    refused: quarantine.map((row) => row.externalId ?? ''),
  };
}

describe('I17 money is exact', () => {
  test('every cent alias names is the cent that is stored and shown, however large', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(amounts, { minLength: 1, maxLength: 50 }), async (given) => {
        const { orders } = await syncOrders(
          given.map(({ price, payout }, nth) => wireOrder(nth, price.wire, payout.wire)),
        );
        for (const [nth, { price, payout }] of given.entries()) {
          const order = orders.get(`order-${nth}`);
          expect(order?.price).toEqual({ minor: price.value, currency: 'USD' });
          expect(order?.payout).toEqual({ minor: payout.value, currency: 'USD' });
          const shown = formatMoney(order?.price as Money);
          expect(parseMoney(shown, 'USD')).toEqual({ ok: true, money: order?.price });
        }
      }),
      { seed: 17, numRuns: 12 },
    );
  });

  const nonsense: readonly unknown[] = [
    '199.99',
    199.5,
    '1e4',
    'NaN',
    'Infinity',
    '',
    ' 100',
    '0x10',
    '١٢٣',
    null,
    true,
    ['100'],
    '0',
    0,
    '-100',
    '9007199254740993',
    9_007_199_254_740_992,
  ];

  test('what is no whole, safe number of cents is set aside, never rounded; the orders beside it are kept', async () => {
    const { orders, refused } = await syncOrders([
      wireOrder(900, '14200', '11536'),
      ...nonsense.map((price, nth) => wireOrder(nth, price, '100')),
      wireOrder(901, 14_200, 11_536),
    ]);
    expect([...orders.keys()].toSorted()).toEqual(['order-900', 'order-901']);
    expect(orders.get('order-900')?.price).toEqual(orders.get('order-901')?.price);
    expect(refused.toSorted()).toEqual(nonsense.map((_, nth) => `order-${nth}`).toSorted());
  });

  test('a payout of "0" or none is unknown, not nothing', async () => {
    const { orders } = await syncOrders(['0', 0, '', null].map((payout, nth) => wireOrder(nth, '100', payout)));
    expect([...orders.values()].map((order) => order.payout)).toEqual([null, null, null, null]);
  });

  test('what is shown reads back as the same amount, in every currency', () => {
    const amount = fc.tuple(
      fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
      fc.constantFrom(...CURRENCY_CODES),
    );
    fc.assert(
      fc.property(amount, ([value, currency]) => {
        const given = money(value, currency);
        expect(parseMoney(formatMoney(given), currency)).toEqual({ ok: true, money: given });
      }),
      { seed: 17, numRuns: 2000 },
    );
  });
});

const soldPair = fc.record({
  price: fc.integer({ min: 1, max: 500_000_00 }),
  payout: fc.integer({ min: -1000, max: 500_000_00 }),
  cost: fc.option(fc.integer({ min: 0, max: 500_000_00 })),
  otherCosts: fc.option(fc.integer({ min: 0, max: 10_000 })),
});

function settings(withdraws: boolean): PnlSettings {
  const profile = { rating: 90, country: 'US', method: 'prepaid', withdraws } as const;
  return { currency: 'USD', schedules: ALIAS_FEE_SCHEDULES, profile };
}

describe('I17 profit and loss', () => {
  test('random sales, stored in any order, add up to the cent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(soldPair, { minLength: 1, maxLength: 40 }), fc.nat(), async (sold, turn) => {
        const usd = (value: number | null) => (value === null ? null : money(value, 'USD'));
        const pairs = sold.map(({ cost, otherCosts }, nth) =>
          makePair({ id: `pair-${nth}`, status: 'sold', cost: usd(cost), otherCosts: usd(otherCosts) }),
        );
        const sales = sold.map(({ price, payout }, nth) =>
          makeSale({ id: `sale-${nth}`, pairId: `pair-${nth}`, price: money(price, 'USD'), payout: usd(payout) }),
        );
        const reports = [];
        for (const rows of [sales, rotated(sales.toReversed(), turn)]) {
          const db = makeDatabase();
          await db.inventory.bulkAdd(pairs);
          await db.sales.bulkAdd([...rows]);
          const stored = new Map((await db.inventory.toArray()).map((pair) => [pair.id, pair]));
          const found = (await db.sales.toArray()).toReversed();
          reports.push(
            [true, false].map((withdraws) => pnlTotals(pnlReport(found, stored, settings(withdraws)), null).complete),
          );
          db.close();
        }
        expect(reports[1]).toEqual(reports[0]);
        const known = sold.filter((one) => one.cost !== null);
        const exact = known.reduce(
          (sum, one) => sum + BigInt(one.payout - (one.cost ?? 0) - (one.otherCosts ?? 0)),
          0n,
        );
        const [withdrawn, kept] = reports[0] ?? [];
        expect(BigInt(kept?.profit.minor ?? -1)).toBe(exact);
        expect(kept?.sales).toBe(known.length);
        for (const total of [withdrawn, kept]) expect(total === undefined ? Number.NaN : whatIsLeft(total)).toBe(0);
      }),
      { seed: 17, numRuns: 60 },
    );
  });
});

type Totals = ReturnType<typeof pnlTotals>['complete'];

/** `revenue − take − cash-out − cost − other costs − profit`, which is nothing when the report adds up. */
function whatIsLeft({ revenue, take, cashOut, cost, otherCosts, profit }: Totals): number {
  return revenue.minor - take.minor - cashOut.minor - cost.minor - otherCosts.minor - profit.minor;
}

function rotated<T>(rows: readonly T[], by: number): readonly T[] {
  const at = by % rows.length;
  return [...rows.slice(at), ...rows.slice(0, at)];
}
