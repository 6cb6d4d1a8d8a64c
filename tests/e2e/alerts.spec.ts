import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import type { SandboxProcess } from '../../scripts/sandbox-process';
import { ask, callJob, syncedSeller } from './harness/books';
import { badgeText, dismissNotification, ringAlarmFrom, shownNotifications } from './harness/browser-api';
import { expect, test, type ExtensionUnderTest } from './harness/extension-test';
import { control } from './harness/market';

/** An alert in a real browser: the ask moves, it rings once with the right words, can be snoozed and opened where it rings. */

test.use({ marketOptions: { listings: 40, orders: 0, seed: 5, speed: 0 } });

/** Only what the functions below run inside the worker. */
declare const chrome: {
  notifications: Record<'onClicked' | 'onButtonClicked', { dispatch(id: string, button?: number): void }>;
};

interface Watched {
  readonly listingId: string;
  readonly catalogId: string;
  readonly name: string;
  readonly usSize: number;
  readonly itemId: string;
  /** The lowest ask as the market has it, in cents. */
  readonly ask: number;
}

interface PriceRow {
  readonly catalogId: string;
  readonly variant: {
    readonly usSize: number;
    readonly condition: string;
    readonly packaging: string;
    readonly consigned: null;
  };
  readonly lowestAsk: { readonly minor: number } | null;
}

/** Watches a size the seller offers, so that the market lets its ask be moved. */
async function watchOne(page: Page): Promise<Watched> {
  const { listings, products } = await readTables(page, ['listings', 'products']);
  for (const listing of listings) {
    if (listing.status !== 'active' || listing.condition !== 'new' || listing.packaging !== 'good') continue;
    const product = products.find(({ catalogId }) => catalogId === listing.catalogId);
    const sizes = (product?.allowedSizes ?? []) as readonly { value: number; usValue: number }[];
    const size = sizes.find(({ value }) => value === (listing.size as { value: number }).value);
    if (product === undefined || size === undefined || product.sizeRun !== 'men') continue;
    const catalogId = String(listing.catalogId);
    const lowest = await lowestAsk(page, catalogId, size.usValue);
    // Plain enough for the words below: no thousands, and a name that is told whole.
    if (lowest === null || lowest < 6000 || lowest > 90_000 || String(product.name).length > 34) continue;
    const added = await ask(page, 'watch/add', { catalogId, usSize: size.usValue, targetPrice: null });
    if (!added.ok) throw new Error(added.error.message);
    const common = { catalogId, usSize: size.usValue, itemId: added.itemId, ask: lowest };
    return { ...common, listingId: String(listing.externalId), name: String(product.name) };
  }
  throw new Error('The seller offers nothing whose ask is known.');
}

async function lowestAsk(page: Page, catalogId: string, usSize: number): Promise<number | null> {
  const { marketPrices } = await readTables(page, ['marketPrices']);
  const found = (marketPrices as unknown as readonly PriceRow[]).find(
    (price) =>
      price.catalogId === catalogId &&
      price.variant.usSize === usSize &&
      price.variant.condition === 'new' &&
      price.variant.packaging === 'good' &&
      price.variant.consigned === null,
  );
  return found?.lowestAsk?.minor ?? null;
}

async function setAlert(page: Page, { itemId }: Watched, cents: number): Promise<string> {
  const saved = await ask(page, 'alerts/save', {
    id: null,
    itemIds: [itemId],
    enabled: true,
    trigger: { kind: 'ask-at-or-below', price: { minor: cents, currency: 'USD' } },
    options: {
      confirm: false,
      rearmMinutes: 0,
      expiresAt: null,
      mostPerDay: null,
      channels: { notification: true, badge: true, digest: false },
    },
  });
  expect(saved).toMatchObject({ ok: true });
  const { alerts } = await readTables(page, ['alerts']);
  return String(alerts[0]?.id);
}

/** The ask moves, the market is read, and alerts are looked at. */
async function move(page: Page, market: SandboxProcess, watched: Watched, cents: number): Promise<void> {
  await control(market, 'move-ask', { listingId: watched.listingId, askCents: cents });
  await look(page, watched);
}

async function look(page: Page, { catalogId }: Watched): Promise<void> {
  expect(await ask(page, 'market/refresh', { catalogId })).toEqual({ ok: true });
  const { cursors } = await readTables(page, ['cursors']);
  const readAt = Number(cursors.find(({ id }) => id === `alias/prices/${catalogId}`)?.finishedAt);
  await callJob(page, 'alerts');
  await ringAlarmFrom(page, 'tick');
  await expect
    .poll(
      async () => {
        const { alerts } = await readTables(page, ['alerts']);
        return lookedAt(alerts[0]);
      },
      // A worker may have to start for it, and to load what looks at alerts.
      { timeout: 30_000 },
    )
    .toBeGreaterThanOrEqual(readAt);
}

/** Notices whose ringing nobody has noted yet. */
async function unshown(page: Page): Promise<unknown[]> {
  const { notices } = await readTables(page, ['notices']);
  return notices.filter(({ shownAt }) => shownAt === null);
}

function lookedAt(alert: Record<string, unknown> | undefined): number {
  return Number((alert?.state as { readonly lookedAt: number | null } | undefined)?.lookedAt);
}

/** What the browser does when a person clicks on a notification, or on one of its buttons. */
async function click(extension: ExtensionUnderTest, id: string, button?: number): Promise<void> {
  await extension.worker.evaluate(
    ({ id, button }) => {
      if (button === undefined) chrome.notifications.onClicked.dispatch(id);
      else chrome.notifications.onButtonClicked.dispatch(id, button);
    },
    { id, button },
  );
}

test('rings once with what it means, also when the worker dies; is snoozed and opened where it rings', async ({
  extension,
  market,
}) => {
  // The market moves eleven times and is looked at each time, twice by a worker that has to start first.
  test.setTimeout(180_000);
  const page = await syncedSeller(extension, market.token);
  const watched = await watchOne(page);
  const target = watched.ask - 1000;
  const alertId = await setAlert(page, watched, target);

  await look(page, watched);
  expect(await shownNotifications(page), 'it is not so yet').toEqual([]);

  await move(page, market, watched, target - 500);
  await expect.poll(() => shownNotifications(page)).toEqual([expect.stringContaining(`alert:${alertId}:`)]);
  const { notices } = await readTables(page, ['notices']);
  const [notice] = notices;
  expect(notice?.title).toBe(`${watched.name} US ${watched.usSize}: ask $${(target - 500) / 100}`);
  expect(notice?.message).toMatch(new RegExp(`under your price of \\$${target / 100}; .*nets [+−]\\$[\\d.,]+\\.$`));
  await expect.poll(() => badgeText(page)).toBe('1');
  // A worker that dies before it has noted that it rang rings again, by the same id: that is not what is looked for here.
  await expect.poll(() => unshown(page)).toEqual([]);
  await dismissNotification(page, String(notice?.id));

  for (const method of ['stop-all-workers', 'close-target'] as const) {
    await extension.killWorker(method);
    await move(page, market, watched, target - 600);
  }
  expect(await shownNotifications(page), 'it rang once').toEqual([]);

  await move(page, market, watched, target + 500);
  await move(page, market, watched, target - 500);
  await expect.poll(() => shownNotifications(page)).toHaveLength(1);
  const [second = ''] = await shownNotifications(page);
  await expect.poll(() => badgeText(page)).toBe('2');

  const opened = extension.context.waitForEvent('page');
  await click(extension, second);
  const dashboard = await opened;
  await expect(dashboard).toHaveURL(new RegExp(`#/market\\?product=${watched.catalogId}$`));
  await dashboard.close();
  await expect.poll(() => badgeText(page), 'what was opened is seen').toBe('1');

  await move(page, market, watched, target + 500);
  await move(page, market, watched, target - 500);
  await expect.poll(() => shownNotifications(page)).toHaveLength(1);
  const [third = ''] = await shownNotifications(page);
  await click(extension, third, 1);
  await expect
    .poll(async () => {
      const { alerts } = await readTables(page, ['alerts']);
      return Number((alerts[0]?.state as { snoozedUntil: number | null } | undefined)?.snoozedUntil);
    })
    .toBeGreaterThan(Date.now() + 23 * 3_600_000);
  await expect.poll(() => shownNotifications(page), 'what was answered goes').toEqual([]);
  await move(page, market, watched, target + 500);
  await move(page, market, watched, target - 500);
  expect(await shownNotifications(page), 'snoozed').toEqual([]);

  expect(await ask(page, 'alerts/seen', { eventIds: null })).toEqual({ ok: true });
  await expect.poll(() => badgeText(page)).toBe('');
});
