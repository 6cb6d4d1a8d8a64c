import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, makeOrder, makePair, makePrice, makeProduct, makeSale, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { SCHEMA_VERSION, type ArchvdDatabase } from '../database';
import { chainDigest, DEVICE_TABLES } from './backup-format';
import { exportDatabase } from './export-database';
import { gunzipText, gzip } from './gzip';
import { restoreDatabase } from './restore-database';

async function dump(db: ArchvdDatabase): Promise<Record<string, unknown[]>> {
  const books = db.tables.filter((table) => !DEVICE_TABLES.includes(table.name));
  return Object.fromEntries(await Promise.all(books.map(async (table) => [table.name, await table.toArray()])));
}

async function makeBooks(): Promise<ArchvdDatabase> {
  const db = makeDatabase();
  await db.inventory.bulkAdd([
    makePair({ goatListingId: 'l1' }),
    makePair({ cost: null, note: 'ключ "quoted"\nline' }),
  ]);
  await db.listings.add(makeListing({ externalId: 'l1', metadata: { 10: 'ten', b: 'two', a: 'one' } }));
  await db.products.add(makeProduct());
  await db.orders.add(makeOrder());
  await db.sales.add(makeSale());
  await db.marketPrices.add(makePrice());
  return db;
}

describe('I20 backup and restore', () => {
  test('a restored backup is deep-equal to the books it came from, compressed or not', async () => {
    const db = await makeBooks();
    const { file, rows } = await exportDatabase(db, NOON);
    expect(rows).toBe(7);
    for (const packed of [file, await gzip(file)]) {
      const other = makeDatabase();
      await other.inventory.add(makePair({ name: 'will be replaced' }));
      expect(await restoreDatabase(other, packed, NOON)).toBe(7);
      expect(await dump(other)).toEqual(await dump(db));
    }
  });

  test('round trip of any rows', async () => {
    const notes = fc.array(
      fc.record({
        note: fc.string({ unit: 'binary' }),
        cost: fc.option(fc.integer({ min: 0, max: 2 ** 40 })),
        at: fc.integer({ min: 0, max: 2 ** 45 }),
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(notes, async (drafts) => {
        const db = makeDatabase();
        const pairs = drafts.map((draft, index) =>
          makePair({
            id: `p${index}`,
            note: draft.note,
            cost: draft.cost === null ? null : money(draft.cost, 'USD'),
            soldAt: shiftInstant(NOON, draft.at),
          }),
        );
        await db.inventory.bulkAdd(pairs);
        const other = makeDatabase();
        await restoreDatabase(other, (await exportDatabase(db, NOON)).file, NOON);
        expect(await dump(other)).toEqual(await dump(db));
      }),
      { numRuns: 25, seed: 20 },
    );
  }, 30_000);

  test('more rows than fit on one line', async () => {
    const db = makeDatabase();
    await db.listings.bulkAdd(Array.from({ length: 1234 }, () => makeListing()));
    const { file } = await exportDatabase(db, NOON);
    const other = makeDatabase();
    await restoreDatabase(other, file, NOON);
    expect(await other.listings.count()).toBe(1234);
  });

  test('holds neither rate budget nor job standing, and a running job loses its lease at a restore', async () => {
    const db = await makeBooks();
    const job = {
      id: 'orders',
      dueAt: shiftInstant(NOON, 60_000),
      lease: { fence: 4, until: shiftInstant(NOON, 9000) },
      fence: 4,
      failures: 0,
      lastFinishedAt: null,
      lastSuccessAt: null,
      progress: { page: 3 },
    } as const;
    await db.jobs.add(job);
    const { file } = await exportDatabase(db, NOON);
    expect(await file.text()).not.toMatch(/"table":"(jobs|budgets)"/);
    await restoreDatabase(db, file, NOON);
    expect(await db.jobs.get('orders')).toEqual({ ...job, fence: 5, lease: null, progress: null, dueAt: NOON });
  });
});

describe('a file that does not fit changes nothing', () => {
  const lines = async (): Promise<string[]> =>
    (await (await exportDatabase(await makeBooks(), NOON)).file.text()).trimEnd().split('\n');
  type Spoil = (text: string[]) => string;
  const spoil: readonly (readonly [what: string, code: string, how: Spoil])[] = [
    ['cut off', 'backup-cut-off', (all) => all.slice(0, -1).join('\n')],
    ['cut off in a line', 'backup-cut-off', (all) => all.join('\n').slice(0, -40)],
    ['a digit changed', 'backup-invalid', (all) => all.join('\n').replace('"minor":6000', '"minor":6001')],
    ['a line dropped', 'backup-invalid', (all) => all.toSpliced(2, 1).join('\n')],
    ['lines swapped', 'backup-invalid', (all) => [all[0], all[2], all[1], ...all.slice(3)].join('\n')],
    ['something else', 'backup-foreign', () => '{"format":"other"}'],
    ['a picture', 'backup-foreign', () => '\u0089PNG\r\n'],
    ['no text', 'backup-foreign', () => ''],
  ];
  test.each(spoil)('%s', async (_, code, change) => {
    const db = await makeBooks();
    const before = await dump(db);
    const file = new Blob([change(await lines())]);
    await expect(restoreDatabase(db, file, NOON)).rejects.toMatchObject({ code });
    expect(await dump(db)).toEqual(before);
  });

  test('a compressed file cut off', async () => {
    const db = await makeBooks();
    const packed = await gzip((await exportDatabase(db, NOON)).file);
    await expect(restoreDatabase(db, packed.slice(0, packed.size - 20), NOON)).rejects.toMatchObject({
      code: 'backup-cut-off',
    });
  });

  test('a backup of a newer build is refused with what to do', async () => {
    const db = await makeBooks();
    const text = (await lines())
      .join('\n')
      .replace(`"schemaVersion":${SCHEMA_VERSION}`, `"schemaVersion":${SCHEMA_VERSION + 1}`);
    await expect(restoreDatabase(db, new Blob([text]), NOON)).rejects.toMatchObject({
      code: 'backup-newer',
      message: expect.stringContaining('Update'),
    });
  });

  test('a row the database refuses rolls the whole restore back', async () => {
    const db = await makeBooks();
    const before = await dump(db);
    const twins = makeDatabase();
    await twins.inventory.bulkAdd([makePair({ goatListingId: 'x' }), makePair()]);
    // Two pairs with one listing: the unique index refuses the second, after tables were cleared.
    const text = await (await exportDatabase(twins, NOON)).file.text();
    const forged = await resign(text.replace('"goatListingId":null', '"goatListingId":"x"'));
    await expect(restoreDatabase(db, new Blob([forged]), NOON)).rejects.toMatchObject({ code: 'backup-invalid' });
    expect(await dump(db)).toEqual(before);
  });
});

test('text that is not compressed is read as it is', async () => {
  expect(await gunzipText(new Blob(['a']))).toEqual({ text: 'a', isWhole: true });
  expect(await gunzipText(await gzip(new Blob(['ab'])))).toEqual({ text: 'ab', isWhole: true });
});

test('a small file that unpacks to more than is allowed is refused before it fills the memory', async () => {
  const bomb = await gzip(new Blob(['0'.repeat(100_000)]));
  expect(bomb.size).toBeLessThan(1000);
  expect((await gunzipText(bomb, 100_000)).text).toHaveLength(100_000);
  await expect(gunzipText(bomb, 99_999)).rejects.toMatchObject({ code: 'backup-too-large' });
});

test('pictures that wait for a listing go without their bytes, and are no longer waited for', async () => {
  const db = makeDatabase();
  const stamps = { createdAt: NOON, updatedAt: NOON, pairId: 'pair', type: 'PICTURE_TYPE_OUTER', order: null };
  const bytes = `data:image/png;base64,${'A'.repeat(2_000_000)}`;
  await db.listingPictures.add({ ...stamps, id: 'picture', dataUrl: bytes, externalId: null });
  const { file } = await exportDatabase(db, NOON);
  expect(file.size).toBeLessThan(2000);
  expect(await db.listingPictures.get('picture')).toMatchObject({ dataUrl: bytes });
  await restoreDatabase(db, file, NOON);
  expect(await db.listingPictures.toArray()).toEqual([{ ...stamps, id: 'picture', dataUrl: null, externalId: null }]);
});

test('I18 no token is in a backup, since no table holds one', async () => {
  const db = await makeBooks();
  await db.meta.put({ id: 'token-refused', value: true, updatedAt: NOON });
  const { file } = await exportDatabase(db, NOON);
  expect(await file.text()).not.toMatch(/goatapi_|passphrase|"iv"|"ciphertext"/);
});

/** Puts the right checksum under a changed backup. */
async function resign(text: string): Promise<string> {
  const lines = text.trimEnd().split('\n');
  const end: unknown = JSON.parse(lines.at(-1) ?? '');
  return [
    ...lines.slice(0, -1),
    JSON.stringify({ ...(end as object), sha256: await chainDigest(lines.slice(0, -1)) }),
  ].join('\n');
}
