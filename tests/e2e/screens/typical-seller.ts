import type { Page } from '@playwright/test';
import { readTables } from '../../../scripts/read-tables';
import { instant } from '../../../lib/domain/time/instant';
import { ask, putRows } from '../harness/books';
import { makeBank } from './seed-bank';
import { makeReleases, makeSiteReads } from './seed-releases';
import { makeWatchList } from './seed-watch';
import { setTaxProfile } from './set-tax-profile';

const DAY_MS = 86_400_000;

/** Every eighth pair has no cost: some figures of every screen are unknown. */
const WITHOUT_COST = 8;

export interface TypicalSeller {
  /** Catalogue id of a product whose market has been read. */
  readonly product: string;
  /** Catalogue ids of a few products, to be compared. */
  readonly compared: readonly string[];
  /** A listed pair with a cost. */
  readonly pair: string;
}

/** Makes a seller who has just been synced look like one of many months: costs, dates, places, things watched. */
export async function liveIn(page: Page): Promise<TypicalSeller> {
  const { inventory, products, listings } = await readTables(page, ['inventory', 'products', 'listings']);
  const now = await page.evaluate(() => Date.now());
  const asks = new Map(listings.map((row) => [row.externalId, (row.price as { minor: number }).minor]));
  const rows = inventory.map((row, index) => {
    if (index % WITHOUT_COST === 3) return row;
    const ask = asks.get(row.goatListingId) ?? 14_000;
    return {
      ...row,
      cost: { minor: Math.round(ask * (0.5 + (index % 7) * 0.06)), currency: 'USD' },
      boughtAt: now - (15 + (index % 11) * 17) * DAY_MS,
      supplier: ['Nike SNKRS', 'Corner shop', 'adidas Confirmed'][index % 3],
      tags: index % 4 === 0 ? ['hold'] : [],
      location: `Shelf ${'ABC'[index % 3]}${1 + (index % 4)}`,
    };
  });
  await putRows(page, 'inventory', rows);
  const watched = products.slice(0, 5);
  for (const [index, { catalogId }] of watched.entries()) {
    const targetPrice = index % 2 === 0 ? { minor: 9000 + index * 1500, currency: 'USD' } : null;
    await ask(page, 'watch/add', { catalogId: String(catalogId), usSize: index === 4 ? null : 9 + index, targetPrice });
  }
  const shown = rows.find((row) => row.status === 'listed' && row.cost !== null && row.catalogId !== null) ?? {};
  const { catalogId } = shown;
  const usSizes = [(shown.size as { value: number }).value];
  await ask(page, 'market/refresh', { catalogId: String(catalogId), usSizes });
  const compared = [...new Set([String(catalogId), ...watched.map((row) => String(row.catalogId))])].slice(0, 4);
  return { product: String(catalogId), compared, pair: String(shown.id) };
}

/** Alerts on what is watched and what of it rang, releases, and how pages were read. */
export async function fillAround(page: Page): Promise<void> {
  const now = instant(await page.evaluate(() => Date.now()));
  const { watchlistItems, products } = await readTables(page, ['watchlistItems', 'products']);
  const names = new Map(products.map((row) => [row.catalogId, String(row.name)]));
  const { alerts, alertEvents } = makeWatchList(now);
  const onItem = (index: number) => {
    const item = watchlistItems[index % watchlistItems.length] ?? {};
    return { itemId: item.id, catalogId: item.catalogId, usSize: item.usSize };
  };
  await putRows(
    page,
    'alerts',
    alerts.map((row, index) => ({ ...row, ...onItem(index) })),
  );
  await putRows(
    page,
    'alertEvents',
    alertEvents.map((row, index) => {
      const on = onItem(index);
      return { ...row, ...on, title: `${names.get(on.catalogId)}${row.title.slice(row.title.indexOf(':'))}` };
    }),
  );
  await putRows(
    page,
    'releases',
    makeReleases(now).map((row) => ({ ...row })),
  );
  const bank = makeBank(now);
  for (const table of ['bankAccounts', 'bankLines', 'payouts'] as const)
    await putRows(
      page,
      table,
      bank[table].map((row) => ({ ...row })),
    );
  await putRows(
    page,
    'siteReads',
    makeSiteReads(now).map((row) => ({ ...row })),
  );
  await setTaxProfile(page);
}
