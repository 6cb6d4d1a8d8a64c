import { expect, test } from 'vitest';
import { pruneSiteReads } from '@/lib/db/repositories/site-reads';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { countSiteRead, type SiteRead } from './count-site-read';

const READ: SiteRead = { site: 'stockx', outcome: 'read', styleCode: 'embedded', price: 'dom-hero', warnings: [] };

test('one row a day and site adds up what was read and by which layer', async () => {
  const db = makeDatabase();
  await countSiteRead(db, READ, NOON);
  await countSiteRead(db, { ...READ, price: null, warnings: ['PRICE_PENDING', 'PRICE_PENDING'] }, NOON);
  await countSiteRead(db, { ...READ, outcome: 'unreadable', styleCode: null, price: null }, NOON);
  await countSiteRead(db, { ...READ, outcome: 'blocked', styleCode: null, price: null }, NOON);
  await countSiteRead(db, { ...READ, site: 'goat' }, NOON);
  const rows = await db.siteReads.orderBy('id').toArray();
  expect(rows.map(({ site, pages }) => [site, pages])).toEqual([
    ['goat', 1],
    ['stockx', 4],
  ]);
  expect(rows[1]).toMatchObject({
    unreadable: 1,
    blocked: 1,
    styleCode: { embedded: 2, none: 2 },
    price: { 'dom-hero': 1, none: 3 },
    warnings: { PRICE_PENDING: 1 },
  });
});

test('names that a page makes up fill a row to its bound, and no name of the language gets in', async () => {
  const db = makeDatabase();
  const names = Array.from(
    { length: 50 },
    (_one, nth) => `MADE_UP_${String.fromCodePoint(65 + (nth % 26))}${'X'.repeat(nth)}`,
  );
  await countSiteRead(db, { ...READ, warnings: [...names, '__proto__', 'x'.repeat(41), '<b>', ''] }, NOON);
  const [row] = await db.siteReads.toArray();
  expect(Object.keys(row?.warnings ?? {})).toHaveLength(24);
  expect(JSON.stringify(row).length).toBeLessThan(2000);
});

test('a flood of reports stops counting', async () => {
  const db = makeDatabase();
  await countSiteRead(db, READ, NOON);
  await db.siteReads.toCollection().modify({ pages: 5000 });
  await countSiteRead(db, READ, NOON);
  expect((await db.siteReads.toArray())[0]).toMatchObject({ pages: 5000, styleCode: { embedded: 1 } });
});

test('what is older than the bound goes, the day itself stays', async () => {
  const db = makeDatabase();
  for (const days of [89, 90, 91]) await countSiteRead(db, READ, shiftInstant(NOON, -days * DAY_MS));
  expect(await pruneSiteReads(db, shiftInstant(NOON, -90 * DAY_MS))).toBe(1);
  expect(await db.siteReads.count()).toBe(2);
});
