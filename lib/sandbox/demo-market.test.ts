import { describe, expect, test } from 'vitest';
import { createDemoMarket, type DemoMarket } from './demo-market';
import { list } from './make-test-market';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './market/time';
import type { WriteJournal } from './write-journal';

const START = Date.parse('2026-03-04T12:00:07Z');

function makeJournal(): WriteJournal {
  const entries: string[] = [];
  return { read: async () => [...entries], append: async (entry) => void entries.push(entry) };
}

function makeDemo(ageMs: number) {
  let now = START + ageMs;
  const demo = createDemoMarket({ startedAt: START, seed: 7, now: () => now, journal: makeJournal() });
  return { demo, setAge: (ms: number) => void (now = START + ms) };
}

async function all(demo: DemoMarket, what: 'listings' | 'orders'): Promise<readonly Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let token = ''; ;) {
    const url = `${demo.url}/${what}?page_size=50${token === '' ? '' : `&pagination_token=${encodeURIComponent(token)}`}`;
    const answer = await demo.fetch(new Request(url, { headers: { authorization: `Bearer ${demo.token}` } }));
    const body = (await answer.json()) as { pagination: Record<string, string> };
    rows.push(...list(body, what === 'orders' ? 'results' : 'listings'));
    token = body.pagination['next_page_token'] ?? body.pagination['pagination_token'] ?? '';
    if (token === '') return rows;
  }
}

describe('the demo market', () => {
  test('built anew is the one that has been running, order by order and listing by listing', async () => {
    const { demo, setAge } = makeDemo(0);
    // Asked at odd moments, as a worker does that is sometimes awake and sometimes dead.
    for (const age of [MINUTE_MS, 3 * MINUTE_MS, 50 * MINUTE_MS, 7 * HOUR_MS, 31 * HOUR_MS, 4 * DAY_MS]) {
      setAge(age);
      await all(demo, 'orders');
    }
    const again = makeDemo(4 * DAY_MS).demo;
    expect(await all(again, 'orders')).toEqual(await all(demo, 'orders'));
    expect(await all(again, 'listings')).toEqual(await all(demo, 'listings'));
  });

  test('a sale comes within the first minutes, and more later', async () => {
    const { demo, setAge } = makeDemo(0);
    const before = (await all(demo, 'orders')).length;
    setAge(3 * MINUTE_MS);
    const soon = await all(demo, 'orders');
    expect(soon.length).toBeGreaterThan(before);
    expect(soon[0]).toMatchObject({ status: 'ORDER_STATUS_NEEDS_CONFIRMATION' });
    setAge(2 * DAY_MS);
    expect((await all(demo, 'orders')).length).toBeGreaterThan(soon.length + 5);
  });

  test('orders are looked after: a week later none has run out, and some wait for the seller', async () => {
    const cancelled = (rows: readonly Record<string, unknown>[]) =>
      rows.filter((order) => order['status'] === 'ORDER_STATUS_CANCELED').length;
    const first = await all(makeDemo(0).demo, 'orders');
    const later = await all(makeDemo(7 * DAY_MS).demo, 'orders');
    expect(cancelled(later)).toBe(cancelled(first));
    expect(later.some((order) => order['status'] === 'ORDER_STATUS_NEEDS_CONFIRMATION')).toBe(true);
    expect(later.some((order) => order['status'] === 'ORDER_STATUS_CONFIRMED')).toBe(true);
  });

  test('after a month there is still something on the shelf', async () => {
    const listings = await all(makeDemo(30 * DAY_MS).demo, 'listings');
    const active = listings.filter((listing) => listing['status'] === 'LISTING_STATUS_ACTIVE').length;
    expect(active).toBeGreaterThan(10);
  });

  test('costs of most pairs are known, of some not', () => {
    const { demo } = makeDemo(0);
    expect(demo.ledgerCsv.split('\r\n').length).toBeGreaterThan(200);
  });

  test('draws a picture of its own models only', async () => {
    const { demo } = makeDemo(0);
    const listing = (await all(demo, 'listings'))[0];
    expect(demo.pictureOf(String(listing?.['catalog_id']))).toMatch(/^data:image\/svg\+xml,/);
    expect(demo.pictureOf('nothing')).toBeNull();
  });

  test('another token is turned away', async () => {
    const { demo } = makeDemo(0);
    const answer = await demo.fetch(new Request(`${demo.url}/test`, { headers: { authorization: 'Bearer x' } }));
    expect(answer.status).toBe(401);
  });
});
