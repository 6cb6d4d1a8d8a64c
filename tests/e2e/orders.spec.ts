import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { SandboxProcess } from '../../scripts/sandbox-process';
import { readTables } from '../../scripts/read-tables';
import { syncedSeller } from './harness/books';
import { ringAlarmFrom } from './harness/browser-api';
import { expect, test } from './harness/extension-test';
import { control } from './harness/market';
import { effectsSeen, readOutbox, waitForOutbox } from './harness/selling';
import { isWorkerRunning } from './harness/worker-control';

/** A day's orders from the list with keys: confirmed and labelled, printed as one file, shipped, one cancelled. */

test.use({ marketOptions: { seed: 3, listings: 40, orders: 40, speed: 0 } });
test.setTimeout(120_000);

const ordersIn = async (page: Page, status: RegExp) =>
  (await readTables(page, ['orders'])).orders.filter((order) => status.test(String(order.status)));

async function changes(market: SandboxProcess, to: string) {
  return (await effectsSeen(market)).filter((effect) => effect.kind === 'order/status' && effect.to === to);
}

/** Opens one tab of the orders and waits for its rows. */
async function open(page: Page, view: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/orders?view=${view}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
  await page.getByRole('row').nth(1).getByRole('link').first().waitFor();
}

/** Marks all rows and presses a letter; what opens asks once more. */
async function pressForAll(page: Page, letter: string): Promise<void> {
  await page.keyboard.press('j');
  await expect(page.getByRole('row').nth(1).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Control+a');
  await expect(page.getByTestId('bulk-bar')).toBeVisible();
  await page.keyboard.press(letter);
}

/** Sends what the open dialog asks about, and waits until it is among what is to be sent. */
async function sendWithEnter(page: Page): Promise<void> {
  await expect(page.getByTestId('order-dialog-send')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('order-dialog')).toHaveCount(0);
}

test('orders of a day: confirmed and labelled with keys, one file of labels, shipped, and one cancelled knowing its cost', async ({
  market,
  extension,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  const waiting = await ordersIn(quiet, /^unknown:/);
  expect(waiting.length).toBeGreaterThanOrEqual(3);
  const page = await extension.page('dashboard.html');
  await open(page, 'to-confirm');
  await expect(page.getByTestId('late-cost')).toContainText('$10');
  // The same without marking, in one press; it asks first, and Escape sends nothing.
  await expect(page.getByTestId('orders-next')).toHaveText(`Confirm and label (${waiting.length})`);
  await page.getByTestId('orders-next').click();
  await expect(page.getByTestId('order-dialog-send')).toHaveText(`Confirm and label ${waiting.length}`);
  await expect(page.getByTestId('order-dialog-send')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('order-dialog')).toHaveCount(0);

  // The worker dies while the first answer is on its way: the request was carried out, and nobody heard of it.
  await control(market, 'faults', { lateAnswer: { ms: 20_000, next: 1 } });
  await pressForAll(page, 'b');
  await expect(page.getByTestId('order-dialog')).toContainText('cannot be taken back');
  await sendWithEnter(page);
  await expect.poll(async () => (await changes(market, 'ORDER_STATUS_CONFIRMED')).length).toBe(1);
  await extension.killWorker('close-target');
  await expect.poll(() => isWorkerRunning(extension.context, extension.extensionId)).toBe(false);
  expect((await readOutbox(quiet)).filter(({ state }) => state === 'sending')).toHaveLength(1);
  await control(market, 'faults', { lateAnswer: null });
  await ringAlarmFrom(quiet, 'tick');
  const sent = await waitForOutbox(quiet, 60_000);
  expect(sent.map(({ state }) => state)).toEqual(sent.map(() => 'confirmed'));
  expect(sent).toHaveLength(waiting.length * 2);
  for (const to of ['ORDER_STATUS_CONFIRMED', 'ORDER_STATUS_LABEL_GENERATED']) {
    const done = (await changes(market, to)).map(({ id }) => id);
    expect(done.toSorted(), `each order is ${to} once`).toEqual(
      waiting.map((order) => String(order.externalId)).toSorted(),
    );
  }

  await open(page, 'to-ship');
  const labelled = await ordersIn(quiet, /^label-generated$/);
  // The books had them a moment before the list, which shows the tab before until it has read this one.
  for (const { id } of labelled)
    await expect(
      page
        .getByRole('row')
        .locator(`a[href*="item=${String(id)}"]`)
        .first(),
    ).toBeVisible();
  await pressForAll(page, 'p');
  const sheet = page.getByTestId('label-sheet');
  await expect(sheet.locator('[data-state="ready"]')).toHaveCount(labelled.length);
  const [download] = await Promise.all([page.waitForEvent('download'), sheet.getByTestId('labels-download').click()]);
  const file = await PDFDocument.load(readFileSync(await download.path()));
  expect(file.getPageCount()).toBe(labelled.length);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await page.keyboard.press('s');
  await expect(page.getByTestId('order-dialog-send')).toHaveText(`Mark ${labelled.length} shipped`);
  await sendWithEnter(page);
  await waitForOutbox(quiet, 60_000);
  expect((await changes(market, 'ORDER_STATUS_IN_TRANSIT')).length).toBe(labelled.length);
  await expect.poll(() => ordersIn(quiet, /^label-generated$/)).toEqual([]);

  await open(page, 'to-ship');
  // What was shipped has left the list, and nothing lies over it any more: keys mean the rows that are there.
  const left = await ordersIn(quiet, /^confirmed$/);
  await expect(page.getByRole('row').filter({ has: page.getByRole('link') })).toHaveCount(left.length);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('row').nth(1).getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByTestId('order-drawer');
  await drawer.getByTestId('order-cancel').click();
  await expect(page.getByTestId('cancel-cost')).toContainText('10 points');
  await page.getByTestId('order-dialog-send').click();
  await expect(page.getByTestId('order-dialog')).toHaveCount(0);
  await waitForOutbox(quiet);
  const [cancelled] = await changes(market, 'ORDER_STATUS_CANCELED');
  const { orders, sales } = await readTables(quiet, ['orders', 'sales']);
  expect(orders.find((order) => order.externalId === cancelled?.id)?.status).toBe('cancelled');
  expect(sales.find((sale) => sale.externalOrderId === cancelled?.id)).toMatchObject({
    status: 'reversed',
    reversal: { reason: 'cancelled' },
  });
});
