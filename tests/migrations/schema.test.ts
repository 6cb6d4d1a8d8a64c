import { createHash } from 'node:crypto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '@/lib/db/database';
import snapshot from '@/lib/db/schema-snapshot.json';
import { V1_STORES } from '@/lib/db/versions/v1';
import { V2_STORES } from '@/lib/db/versions/v2';
import { NOON } from '@/tests/fixtures/builders';
import { makeBrowserDatabase, makeDatabase } from '@/tests/fixtures/test-database';
import { declaredSchema } from './declared-schema';
import dump from './schema-1.json';

/** SHA-256 of each released version's stores. A released version is frozen: add a new one, never change this line. */
const FROZEN = {
  1: '271f4125b20f86162c89672f15369273669856a444cc6a229cb02b6fbf1e9f07',
  2: '943075fd4ebec4aff8ce9518a9cefc3d1caf2232fe9798c600ebca9d629c23fd',
};

describe('schema', () => {
  test('declared schema equals the snapshot', () => {
    // On purpose? Write the new schema into lib/db/schema-snapshot.json and a migration test for it beside this file.
    expect(declaredSchema(makeDatabase())).toEqual(snapshot);
    expect(snapshot.version).toBe(SCHEMA_VERSION);
  });

  test('released versions are frozen', () => {
    const digest = (stores: object) => createHash('sha256').update(JSON.stringify(stores)).digest('hex');
    expect({ 1: digest(V1_STORES), 2: digest(V2_STORES) }).toEqual(FROZEN);
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

describe('I20 a database of schema 1', () => {
  test('opens in the present code with every row as it was', async () => {
    const browser = makeBrowserDatabase();
    const old = new Dexie('archvd-test', { ...browser });
    old.version(1).stores(dump.stores);
    for (const [table, rows] of Object.entries(dump.rows)) await old.table(table).bulkAdd(rows);
    old.close();

    const db = makeDatabase(browser);
    for (const [table, rows] of Object.entries(dump.rows)) expect(await db.table(table).toArray()).toEqual(rows);
    expect(await db.listings.where('[marketplace+externalId]').equals(['alias', 'L-1']).count()).toBe(1);
    await db.meta.put({ id: 'opened', value: true, updatedAt: NOON });
    expect(await db.meta.count()).toBe(1);
  });
});
