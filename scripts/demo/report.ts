import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SCREENS } from '../../components/ui/route';
import { readTables } from '../read-tables';
import { goTo } from './connect';

const STEP_MS = 20_000;
/** Charts and pictures come after the first figures. */
const SETTLE_MS = 700;

export interface Report {
  connected: boolean;
  listings: number;
  orders: number;
  sales: number;
  products: number;
  prices: number;
  inventory: number;
  profit30d: { minor: number; currency: string };
  firstSyncMs: number;
  screens: string[];
}

/** Counts of the extension's own database; the market is not asked. */
export async function readCounts(page: Page) {
  const names = ['listings', 'orders', 'sales', 'products', 'marketPrices', 'inventory'] as const;
  const tables = await readTables(page, names);
  return {
    listings: tables.listings.length,
    orders: tables.orders.length,
    sales: tables.sales.length,
    products: tables.products.length,
    prices: tables.marketPrices.length,
    inventory: tables.inventory.length,
  };
}

/** The profit of the last 30 days as the Today screen shows it, in minor units of its currency. */
export async function readProfit(page: Page): Promise<Report['profit30d']> {
  await goTo(page, 'today');
  // What it showed before stands there until it has been read anew.
  await page.waitForTimeout(SETTLE_MS);
  const figure = page.getByTestId('profit-30d').and(page.locator('[data-profit30d-minor]'));
  await figure.waitFor({ timeout: STEP_MS });
  const minor = Number(await figure.getAttribute('data-profit30d-minor'));
  const currency = await figure.getAttribute('data-currency');
  if (!Number.isSafeInteger(minor) || !currency) throw new Error('The Today screen does not tell its 30-day profit.');
  return { minor, currency };
}

/** One picture per screen, and the popup. Returns the paths written, relative to the project root. */
export async function saveScreens(page: Page, popupUrl: string, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const saved: string[] = [];
  for (const screen of SCREENS) {
    await goTo(page, screen);
    await page.waitForTimeout(SETTLE_MS);
    saved.push(await save(page, folder, screen));
  }
  const popup = await page.context().newPage();
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.goto(popupUrl);
  await popup.waitForTimeout(SETTLE_MS);
  saved.push(await save(popup, folder, 'popup'));
  await popup.close();
  return saved;
}

async function save(page: Page, folder: string, name: string): Promise<string> {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
