import type { JobRow, JobRunRow } from '@/lib/db/rows';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { variantId } from '@/lib/domain/market/quote';
import { DAY_MS, HOUR_MS, instant, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { makeListing, makeOrder, makePair, makePrice, makeProduct, makeSale, usd } from '../../fixtures/builders';

/** Models of the pictures: style code, brand, name, lowest ask in dollars. */
const MODELS = [
  ['DD1391-100', 'Nike', 'Dunk Low Panda', 98],
  ['DZ5485-612', 'Jordan', 'Air Jordan 1 Retro High OG Chicago Lost and Found', 412],
  ['GW3773', 'adidas', 'Yeezy Slide Onyx', 88],
  ['M990GL6', 'New Balance', '990v6 Grey', 165],
  ['CT8527-100', 'Jordan', 'Air Jordan 4 Retro White Oreo', 276],
  ['1203A413-101', 'ASICS', 'Gel-Kayano 14 White Pure Silver', 141],
  ['IE1667', 'adidas', 'Samba OG Cloud White Core Black', 74],
  ['FQ8138-100', 'Nike', "Women's Air Max 1 '86 Big Bubble Light Ozone", 132],
] as const;

const SIZES = [8, 8.5, 9, 9.5, 10, 10.5, 11, 12];

/** A fixed sequence, so that a picture changes only when the screen does. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export interface SeedSize {
  readonly pairs: number;
  readonly orders: number;
}

/** Rows of a seller as a sync would leave them at `now`, by table. */
export function makeSeller({ pairs, orders }: SeedSize, now: Instant): Record<string, readonly object[]> {
  const chance = createChance(7);
  const ago = (ms: number) => instant(Math.round(now - ms));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] ?? (from[0] as T);
  const products = MODELS.map(([code, brand, name]) =>
    makeProduct({
      catalogId: code.toLowerCase(),
      styleCode: code as never,
      rawSku: code.replace('-', ' '),
      brand,
      name,
      allowedSizes: SIZES.map((value) => ({ displayName: String(value), value, usValue: value })),
    }),
  );
  const prices = MODELS.flatMap(([code, , , ask]) =>
    SIZES.map((usSize) => {
      const variant = {
        marketplace: 'alias',
        catalogId: code.toLowerCase(),
        usSize,
        condition: 'new',
        packaging: 'good',
        consigned: null,
        regionId: null,
      } as const;
      const low = Math.round(ask * (0.9 + chance() * 0.3));
      return {
        ...makePrice({
          variant,
          lowestAsk: usd(low),
          highestOffer: chance() < 0.1 ? null : usd(Math.round(low * 0.86)),
          lastSale: usd(Math.round(low * 0.97)),
        }),
        id: variantId(variant),
        catalogId: code.toLowerCase(),
        updatedAt: ago(9 * MINUTE_MS),
      };
    }),
  );
  const inventory: object[] = [];
  const listings: object[] = [];
  const orderRows: object[] = [];
  const sales: object[] = [];
  const about = (model: (typeof MODELS)[number]) => ({
    catalogId: model[0].toLowerCase(),
    styleCode: model[0] as never,
    rawSku: model[0].replace('-', ' '),
    name: model[2],
    brand: model[1],
  });
  const costOf = (ask: number) => (chance() < 0.06 ? null : usd(Math.round(ask * (0.5 + chance() * 0.45) * 100) / 100));
  for (let index = 0; index < pairs; index += 1) {
    const model = pick(MODELS);
    const size = { value: pick(SIZES), system: 'US' } as const;
    const listed = chance() < 0.75;
    const listing = makeListing({
      ...about(model),
      size,
      price: usd(Math.round(model[3] * (0.95 + chance() * 0.25))),
      listedAt: ago(chance() * 90 * DAY_MS),
    });
    if (listed) listings.push(listing);
    inventory.push(
      makePair({
        ...about(model),
        size,
        status: listed ? 'listed' : 'in-stock',
        goatListingId: listed ? listing.externalId : null,
        cost: costOf(model[3]),
        boughtAt: chance() < 0.1 ? null : ago(DAY_MS * (20 + chance() * 200)),
        updatedAt: ago(index * MINUTE_MS),
      }),
    );
  }
  for (let index = 0; index < orders; index += 1) {
    const model = pick(MODELS);
    const price = usd(Math.round(model[3] * (0.92 + chance() * 0.2)));
    const soldAt = ago(index < 3 ? (index + 1) * 5 * HOUR_MS : (index * 400 * DAY_MS) / orders);
    const payout = usd(Math.round((price.minor / 100) * 0.905 - 5));
    const pair = makePair({
      ...about(model),
      status: 'sold',
      cost: costOf(model[3]),
      soldAt,
      size: { value: pick(SIZES), system: 'US' },
    });
    const waiting = index < 3;
    const cancelled = !waiting && chance() < 0.03;
    const order = makeOrder({
      ...about(model),
      price,
      payout: waiting ? null : payout,
      soldAt,
      sizeValue: pair.size.value,
      status: waiting
        ? index === 2
          ? 'confirmed'
          : 'unknown:ORDER_STATUS_NEEDS_CONFIRMATION'
        : cancelled
          ? 'cancelled'
          : index < 9
            ? 'in-transit'
            : 'completed',
      cancelsAt: waiting ? instant(now + (index + 1) * 19 * HOUR_MS) : null,
    });
    inventory.push(cancelled ? { ...pair, status: 'in-stock', soldAt: null } : pair);
    orderRows.push(order);
    sales.push(
      makeSale({
        ...about(model),
        externalOrderId: order.externalId,
        orderNumber: order.orderNumber,
        pairId: pair.id,
        price,
        payout: order.payout,
        soldAt,
        sizeValue: pair.size.value,
        status: cancelled ? 'reversed' : index < 9 ? 'pending' : 'completed',
      }),
    );
  }
  return {
    products,
    marketPrices: prices,
    inventory,
    listings,
    orders: orderRows,
    sales,
    cursors: MODELS.map(([code]) => ({
      id: `alias/prices/${code.toLowerCase()}`,
      token: null,
      sweepId: null,
      startedAt: ago(10 * MINUTE_MS),
      finishedAt: ago(9 * MINUTE_MS),
      pages: 1,
      items: 8,
      total: null,
    })),
    feeSchedules: ALIAS_FEE_SCHEDULES.map((schedule) => ({
      id: `alias@${schedule.validFrom}`,
      createdAt: now,
      updatedAt: now,
      marketplace: 'alias',
      validFrom: schedule.validFrom,
      schedule,
    })),
    ...makeJobs(now),
  };
}

function makeJobs(now: Instant): { readonly jobs: readonly JobRow[]; readonly jobRuns: readonly JobRunRow[] } {
  const at = (ms: number) => instant(now - ms);
  const names = ['orders', 'listings', 'products', 'prices'] as const;
  return {
    jobs: ([...names, 'listings-full'] as const).map((id) => ({
      id,
      dueAt: instant(now + HOUR_MS),
      lease: null,
      fence: 1,
      failures: 0,
      lastFinishedAt: at(40_000),
      lastSuccessAt: at(40_000),
      progress: null,
    })),
    jobRuns: Array.from({ length: 12 }, (_, index) => ({
      id: `run-${index}`,
      job: names[index % names.length] ?? 'orders',
      startedAt: at(40_000 + index * 61_000),
      finishedAt: at(38_800 + index * 61_000),
      outcome: index === 5 ? ('failed' as const) : ('done' as const),
      requests: 3,
      pages: 2,
      read: 80 - index,
      written: index === 0 ? 4 : 0,
      rejected: 0,
      requestIds: [`req-${index}a`, `req-${index}b`],
      error:
        index === 5
          ? { code: 'unavailable' as const, message: 'alias answered 503. The next try is in 2 minutes.' }
          : null,
    })),
  };
}
