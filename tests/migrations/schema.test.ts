import { createHash } from 'node:crypto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { chainDigest } from '@/lib/db/backup/backup-format';
import { restoreDatabase } from '@/lib/db/backup/restore-database';
import { SCHEMA_VERSION, type BrowserDatabase } from '@/lib/db/database';
import snapshot from '@/lib/db/schema-snapshot.json';
import { V1_STORES } from '@/lib/db/versions/v1';
import { V2_STORES } from '@/lib/db/versions/v2';
import { V3_STORES } from '@/lib/db/versions/v3';
import { V4_STORES } from '@/lib/db/versions/v4';
import { V5_STORES } from '@/lib/db/versions/v5';
import { NOON } from '@/tests/fixtures/builders';
import { makeBrowserDatabase, makeDatabase } from '@/tests/fixtures/test-database';
import { declaredSchema } from './declared-schema';
import schema1 from './schema-1.json';
import schema2 from './schema-2.json';
import schema3 from './schema-3.json';
import schema4 from './schema-4.json';
import schema5 from './schema-5.json';

/** SHA-256 of each released version's stores. A released version is frozen: add a new one, never change this line. */
const FROZEN = {
  1: '271f4125b20f86162c89672f15369273669856a444cc6a229cb02b6fbf1e9f07',
  2: '943075fd4ebec4aff8ce9518a9cefc3d1caf2232fe9798c600ebca9d629c23fd',
  3: '548539009bb5eadcdee3e22c7ce91dc5e9c9c7e4aaddad69e62c83ad1be9b58d',
  4: '8aab8b6b8b1903e7fd4e85cf267a08beabe455578b66ff2c553e600d2fabb2d8',
  5: '65d6eb5bdad5fcfe7da6dbf163a96f38629e2797ea5d178b6b9a62cbcf46c189',
};

describe('schema', () => {
  test('declared schema equals the snapshot', () => {
    // On purpose? Write the new schema into lib/db/schema-snapshot.json and a migration test for it beside this file.
    expect(declaredSchema(makeDatabase())).toEqual(snapshot);
    expect(snapshot.version).toBe(SCHEMA_VERSION);
  });

  test('released versions are frozen', () => {
    const digest = (stores: object) => createHash('sha256').update(JSON.stringify(stores)).digest('hex');
    const frozen = { 1: V1_STORES, 2: V2_STORES, 3: V3_STORES, 4: V4_STORES, 5: V5_STORES };
    const digests = Object.entries(frozen).map(([version, stores]) => [version, digest(stores)]);
    expect(Object.fromEntries(digests)).toEqual(FROZEN);
  });

  test('what is installed is what is declared', async () => {
    const browser = makeBrowserDatabase();
    const db = makeDatabase(browser);
    await db.open();
    expect(db.installedVersion).toBe(SCHEMA_VERSION);
    const found = new Dexie(db.name, { ...browser, autoOpen: false });
    await found.open();
    expect(declaredSchema(found).stores).toEqual(snapshot.stores);
  });
});

interface Dump {
  readonly stores: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

/** What schema 1 had and no dump of it holds. */
const OLD_WATCH = { id: 'w-1', watchlistId: 'w', catalogId: 'dunk-low-panda', usSize: null, targetPrice: null };

/** What schema 4 had and no dump of it holds. */
const OLD_EXPENSE = {
  id: 'x-1',
  category: 'postage',
  amount: { minor: 500, currency: 'USD' },
  pairId: 'p-0',
  note: '',
};
const OLD_IMPORT = { id: 'im-1', kind: 'releases', digest: 'ab' };

const DUMPS: readonly (readonly [version: number, dump: Dump])[] = [
  [1, { ...schema1, rows: { ...schema1.rows, watchlistItems: [OLD_WATCH] } }],
  [2, schema2],
  [3, schema3],
  [4, { ...schema4, rows: { ...schema4.rows, expenses: [OLD_EXPENSE], imports: [OLD_IMPORT] } }],
  [5, schema5],
];

const PAIR_5 = { tax: null, importId: null };
const MONEY_5 = {
  sales: { charges: null, paid: null, details: null, reversal: null, importId: null },
  orders: { customs: null },
  imports: { undoneAt: null },
  expenses: {
    pairId: undefined,
    pairIds: ['p-0'],
    split: 'value',
    supplier: '',
    tax: null,
    mileage: null,
    recurringId: null,
    importId: null,
    fx: null,
  },
};

/** Fields that came after schema 1, said once more by hand: the code under test must not be its own witness. */
const ADDED: Readonly<Record<number, Readonly<Record<string, object>>>> = {
  1: {
    inventory: { location: null, priceMinimum: null, priceMaximum: null, boughtUrl: null, ...PAIR_5 },
    ...MONEY_5,
    watchlistItems: { note: '', reachedAt: null },
    watchlists: { position: 0 },
  },
  2: {
    ...MONEY_5,
    inventory: { priceMinimum: null, priceMaximum: null, boughtUrl: null, ...PAIR_5 },
    watchlists: { position: 0 },
  },
  3: { ...MONEY_5, inventory: { boughtUrl: null, ...PAIR_5 }, watchlists: { position: 0 } },
  4: { ...MONEY_5, inventory: PAIR_5 },
  5: {},
};

function expectedRows(version: number, { rows }: Dump): Record<string, unknown[]> {
  const upgraded = Object.entries(rows).map(([table, old]) => [
    table,
    old.map((row) => ({ ...row, ...ADDED[version]?.[table] })),
  ]);
  return Object.fromEntries(upgraded);
}

async function rowsOf(db: Dexie, tables: readonly string[]): Promise<Record<string, unknown[]>> {
  return Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await db.table(name).toArray()])));
}

/** A database as that schema left it, closed. */
async function makeOldDatabase(browser: BrowserDatabase, version: number, dump: Dump): Promise<void> {
  const old = new Dexie('archvd-test', { ...browser });
  old.version(version).stores(dump.stores);
  for (const [table, rows] of Object.entries(dump.rows)) await old.table(table).bulkAdd(rows);
  old.close();
}

/** A backup as that schema wrote it. */
async function makeOldBackup(version: number, dump: Dump): Promise<Blob> {
  const filled = Object.entries(dump.rows);
  const lines = [
    { format: 'archvd-backup', schemaVersion: version, createdAt: NOON },
    ...filled.map(([table, rows]) => ({ table, rows })),
  ].map((line) => JSON.stringify(line));
  const counts = Object.fromEntries(filled.map(([table, rows]) => [table, rows.length]));
  const end = JSON.stringify({ end: true, counts, sha256: await chainDigest(lines) });
  return new Blob([[...lines, end, ''].join('\n')]);
}

describe.each(DUMPS)('I20 schema %i', (version, dump) => {
  const tables = Object.keys(dump.rows);

  test('a database of it opens in the present code with every row as it was, and what is new in it empty', async () => {
    const browser = makeBrowserDatabase();
    await makeOldDatabase(browser, version, dump);
    const db = makeDatabase(browser);
    expect(await rowsOf(db, tables)).toEqual(expectedRows(version, dump));
    expect(await db.listings.where('[marketplace+externalId]').equals(['alias', 'L-1']).count()).toBe(1);
    await db.meta.put({ id: 'opened', value: true, updatedAt: NOON });
    expect(await db.meta.count()).toBe(1);
  });

  test('a backup of it restores to the same rows as the upgrade of a database of it', async () => {
    const db = makeDatabase();
    const rows = Object.values(dump.rows).reduce((sum, some) => sum + some.length, 0);
    expect(await restoreDatabase(db, await makeOldBackup(version, dump), NOON)).toBe(rows);
    expect(await rowsOf(db, tables)).toEqual(expectedRows(version, dump));
  });
});

test('I20 a backup of the next schema is refused, and nothing is changed', async () => {
  const db = makeDatabase();
  await db.meta.put({ id: 'mine', value: true, updatedAt: NOON });
  const newer = makeOldBackup(SCHEMA_VERSION + 1, schema5);
  await expect(restoreDatabase(db, await newer, NOON)).rejects.toMatchObject({ code: 'backup-newer' });
  expect(await db.meta.count()).toBe(1);
});
