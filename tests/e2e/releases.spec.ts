import { readTables } from '../../scripts/read-tables';
import { putRows, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, settle } from './screens/look';

/** A calendar taken over after a look, told with what it is expected to bring, and a pair added from a release. */

test.use({ marketOptions: { listings: 40, orders: 12, seed: 5, speed: 0 } });

const DAY_MS = 24 * 60 * 60_000;
const dayFrom = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const feed = (days: number, name: string, uid: string) =>
  ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${name}`, `DTSTART;VALUE=DATE:${dayFrom(days).replaceAll('-', '')}`].concat(
    'DESCRIPTION:Retail: $120',
    'END:VEVENT',
  );

const calendar = (...events: readonly string[][]) => ({
  name: 'drops.ics',
  mimeType: 'text/calendar',
  buffer: Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR'].join('\r\n')),
});

test('import, remind, edit, undo, and a pair bought on its day', async ({ extension, market }) => {
  test.setTimeout(120_000);
  const quiet = await syncedSeller(extension, market.token);
  const { products } = await readTables(quiet, ['products']);
  const known = products.find((product) => product.styleCode !== null && product.retailPrice !== null);
  await putRows(quiet, 'products', [{ ...known, releaseDate: dayFrom(0) }]);
  const page = await extension.page('dashboard.html#/releases');
  page.setDefaultTimeout(15_000);
  const releases = page.getByTestId('release');
  const rows = async () => (await readTables(page, ['releases'])).releases.filter((row) => row.deletedAt === null);

  await test.step('the catalogue’s own date is there by itself', async () => {
    await expect(releases).toHaveCount(1);
    await expect(releases).toContainText(String(known?.name));
    await settle(page);
    expect(await objections(page)).toEqual([]);
  });

  await test.step('a calendar is looked at first, and then taken over once', async () => {
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Import a calendar' }).click();
    const file = calendar(
      feed(5, "Aero Court 1 'Test Lime' (ZX1234-567)", 'a'),
      feed(9, 'Gazette Runner QX4321', 'b'),
      ['BEGIN:VEVENT', 'SUMMARY:Some day', 'END:VEVENT'],
    );
    const form = page.getByTestId('release-import');
    await form.locator('input[type=file]').setInputFiles(file);
    await expect(form.getByText('1 line is left out')).toBeVisible();
    await expect(form.getByText('ZX1234-567', { exact: true })).toBeVisible();
    expect(await rows()).toEqual([]);
    await settle(page);
    expect(await objections(page)).toEqual([]);
    await form.getByRole('button', { name: 'Import 2 releases' }).click();
    await expect(page.getByText('2 added', { exact: true })).toBeVisible();
    await expect(releases).toHaveCount(3);
    expect(await rows()).toMatchObject([{ retailPrice: { minor: 12_000, currency: 'USD' } }, {}]);
  });

  await test.step('one is asked to remind, and the whole is seen as a month', async () => {
    await page.getByRole('button', { name: /^Remind me of Aero Court/ }).click();
    await expect(page.getByRole('button', { name: /^Do not remind me of Aero Court/ })).toBeVisible();
    await page.getByRole('button', { name: 'Calendar' }).click();
    await expect(page.getByRole('table')).toBeVisible();
    await settle(page);
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: 'Coming' }).click();
  });

  await test.step('what is taken off can be put back', async () => {
    await page.getByRole('button', { name: /^More about Gazette/ }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(releases).toHaveCount(2);
    // Until this is told, that a calendar came in is what was done last.
    await expect(page.getByText(/is off the calendar$/)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(releases).toHaveCount(3);
  });

  await test.step('a notification’s entry is shown whatever is filtered, also when it is long out', async () => {
    const [row] = await rows();
    await putRows(quiet, 'releases', [{ ...row, id: 'out', ref: null, name: 'Long out', date: dayFrom(-90) }]);
    await page.goto(`${page.url().split('#')[0]}#/releases?q=nothing&item=out`);
    await expect(releases).toHaveCount(1);
    await expect(releases).toContainText('Long out');
    await page.goto(`${page.url().split('#')[0]}#/releases`);
    await expect(releases).toHaveCount(3);
  });

  await test.step('a pair is added from what came out today, at retail, on its day', async () => {
    await page.getByRole('link', { name: /^Add the pair/ }).click();
    await page.getByTestId('add-sizes').fill('10');
    await page.getByLabel(/list on goat/i).uncheck();
    await page.getByRole('button', { name: /^Add 1 pair/ }).click();
    await expect(page.getByText(/^1 pair added/)).toBeVisible();
    const { inventory } = await readTables(page, ['inventory']);
    const added = inventory.find((pair) => pair.origin === 'manual');
    expect(added).toMatchObject({ catalogId: known?.catalogId, cost: known?.retailPrice });
  });
});
