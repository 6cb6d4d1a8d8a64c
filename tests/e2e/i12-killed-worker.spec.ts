import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import type { SandboxProcess } from '../../scripts/sandbox-process';
import { connect, QUIET_PAGE, readData, syncAgain, waitForSync } from './harness/books';
import { ringAlarmFrom } from './harness/browser-api';
import { expect, test } from './harness/extension-test';
import { allListings, allOrders, control } from './harness/market';

/**
 * I10 and I12 in a real browser: the worker is killed again and again in the middle of the first sync. The books hold
 * whole pages with their cursor at every death, and are equal to the market in the end.
 */

test.use({ marketOptions: { listings: 600, orders: 450, seed: 3, speed: 0 } });
// Eight lives of a worker, 600 listings and 450 orders, then all of it once more.
test.setTimeout(240_000);

/** The worker dies when so many requests have been committed; the whole sync takes more than twice as many. */
const DEATHS = [
  { after: 0, method: 'close-target' },
  { after: 2, method: 'stop-all-workers' },
  { after: 6, method: 'close-target' },
  { after: 11, method: 'stop-all-workers' },
  { after: 16, method: 'close-target' },
  { after: 24, method: 'stop-all-workers' },
  { after: 45, method: 'close-target' },
] as const;

/** A lease lasts a minute. Whoever waited for it would not have committed anything by then. */
const TAKEN_UP_WITHIN_MS = 15_000;

async function requestsCommitted(page: Page): Promise<number> {
  const { jobRuns } = await readTables(page, ['jobRuns']);
  return jobRuns.reduce((sum, run) => sum + Number(run.requests), 0);
}

function ids(rows: readonly Record<string, unknown>[], field: string): string[] {
  return rows.map((row) => String(row[field])).toSorted();
}

/** Rows and cursors at the moment of a death: both or neither of every page. */
async function expectWholePages(page: Page): Promise<void> {
  const books = await readTables(page, ['cursors', 'orders', 'listings', 'sales', 'inventory']);
  const items = (id: string) => Number(books.cursors.find((cursor) => cursor.id === id)?.items ?? 0);
  expect(books.orders).toHaveLength(items('alias/orders/history'));
  expect(books.listings).toHaveLength(items('alias/listings/sweep'));
  const counted = books.orders
    .filter((order) => order.status !== 'cancelled')
    .map((order) => String(order.externalId))
    .toSorted();
  expect(ids(books.sales, 'externalOrderId')).toEqual(counted);
}

async function expectEqualToMarket(page: Page, market: SandboxProcess): Promise<void> {
  const books = await readTables(page, ['listings', 'orders', 'sales', 'inventory']);
  const byId = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const minor = (amount: unknown) => (amount === null ? '0' : String((amount as { minor: number }).minor));
  expect(
    byId(
      books.listings.map((row) => ({
        id: String(row.externalId),
        catalogId: row.catalogId,
        cents: minor(row.price),
        size: (row.size as { value: number }).value,
        changedAt: row.changedAt,
        status: `LISTING_STATUS_${String(row.status).toUpperCase()}`,
      })),
    ),
  ).toEqual(
    byId(
      (await allListings(market)).map((wire) => ({
        id: wire.id,
        catalogId: wire.catalog_id,
        cents: wire.price_cents,
        size: wire.size,
        changedAt: Date.parse(wire.updated_at),
        status: wire.status,
      })),
    ),
  );
  const wireOrders = await allOrders(market);
  expect(
    byId(
      books.orders.map((row) => ({
        id: String(row.externalId),
        listing: row.externalListingId,
        cents: minor(row.price),
        payout: minor(row.payout),
        number: row.orderNumber,
        soldAt: row.soldAt,
      })),
    ),
  ).toEqual(
    byId(
      wireOrders.map((wire) => ({
        id: wire.id,
        listing: wire.listing_id,
        cents: wire.price_cents,
        payout: wire.price_cents_after_take,
        number: wire.purchase_order_number,
        soldAt: Date.parse(wire.sold_at),
      })),
    ),
  );
  const sold = wireOrders.filter((wire) => wire.status !== 'ORDER_STATUS_CANCELED').map((wire) => wire.id);
  expect(ids(books.sales, 'externalOrderId'), 'one sale for each order').toEqual(sold.toSorted());
  const soldPairs = books.inventory.filter((pair) => pair.status === 'sold');
  expect(ids(books.sales, 'pairId'), 'one pair for each sale').toEqual(ids(soldPairs, 'id'));
}

async function expectRunsInOrder(page: Page): Promise<void> {
  // Polled: what comes every minute may be at work at this very moment.
  await expect
    .poll(async () => {
      const { jobRuns, jobs } = await readTables(page, ['jobRuns', 'jobs']);
      return [
        ...jobRuns.filter((run) => run.outcome !== 'done' || run.finishedAt === null || run.error !== null),
        ...jobs.filter((job) => job.lease !== null || job.progress !== null || job.failures !== 0),
      ];
    })
    .toEqual([]);
  const { jobRuns } = await readTables(page, ['jobRuns']);
  const history = jobRuns.filter((run) => run.job === 'listings-full');
  expect(history, 'a run that took several lives of the worker is one run').toHaveLength(1);
  expect(history[0]).toMatchObject({ pages: 12, read: 600 });
}

test('killed seven times in its first sync, the worker finishes it, equal to the market', async ({
  extension,
  market,
}) => {
  const page = await extension.page(QUIET_PAGE);
  await control(market, 'faults', { latencyMs: 60 });
  await connect(page, market.token);
  for (const { after, method } of DEATHS) {
    await expect
      .poll(() => requestsCommitted(page), { timeout: TAKEN_UP_WITHIN_MS, intervals: [20] })
      .toBeGreaterThanOrEqual(after);
    await extension.killWorker(method);
    await expectWholePages(page);
    await (method === 'close-target' ? ringAlarmFrom(page, 'tick') : extension.startWorker());
  }
  await control(market, 'faults', { latencyMs: 0 });
  await waitForSync(page, 0, 90_000);
  await expectEqualToMarket(page, market);
  await expectRunsInOrder(page);
  const before = await readData(page);
  await syncAgain(page);
  expect(await readData(page), 'a second sync changes nothing').toEqual(before);
});
