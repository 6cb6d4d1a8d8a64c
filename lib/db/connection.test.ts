import type { DBCore, Middleware } from 'dexie';
import { describe, expect, test } from 'vitest';
import { makePair } from '@/tests/fixtures/builders';
import { makeBrowserDatabase, makeDatabase } from '@/tests/fixtures/test-database';
import { openDatabase, type DatabaseState } from './connection';
import { ArchvdDatabase, type BrowserDatabase } from './database';
import { isDatabaseError, toDatabaseError } from './database-error';

function domError(name: string): Error {
  return new DOMException('from the browser', name);
}

describe('opening', () => {
  test('tells once that it is open', async () => {
    const states: DatabaseState[] = [];
    const connection = openDatabase({ database: makeDatabase(), onState: (state) => void states.push(state) });
    expect(connection.state().kind).toBe('opening');
    expect(await connection.ready).toEqual({ kind: 'open', code: null, message: '' });
    await connection.db.inventory.count();
    expect(states.map((state) => state.kind)).toEqual(['open']);
  });

  test('a browser that answers nothing is blocked, not a hang', async () => {
    const silent = brokenBrowser(() => new EventTarget() as IDBOpenDBRequest);
    const database = new ArchvdDatabase('silent', silent);
    expect(await openDatabase({ database, timeoutMs: 5 }).ready).toMatchObject({ kind: 'blocked' });
  });

  test('a browser that refuses is a failure with its reason, not an exception', async () => {
    const refusing = brokenBrowser(() => {
      throw domError('SecurityError');
    });
    const database = new ArchvdDatabase('refused', refusing);
    expect(await openDatabase({ database }).ready).toMatchObject({
      kind: 'failed',
      code: 'open-failed',
      message: expect.stringContaining('SecurityError'),
    });
  });

  test('closing while it opens ends closed', async () => {
    const connection = openDatabase({ database: makeDatabase() });
    connection.close();
    expect(await connection.ready).toMatchObject({ kind: 'closed' });
  });
});

describe('a full disk', () => {
  test('is told by code, and nothing of the transaction is kept', async () => {
    const db = makeDatabase();
    db.use(fullDiskAt('listings'));
    const write = db.transaction('rw', db.inventory, db.listings, async () => {
      await db.inventory.add(makePair());
      await db.listings.clear();
    });
    const error: unknown = await write.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'quota', message: expect.stringContaining('Nothing was written') });
    expect(isDatabaseError(error)).toBe(true);
    expect(await db.inventory.count()).toBe(0);
  });

  test('found at commit, it hides inside the abort', () => {
    const abort = Object.assign(new Error('aborted'), { name: 'AbortError', inner: domError('QuotaExceededError') });
    expect(toDatabaseError(abort)?.code).toBe('quota');
    expect(toDatabaseError(new TypeError('our mistake'))).toBeNull();
    expect(toDatabaseError('no error')).toBeNull();
  });
});

/** A browser whose IndexedDB opens like this. */
function brokenBrowser(open: IDBFactory['open']): BrowserDatabase {
  const { indexedDB, IDBKeyRange } = makeBrowserDatabase();
  const deleteDatabase = (name: string): IDBOpenDBRequest => indexedDB.deleteDatabase(name);
  const cmp = (a: unknown, b: unknown): number => indexedDB.cmp(a, b);
  return { indexedDB: { open, cmp, deleteDatabase, databases: async () => [] }, IDBKeyRange };
}

function fullDiskAt(full: string): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'full-disk',
    level: -1,
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return name === full ? { ...table, mutate: () => Promise.reject(domError('QuotaExceededError')) } : table;
      },
    }),
  };
}
