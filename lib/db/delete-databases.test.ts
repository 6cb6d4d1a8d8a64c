import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { makePair } from '@/tests/fixtures/builders';
import { makeBrowserDatabase, makeDatabase } from '@/tests/fixtures/test-database';
import { openDatabase } from './connection';
import { countRows, deleteDatabase, ourDatabases } from './delete-databases';

test('counts rows without knowing the schema, and never makes a database by looking', async () => {
  const browser = makeBrowserDatabase();
  const db = makeDatabase(browser);
  await db.inventory.bulkAdd([makePair(), makePair()]);
  await db.meta.put({ id: 'x', value: 1, updatedAt: 0 as never });
  expect(await countRows('archvd-test', browser.indexedDB)).toBe(3);
  expect(await countRows('archvd-demo', browser.indexedDB)).toBe(0);
  expect(await ourDatabases(browser.indexedDB)).toEqual(['archvd-test']);
});

test('deletes while another window has it open: that one closes and says why', async () => {
  const browser = makeBrowserDatabase();
  const other = openDatabase({ database: makeDatabase(browser) });
  await other.ready;
  await other.db.inventory.add(makePair());
  await deleteDatabase('archvd-test', browser.indexedDB);
  expect(await ourDatabases(browser.indexedDB)).toEqual([]);
  expect(other.state()).toMatchObject({ kind: 'closed', code: 'deleted' });
});

test('a window that does not let go is told, and the waiting ends', async () => {
  const factory = new IDBFactory();
  const held = factory.open('archvd-held');
  await new Promise((resolve) => held.addEventListener('success', resolve));
  await expect(deleteDatabase('archvd-held', factory, 20)).rejects.toMatchObject({ code: 'open-failed' });
  held.result.close();
});

test('what is not ours is left alone', async () => {
  const factory = new IDBFactory();
  const foreign = factory.open('somebody-else');
  await new Promise((resolve) => foreign.addEventListener('success', resolve));
  foreign.result.close();
  expect(await ourDatabases(factory)).toEqual([]);
});
