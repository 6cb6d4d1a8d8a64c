import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { createSandbox } from '../create-sandbox';
import { TEST_START } from '../make-test-market';
import type { WireListing, WireOrder } from '../world/wire';
import { payoutCents } from './fees';

const options = { token: 't', realNow: () => TEST_START, speed: 0 };
const sandbox = createSandbox(options);
const catalogue = createCatalogue();

async function everything<T>(path: string, key: 'listings' | 'results', next: string): Promise<T[]> {
  const rows: T[] = [];
  let token = '';
  do {
    const query = `page_size=50${token === '' ? '' : `&pagination_token=${token}`}`;
    const answer = await sandbox.fetch(
      new Request(`http://x.test/api/v1${path}?${query}`, { headers: { authorization: 'Bearer t' } }),
    );
    const page = (await answer.json()) as Record<string, T[]> & { pagination: Record<string, string> };
    rows.push(...(page[key] ?? []));
    token = page.pagination[next] ?? '';
  } while (token !== '');
  return rows;
}

const listings = await everything<WireListing>('/listings', 'listings', 'pagination_token');
const orders = await everything<WireOrder>('/orders', 'results', 'next_page_token');
const lines = sandbox.ledgerCsv.split('\r\n').slice(1, -1).map(parseLine);

/** Enough of a CSV reader for one line: quoted fields with doubled quotes. */
function parseLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (found) => found[1]?.replaceAll('""', '"') ?? found[2] ?? '',
  );
}

function countWhere<T>(rows: readonly T[], test_: (row: T) => boolean): number {
  return rows.filter(test_).length;
}

describe('the stock', () => {
  test('340 listings, mostly active, new and own', () => {
    expect(listings).toHaveLength(340);
    expect(countWhere(listings, (one) => one.status === 'LISTING_STATUS_ACTIVE')).toBeGreaterThan(260);
    for (const status of ['INACTIVE', 'PENDING'])
      expect(listings.some((one) => one.status === `LISTING_STATUS_${status}`)).toBe(true);
    expect(countWhere(listings, (one) => one.consigned)).toBeGreaterThan(5);
    expect(countWhere(listings, (one) => one.condition !== 'CONDITION_NEW')).toBeGreaterThan(5);
  });

  test('several pairs of one size', () => {
    const variants = new Set(
      listings.map((one) => `${one.catalog_id} ${one.size} ${one.condition} ${one.packaging_condition}`),
    );
    expect(listings.length - variants.size).toBeGreaterThan(20);
  });

  test('prices keep the rules; ids tell the time of creation', () => {
    for (const one of listings) {
      const item = catalogue.get(one.catalog_id);
      expect(Number(one.price_cents) % 100).toBe(0);
      expect(Number(one.price_cents)).toBeGreaterThanOrEqual(item?.minimumCents ?? 0);
      expect(Number(one.price_cents)).toBeLessThanOrEqual(item?.maximumCents ?? 0);
      expect(item?.wire.resellable).toBe(true);
      expect(item?.wire.allowed_sizes.map((size) => size.value)).toContain(one.size);
      expect(Number.parseInt(one.id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse(one.created_at));
      expect(Date.parse(one.updated_at)).toBeLessThanOrEqual(TEST_START);
    }
  });
});

describe('the orders', () => {
  test('420 of the last 14 months, in every state', () => {
    expect(orders).toHaveLength(420);
    const status = (name: string): number => countWhere(orders, (one) => one.status === `ORDER_STATUS_${name}`);
    expect(status('NEEDS_CONFIRMATION')).toBeGreaterThanOrEqual(3);
    for (const name of ['CONFIRMED', 'LABEL_GENERATED']) expect(status(name)).toBeGreaterThanOrEqual(2);
    expect(status('CANCELED')).toBeGreaterThanOrEqual(5);
    expect(status('COMPLETED')).toBeGreaterThan(330);
    for (const name of ['SELLER_SHIPPED', 'IN_TRANSIT', 'DELIVERED']) {
      expect(
        orders.some(
          (one) => one.status === 'ORDER_STATUS_IN_TRANSIT' && one.fulfillment_status === `FULFILLMENT_STATUS_${name}`,
        ),
      ).toBe(true);
    }
    expect(TEST_START - Date.parse(orders.at(-1)?.sold_at ?? '')).toBeGreaterThan(380 * 86_400_000);
  });

  test('what must be done has a deadline ahead; nothing happened in the future', () => {
    for (const order of orders) {
      const open = /NEEDS_CONFIRMATION|CONFIRMED|LABEL_GENERATED/.test(order.status);
      expect(order.cancels_at !== undefined).toBe(open);
      if (order.cancels_at !== undefined) expect(Date.parse(order.cancels_at)).toBeGreaterThan(TEST_START);
      const times = [order.sold_at, order.label_generated_at, order.in_transit_at, order.updated_at].flatMap((time) =>
        time === undefined ? [] : [Date.parse(time)],
      );
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeLessThanOrEqual(TEST_START);
    }
  });

  test('payouts follow the fee table: $120 brings $103.60', () => {
    expect(payoutCents(12_000)).toBe(10_360);
    for (const order of orders)
      expect(order.price_cents_after_take).toBe(String(payoutCents(Number(order.price_cents))));
  });

  test('the listings of some are still there, of most gone', async () => {
    const answers = await Promise.all(
      orders.slice(0, 120).map((order) =>
        sandbox.fetch(
          new Request(`http://x.test/api/v1/listings/${order.listing_id}`, {
            headers: { authorization: 'Bearer t' },
          }),
        ),
      ),
    );
    const there = countWhere(answers, (answer) => answer.status === 200);
    expect(there).toBeGreaterThan(15);
    expect(there).toBeLessThan(60);
  });
});

describe('the ledger', () => {
  test('twelve columns, numbers where numbers belong', () => {
    expect(sandbox.ledgerCsv.split('\r\n')[0]).toBe(
      'ref,style_code,name,brand,size,quantity,unit_cost,other_costs,currency,bought_on,supplier,alias_listing_id',
    );
    for (const line of lines) {
      expect(line).toHaveLength(12);
      expect(line[5]).toMatch(/^[1-9]\d*$/);
      expect(line[6]).toMatch(/^\d+\.\d\d$/);
      expect(line[7]).toMatch(/^\d+\.\d\d$/);
      expect(line[9]).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    expect(new Set(lines.map((line) => line[0])).size).toBe(lines.length);
  });

  test('names most pairs, by listing id or by code and size; about 6 % are missing', () => {
    const pairs = lines.reduce((sum, line) => sum + Number(line[5]), 0);
    const share = pairs / (listings.length + orders.length);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
    const withId = countWhere(lines, (line) => line[11] !== '');
    expect(withId / lines.length).toBeGreaterThan(0.75);
    expect(withId / lines.length).toBeLessThan(0.95);
    expect(lines.some((line) => Number(line[5]) > 1)).toBe(true);
    const known = new Set([...listings.map((one) => one.id), ...orders.map((one) => one.listing_id)]);
    for (const line of lines) if (line[11] !== '') expect(known.has(line[11] ?? '')).toBe(true);
  });

  test('margins are plausible: most sales earn, some lose', () => {
    const costs = new Map(lines.map((line) => [line[11], Number(line[6]) + Number(line[7])]));
    const rois = orders
      .flatMap((order) => {
        const cost = costs.get(order.listing_id);
        return cost === undefined ? [] : [Number(order.price_cents_after_take) / 100 / cost - 1];
      })
      .toSorted((a, b) => a - b);
    expect(rois.length).toBeGreaterThan(300);
    expect(rois[Math.floor(rois.length / 2)]).toBeGreaterThan(0.05);
    expect(rois[Math.floor(rois.length / 2)]).toBeLessThan(0.3);
    const losses = countWhere(rois, (roi) => roi < 0) / rois.length;
    expect(losses).toBeGreaterThan(0.08);
    expect(losses).toBeLessThan(0.35);
  });
});

test('10,000 listings and 5,000 orders are there in a few seconds', () => {
  const started = performance.now();
  const big = createSandbox({ ...options, listings: 10_000, orders: 5000 });
  expect(performance.now() - started).toBeLessThan(8000);
  expect(big.ledgerCsv.split('\r\n').length).toBeGreaterThan(11_000);
});
