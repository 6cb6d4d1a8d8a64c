import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { ask, callJob, putRows, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, overflow, settle } from './screens/look';

/** An expense with its receipt, shared among pairs; what comes again by itself; journeys; what platforms took. */

test.use({ marketOptions: { listings: 20, orders: 8, seed: 7, speed: 0 } });

const SHOTS = process.env.ARCHVD_EXPENSE_SHOTS;
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
const DAY_MS = 24 * 60 * 60_000;

const PAIRS = [
  ['Court Low Test One', 10_000],
  ['Court Low Test Two', 10_000],
  ['Court Low Test Three', 5000],
] as const;

test('written down with a receipt, shared, taken back; recurring ones come by themselves', async ({
  extension,
  market,
}) => {
  test.setTimeout(180_000);
  const quiet = await syncedSeller(extension, market.token);
  await ask(quiet, 'pairs/add', { drafts: PAIRS.map(([name, minor]) => pairDraft(name, minor)) });
  const page = await extension.page('dashboard.html#/expenses');
  page.setDefaultTimeout(15_000);
  const rows = async () => (await readTables(page, ['expenses'])).expenses.filter((row) => row.deletedAt === null);
  const form = page.getByTestId('expense-drawer');

  await test.step('nothing yet, and the one action that fills it', async () => {
    await expect(page.getByTestId('empty-state')).toContainText('No expenses yet');
    await settle(page);
    expect(await objections(page, [], 'main')).toEqual([]);
    await page.getByTestId('add-expense').first().click();
    await page.getByTestId('new-expense').click();
  });

  await test.step('$10.00 by value over $100, $100 and $50: $4.00, $4.00, $2.00, seen before it is saved', async () => {
    await form.getByLabel('Amount').fill('10');
    await form.getByLabel('Paid to').fill('Royal Mail');
    await form.getByTestId('receipt-file').setInputFiles([
      { name: 'label.png', mimeType: 'image/png', buffer: png(64, 64) },
      { name: 'bill.pdf', mimeType: 'application/pdf', buffer: PDF },
    ]);
    await expect(form.getByRole('button', { name: 'Open receipt bill.pdf' })).toBeVisible();
    for (const [name] of PAIRS) {
      await form.getByTestId('expense-pair-search').fill(name);
      await form.getByRole('list', { name: 'Pairs found' }).getByRole('button', { name }).click();
    }
    await expect(form.getByTestId('expense-shares').getByRole('listitem')).toHaveText([
      /\$4\.00/,
      /\$4\.00/,
      /\$2\.00/,
    ]);
    await settle(page);
    expect(await objections(page, [], '[role=dialog]')).toEqual([]);
    await shoot(page, 'form');
    await form.getByTestId('save-expense').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await rows()).toMatchObject([{ amount: { minor: 1000 }, supplier: 'Royal Mail', split: 'value' }]);
    const { receipts } = await readTables(page, ['receipts']);
    expect(new Set(receipts.map(({ type }) => type))).toEqual(new Set(['application/pdf', 'image/jpeg']));
  });

  await test.step('the list says so, and so does each pair', async () => {
    await expect(page.getByTestId('expense-totals')).toContainText('$10.00');
    await page
      .getByRole('row', { name: /Royal Mail/ })
      .getByText('3 pairs')
      .click();
    await form.getByRole('button', { name: 'Open receipt label.png' }).click();
    await expect(page.getByRole('img', { name: 'Receipt label.png' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('img', { name: 'Receipt label.png' })).toHaveCount(0);
    // Only the picture is closed; the form with what is typed stays.
    await form.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const third = (await readTables(page, ['inventory'])).inventory.find(({ name }) => name === PAIRS[2][0]);
    await page.goto(`${page.url().split('#')[0]}#/inventory?pair=${String(third?.id)}`);
    await expect(page.getByTestId('pair-expenses')).toContainText('$2.00');
    await expect(page.getByTestId('pair-expenses')).toContainText('of $10.00');
    await shoot(page, 'pair');
  });

  await test.step('pairs that are marked get one expense among them, from where they are marked', async () => {
    await page.goto(`${page.url().split('#')[0]}#/inventory?q=court+low+test`);
    await expect(page.getByRole('row')).toHaveCount(PAIRS.length + 1);
    await page.getByRole('row').nth(1).getByRole('link').first().focus();
    await page.keyboard.press('Control+a');
    await page.getByTestId('bulk-more').click();
    await page.getByTestId('bulk-expense').click();
    await expect(form.getByText('Shared among 3 pairs:')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog'), 'nothing was typed, nothing is asked').toHaveCount(0);
    await page.goto(`${page.url().split('#')[0]}#/expenses`);
  });

  await test.step('removed and taken back, put under another category in place and taken back', async () => {
    // As for a person, the focus is in the choice, which has keys of its own, when the way back is asked for.
    await page.getByLabel('Category of Royal Mail').focus();
    await page.getByLabel('Category of Royal Mail').selectOption('packaging');
    await expect.poll(async () => (await rows())[0]?.category).toBe('packaging');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await rows())[0]?.category).toBe('postage');
    await page.getByRole('checkbox', { name: 'Mark Royal Mail' }).check();
    await page.getByTestId('bulk-bar').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(async () => (await rows()).length).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await rows()).length, 'taken back').toBe(1);
    await expect(page.getByTestId('expense-totals')).toContainText('$10.00');
  });

  await test.step('a journey at the rate of its day, with the source', async () => {
    await page.getByTestId('add-expense').first().click();
    await page.getByTestId('new-mileage').click();
    await form.getByLabel('Rate of').selectOption('GB');
    await form.getByLabel('Distance in miles').fill('12.3');
    await form.getByLabel('From', { exact: true }).fill('Home');
    await form.getByLabel('To', { exact: true }).fill('Post office');
    await expect(form.getByText(/HMRC simplified expenses/)).toBeVisible();
    await expect(form.getByRole('status')).toContainText('12.3 miles: £5.54');
    await settle(page);
    expect(await objections(page, [], '[role=dialog]')).toEqual([]);
    await shoot(page, 'mileage');
    await form.getByTestId('save-mileage').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await rows()).toHaveLength(2);
  });

  await test.step('what comes again is written down on its day, by the worker', async () => {
    await page.goto(`${page.url().split('#')[0]}#/expenses?view=recurring`);
    await page.getByTestId('add-recurring').first().click();
    await form.getByLabel('Amount').fill('29.99');
    await form.getByLabel('Paid to').fill('Locker');
    await form.getByLabel('First day').fill(dayFrom(3));
    await expect(form.getByRole('status')).toContainText('The next one comes on');
    await settle(page);
    expect(await objections(page, [], '[role=dialog]')).toEqual([]);
    await shoot(page, 'recurring-form');
    await form.getByTestId('save-recurring').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByTestId('recurring')).toContainText('none written down');
    // Three days go by: the day it begins on is today.
    const { recurringExpenses } = await readTables(page, ['recurringExpenses']);
    const day = dayFrom(0);
    await putRows(quiet, 'recurringExpenses', [{ ...recurringExpenses[0], startsOn: day, nextOn: day }]);
    await callJob(quiet, 'alerts');
    await ask(quiet, 'sync/now', { full: false });
    await expect.poll(async () => (await rows()).length, { timeout: 30_000 }).toBe(3);
    await expect(page.getByTestId('recurring')).toContainText('one written down');
    await page.goto(`${page.url().split('#')[0]}#/expenses`);
    await expect(page.getByRole('row', { name: /Locker/ })).toContainText('recurring, monthly');
    await settle(page);
    expect(await objections(page, [], 'main')).toEqual([]);
    await shoot(page, 'list');
  });

  await test.step('what platforms took stands apart from it, and nothing of it can be changed', async () => {
    await page.getByTestId('tab-fees').click();
    await expect(page.getByTestId('fees-taken')).toContainText('alias');
    await expect(page.getByText('do not add it as expenses')).toBeVisible();
    await settle(page);
    expect(await objections(page, [], 'main')).toEqual([]);
    await shoot(page, 'fees');
  });
});

test('orders that took more than estimated propose a rating, which one press takes over and one takes back', async ({
  extension,
  market,
}) => {
  test.setTimeout(120_000);
  const quiet = await syncedSeller(extension, market.token);
  const { sales } = await readTables(quiet, ['sales']);
  const like = sales[0];
  const settled = Array.from({ length: 8 }, (_, nth) => {
    const price = (100 + nth * 17) * 100;
    const payout = { minor: Math.round(price * 0.85) - 500, currency: 'USD' };
    const soldAt = Date.now() - (8 - nth) * DAY_MS;
    const row = {
      ...like,
      id: `s${nth}`,
      externalOrderId: `s${nth}`,
      orderNumber: `N-${nth}`,
      soldAt,
      status: 'completed',
    };
    return { ...row, price: { minor: price, currency: 'USD' }, payout, reversal: null };
  });
  await putRows(quiet, 'sales', [...sales.map((sale) => ({ ...sale, payout: null })), ...settled]);
  const page = await extension.page('dashboard.html#/settings?view=fees');
  page.setDefaultTimeout(15_000);
  const part = page.getByTestId('fee-variance');
  await expect(part).toContainText('8 of 8 settled orders took something else');
  await expect(part).toContainText('rating 70');
  await settle(page);
  expect(await objections(page, [], 'main')).toEqual([]);
  await part.scrollIntoViewIfNeeded();
  await shoot(page, 'variance');
  await part.getByTestId('accept-fees').click();
  await expect(part).toContainText('All 8 settled orders took what was estimated');
  await page.keyboard.press('Control+z');
  await expect(part).toContainText('rating 70');
});

function pairDraft(name: string, minor: number) {
  return {
    quantity: 1,
    catalogId: null,
    styleCode: null,
    name,
    brand: 'Test',
    size: { value: 10, system: 'US' as const },
    condition: 'new' as const,
    packaging: 'good' as const,
    cost: { minor, currency: 'USD' },
    otherCosts: null,
    boughtAt: null,
    supplier: null,
    tags: [],
    note: '',
    location: null,
    photo: null,
  };
}

/** A day from now on this machine's calendar, as a date field takes it. */
function dayFrom(days: number): string {
  const at = new Date(Date.now() + days * DAY_MS);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** A grey picture. */
function png(width: number, height: number): Buffer {
  const raw = Buffer.alloc((width + 1) * height, 0x99).fill(0, 0, 1);
  for (let line = 0; line < height; line += 1) raw[line * (width + 1)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes: Buffer): number {
  let value = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xed_b8_83_20 : 0);
  }
  return (value ^ 0xff_ff_ff_ff) >>> 0;
}

/** Pictures for looking at, where a folder is named: wide and narrow, light and dark; nothing may run out of the page. */
async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  for (const width of [1280, 360])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await settle(page);
      await page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png` });
      expect(await overflow(page), `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
}
