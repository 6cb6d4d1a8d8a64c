import type { Page } from '@playwright/test';
import { ask, QUIET_PAGE, type Row } from './harness/books';
import { expect, test } from './harness/extension-test';

/** The demo market is played again from its start in every life of the worker; what was done to it is done again too. */

test.setTimeout(90_000);

/** Rows of the demo's own books, past all code of the extension. Null: there are none. */
async function demoRows(page: Page, table: string): Promise<Row[] | null> {
  return page.evaluate(async (name) => {
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === 'archvd-demo')) return null;
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const database = await settled(indexedDB.open('archvd-demo'));
    try {
      if (!database.objectStoreNames.contains(name)) return [];
      return await settled<Row[]>(database.transaction(name).objectStore(name).getAll());
    } finally {
      database.close();
    }
  }, table);
}

const amountOf = (value: unknown): number => (value as { readonly minor: number } | null)?.minor ?? 0;

async function readAnew(page: Page): Promise<void> {
  const since = await page.evaluate(() => Date.now());
  expect(await ask(page, 'sync/now', { full: true })).toEqual({ ok: true });
  await expect
    .poll(
      async () => {
        const jobs = (await demoRows(page, 'jobs')) ?? [];
        const read = ['listings', 'listings-full', 'orders'].map((name) => jobs.find((job) => job.id === name));
        return read.every((job) => job?.lease === null && Number(job.lastSuccessAt) >= since);
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

test('a price changed in the demo stays changed when the worker dies, and goes with the demo', async ({
  extension,
}) => {
  const page = await extension.page(QUIET_PAGE);
  expect(await ask(page, 'demo/start', {})).toEqual({ ok: true });
  await expect
    .poll(async () => ((await demoRows(page, 'inventory')) ?? []).filter((pair) => pair.cost !== null).length, {
      timeout: 40_000,
    })
    .toBeGreaterThan(20);
  const inventory = (await demoRows(page, 'inventory')) ?? [];
  const known = new Set(inventory.filter((pair) => pair.cost !== null).map((pair) => pair.goatListingId));
  const active = ((await demoRows(page, 'listings')) ?? []).filter(
    (row) => row.status === 'active' && known.has(row.externalId),
  );
  const listing = active.toSorted((a, b) => amountOf(a.price) - amountOf(b.price))[Math.floor(active.length / 2)];
  if (listing === undefined) throw new Error('The demo has no listing.');
  const from = amountOf(listing.price);
  const to = from + 700;
  const change = {
    listingId: String(listing.id),
    from: { minor: from, currency: 'USD' as const },
    to: { minor: to, currency: 'USD' as const },
    belowFloor: true,
    intoOffer: false,
  };
  expect(await ask(page, 'listings/set-price', { changes: [change] })).toMatchObject({ ok: true, accepted: 1 });
  const states = async () => ((await demoRows(page, 'outbox')) ?? []).map((row) => row.state);
  await expect.poll(states, { timeout: 20_000 }).toEqual(['confirmed']);
  const priceKept = async () => {
    const found = ((await demoRows(page, 'listings')) ?? []).find((row) => row.id === listing.id);
    return amountOf(found?.price);
  };
  expect(await priceKept()).toBe(to);
  const journal = ((await demoRows(page, 'meta')) ?? []).filter((row) => String(row.id).startsWith('demo/write/'));
  expect(journal).toHaveLength(1);
  expect(String(journal[0]?.value)).not.toContain('archvd_demo_market');

  for (const method of ['close-target', 'stop-all-workers'] as const) {
    await extension.killWorker(method);
    await readAnew(page);
    expect(await priceKept(), 'the market of the next worker says the same').toBe(to);
  }

  expect(await ask(page, 'demo/remove', {})).toMatchObject({ ok: true, left: [] });
  expect(await demoRows(page, 'meta')).toBeNull();
});
