import type { Page } from '@playwright/test';
import { z } from 'zod';
import { readTables } from '../../scripts/read-tables';
import type { SandboxProcess } from '../../scripts/sandbox-process';
import { ask, syncAgain, syncedSeller } from './harness/books';
import { badgeText, dismissNotification, ringAlarmFrom, shownNotifications } from './harness/browser-api';
import { expect, test } from './harness/extension-test';
import { allOrders, control, post } from './harness/market';

/** I16 in a real browser: a sale that is met again and again, also by a worker born in between, happens once. */

// Six whole readings, three of them by a worker that has to start first.
test.setTimeout(120_000);
test.use({ marketOptions: { listings: 60, orders: 40, seed: 5, speed: 0 } });

const sold = z.object({ order: z.object({ id: z.string(), price_cents_after_take: z.string() }) });

/** An active listing and the pair the books hold for it. */
async function pickListing(page: Page) {
  const { listings, inventory } = await readTables(page, ['listings', 'inventory']);
  const listing = listings.find((row) => row.status === 'active');
  const pair = inventory.find((row) => row.goatListingId === listing?.externalId);
  if (listing === undefined || pair === undefined) throw new Error('The market has no active listing.');
  return { listingId: String(listing.externalId), pairId: String(pair.id), price: Number(priceOf(listing)) };
}

function priceOf(row: Record<string, unknown>): unknown {
  return (row.price as { minor: unknown }).minor;
}

/** Orders the seller has to confirm or ship, as the market says. */
async function ordersWaiting(market: SandboxProcess): Promise<number> {
  const waiting = ['ORDER_STATUS_NEEDS_CONFIRMATION', 'ORDER_STATUS_CONFIRMED', 'ORDER_STATUS_LABEL_GENERATED'];
  const onTheWay = [
    'FULFILLMENT_STATUS_SELLER_SHIPPED',
    'FULFILLMENT_STATUS_IN_TRANSIT',
    'FULFILLMENT_STATUS_DELIVERED',
  ];
  return (await allOrders(market)).filter(
    (order) => waiting.includes(order.status) && !onTheWay.includes(String(order.fulfillment_status)),
  ).length;
}

async function saleOf(page: Page, orderId: string) {
  const { sales, inventory, notices } = await readTables(page, ['sales', 'inventory', 'notices']);
  const found = sales.filter((sale) => sale.externalOrderId === orderId);
  return {
    sales: found,
    pairs: inventory.filter((pair) => found.some((sale) => sale.pairId === pair.id)),
    notices: notices.filter((notice) => String(notice.id).endsWith(orderId)),
  };
}

test('one sale, one ring, one pair, the true payout; a cancelled order takes it all back', async ({
  extension,
  market,
}) => {
  const page = await syncedSeller(extension, market.token);
  const { listingId, pairId, price } = await pickListing(page);
  expect(await shownNotifications(page), 'old sales are no news').toEqual([]);
  await expect.poll(() => badgeText(page)).toBe(String(await ordersWaiting(market)));
  const waitingBefore = await ordersWaiting(market);

  const { order } = sold.parse(await control(market, 'sell', { listingId }));
  await Promise.all([
    ask(page, 'sync/now', { full: false }),
    ask(page, 'sync/now', { full: false }),
    ringAlarmFrom(page, 'tick'),
  ]);
  await expect.poll(() => shownNotifications(page)).toEqual([`sold:${order.id}`]);
  // A worker that dies before it has noted that it rang rings again, by the same id: that is not what is looked for here.
  await expect.poll(async () => (await saleOf(page, order.id)).notices[0]?.shownAt ?? null).not.toBeNull();
  // The person dismisses it: whatever rings from now on would be a second ring.
  await dismissNotification(page, `sold:${order.id}`);

  await ringAlarmFrom(page, 'tick');
  await extension.killWorker('stop-all-workers');
  await ringAlarmFrom(page, 'wake');
  await syncAgain(page);
  await extension.killWorker('close-target');
  await syncAgain(page);

  const met = await saleOf(page, order.id);
  expect(met.sales).toHaveLength(1);
  expect(met.sales[0]).toMatchObject({
    pairId,
    price: { minor: price, currency: 'USD' },
    payout: { minor: Number(order.price_cents_after_take), currency: 'USD' },
    status: 'pending',
  });
  expect(met.pairs).toMatchObject([{ id: pairId, status: 'sold', goatListingId: listingId }]);
  expect(met.notices).toHaveLength(1);
  expect(met.notices[0]?.shownAt).not.toBeNull();
  expect(await shownNotifications(page), 'it rang once').toEqual([]);
  expect(await ordersWaiting(market)).toBe(waitingBefore + 1);
  await expect.poll(() => badgeText(page)).toBe(String(waitingBefore + 1));

  await post(market, `/orders/${order.id}/cancel`);
  await syncAgain(page);
  await extension.killWorker('close-target');
  await syncAgain(page);
  const back = await saleOf(page, order.id);
  expect(back.sales).toHaveLength(1);
  expect(back.sales[0]).toMatchObject({ status: 'reversed' });
  expect(back.pairs).toHaveLength(1);
  expect(back.pairs[0]?.status, 'the pair is not sold any more').not.toBe('sold');
  expect(back.pairs[0]?.soldAt).toBeNull();
  expect(back.notices.map((notice) => String(notice.id)).toSorted()).toEqual([
    `cancelled:${order.id}`,
    `sold:${order.id}`,
  ]);
  await expect.poll(() => shownNotifications(page)).toEqual([`cancelled:${order.id}`]);
  await expect.poll(() => badgeText(page)).toBe(String(waitingBefore));
});
