import { expect, test } from 'vitest';
import type { SiteReadsRow } from '@/lib/db/watching-rows';
import { DAY_MS, shiftInstant, toIsoString } from '@/lib/domain/time/instant';
import { NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { siteReads } from './site-reads';

const dayOf = (ago: number): string => toIsoString(shiftInstant(NOON, -ago * DAY_MS)).slice(0, 10);

function rowOf(ago: number, pages: number, unreadable: number, over: Partial<SiteReadsRow> = {}): SiteReadsRow {
  const [day, site] = [dayOf(ago), over.site ?? 'stockx'];
  return {
    id: `${day}|${site}`,
    day,
    site,
    pages,
    unreadable,
    blocked: 0,
    styleCode: { embedded: pages - unreadable, none: unreadable },
    price: { 'dom-hero': pages },
    warnings: {},
    ...over,
  };
}

async function read(...rows: readonly SiteReadsRow[]) {
  const db = makeDatabase();
  await db.siteReads.bulkAdd([...rows]);
  return siteReads(db, NOON);
}

test('adds up 7 and 30 days by site and layer, the most frequent layer first', async () => {
  const found = await read(
    rowOf(0, 4, 1),
    rowOf(6, 2, 0, { styleCode: { meta: 2 } }),
    rowOf(7, 10, 0, { blocked: 3 }),
    rowOf(29, 1, 0),
    rowOf(30, 100, 100),
    rowOf(1, 3, 0, { site: 'goat' }),
  );
  expect(found.map(({ site }) => site)).toEqual(['stockx', 'goat']);
  expect(found[0]?.week).toEqual({
    pages: 6,
    unreadable: 1,
    blocked: 0,
    styleCode: [
      ['embedded', 3],
      ['meta', 2],
      ['none', 1],
    ],
    price: [['dom-hero', 6]],
  });
  expect(found[0]?.month).toMatchObject({ pages: 17, unreadable: 1, blocked: 3 });
});

test.each([
  [
    'it read well and now it does not',
    [rowOf(9, 40, 1), rowOf(2, 6, 4), rowOf(0, 6, 5)],
    { since: dayOf(2), pages: 12, unreadable: 9 },
  ],
  [
    'it never read well, in whatever was seen',
    [rowOf(1, 3, 3), rowOf(0, 3, 3)],
    { since: dayOf(1), pages: 6, unreadable: 6 },
  ],
  ['too few pages to say', [rowOf(9, 40, 1), rowOf(0, 4, 4)], null],
  ['one good day since', [rowOf(9, 40, 1), rowOf(1, 9, 9), rowOf(0, 9, 1)], null],
  ['it was hardly better before', [rowOf(3, 40, 18), rowOf(0, 10, 5)], null],
] as const)('%s', async (_why, rows, trouble) => {
  expect((await read(...rows))[0]?.trouble).toEqual(trouble);
});
