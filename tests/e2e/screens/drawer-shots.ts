import type { Page } from '@playwright/test';

/** What opens over the watch list and the calendar of releases, as pictures are taken of it. */

interface DrawerShot {
  readonly name: string;
  readonly hash: string;
  readonly act?: (page: Page) => Promise<void>;
}

const LINES =
  'DD1391-100 10\nGW3773 9 9.5 @ 95\nHM9606, US 10.5, £78.40\nPanda Dunk 10\nJR8166 UK 9\nM990GL6; 11; 150; for Ana';

/** The parts of the watch screen. */
export const WATCH_SHOTS: readonly DrawerShot[] = [
  { name: 'watch-lists', hash: '#/watch' },
  {
    name: 'watch-marked',
    hash: '#/watch?item=steals',
    act: async (page) => {
      await page.getByRole('row').nth(1).getByRole('link').first().focus();
      await page.keyboard.press('x');
      await page.getByTestId('bulk-bar').waitFor();
    },
  },
  {
    name: 'watch-many',
    hash: '#/watch',
    act: async (page) => {
      await page.getByTestId('add-watch').click();
      await page.getByTestId('add-many').click();
      await page.getByRole('textbox', { name: 'Lines to watch' }).fill(LINES);
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'watch-alert',
    hash: '#/watch?item=steals',
    act: async (page) => {
      await page
        .getByRole('button', { name: /alerts on Dunk/ })
        .first()
        .click();
      await page.getByTestId('new-alert').click();
      await page.getByTestId('history-test').getByRole('img').waitFor();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'watch-of-item',
    hash: '#/watch?item=steals',
    act: async (page) => {
      await page
        .getByRole('button', { name: /alerts on Dunk/ })
        .first()
        .click();
      await page.getByTestId('new-alert').waitFor();
    },
  },
  { name: 'watch-alerts', hash: '#/watch?view=alerts' },
  { name: 'watch-history', hash: '#/watch?view=history' },
];

const CALENDAR = `name,sku,date,price,url
Aero Court 1 Low,ZX1234-567,2026-12-05,$120,https://example.com/a
A name that is much longer than any column has room for in any language,QX4321,12/31/2026,£95,
Gazette Runner,,03/04/2027,,
No day at all,AB1234-100,soon,$90,
`;

/** The drawers of the release calendar. */
export const RELEASE_SHOTS: readonly DrawerShot[] = [
  {
    name: 'release-import',
    hash: '#/releases',
    act: async (page) => {
      await page.getByRole('button', { name: 'Add', exact: true }).first().click();
      await page.getByRole('menuitem', { name: 'Import a calendar' }).click();
      const file = { name: 'drops.csv', mimeType: 'text/csv', buffer: Buffer.from(CALENDAR) };
      await page.getByTestId('release-import').locator('input[type=file]').setInputFiles(file);
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'release-edit',
    hash: '#/releases',
    act: async (page) => {
      await page
        .getByRole('button', { name: /^More about/ })
        .first()
        .click();
      await page.getByRole('menuitem').first().click();
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(400);
    },
  },
];
