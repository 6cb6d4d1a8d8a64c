import { describe, expect, test } from 'vitest';
import { openDatabase, type DatabaseState } from '@/lib/db/connection';
import { ArchvdDatabase, SCHEMA_VERSION, type BrowserDatabase } from '@/lib/db/database';
import { makePair, NOON } from '@/tests/fixtures/builders';
import { makeBrowserDatabase, makeDatabase } from '@/tests/fixtures/test-database';

/** A build of the future: the next schema, which does `upgrade` on its way. */
class NextDatabase extends ArchvdDatabase {
  constructor(
    browser: BrowserDatabase,
    stores: Record<string, string | null>,
    upgrade: (db: NextDatabase) => Promise<unknown> | void = () => {},
  ) {
    super('archvd-test', browser);
    this.watch.declared = SCHEMA_VERSION + 1;
    this.version(SCHEMA_VERSION + 1)
      .stores(stores)
      .upgrade((transaction) => upgrade.call(null, transaction.db as NextDatabase));
  }
}

async function makeOldBooks(browser: BrowserDatabase): Promise<void> {
  const db = makeDatabase(browser);
  await db.inventory.bulkAdd([makePair({ id: 'a' }), makePair({ id: 'b' })]);
  db.close();
}

function record() {
  const states: DatabaseState[] = [];
  return {
    states,
    onState: (state: DatabaseState) => void states.push(state),
    kinds: () => states.map((state) => state.kind),
  };
}

describe('I20 an upgrade', () => {
  test('that fails in the middle leaves the old data, says so and does not try again by itself', async () => {
    const browser = makeBrowserDatabase();
    await makeOldBooks(browser);
    const failing = new NextDatabase(browser, { inventory: 'id, status, extra' }, async (db) => {
      await db.inventory.toCollection().modify({ note: 'half done' });
      throw new Error('out of luck');
    });
    const connection = openDatabase({ database: failing });
    expect(await connection.ready).toMatchObject({
      kind: 'failed',
      code: 'upgrade-failed',
      message: expect.stringContaining('untouched'),
    });
    await expect(failing.inventory.count()).rejects.toMatchObject({ name: 'DatabaseClosedError' });

    const old = makeDatabase(browser);
    await old.open();
    expect(old.installedVersion).toBe(SCHEMA_VERSION);
    expect((await old.inventory.toArray()).map((pair) => [pair.id, pair.note])).toEqual([
      ['a', ''],
      ['b', ''],
    ]);
  });

  test('that succeeds keeps the rows', async () => {
    const browser = makeBrowserDatabase();
    await makeOldBooks(browser);
    const next = new NextDatabase(browser, { extras: 'id' }, (db) =>
      db.inventory.toCollection().modify({ note: 'moved' }),
    );
    expect(await openDatabase({ database: next }).ready).toMatchObject({ kind: 'open' });
    expect((await next.inventory.toArray()).map((pair) => pair.note)).toEqual(['moved', 'moved']);
  });
});

describe('L30 newer data and older code', () => {
  test('reads, and refuses every write in plain words', async () => {
    const browser = makeBrowserDatabase();
    const next = new NextDatabase(browser, { extras: 'id' });
    await next.inventory.add(makePair({ id: 'a' }));
    next.close();

    const old = makeDatabase(browser);
    const seen = record();
    expect(await openDatabase({ database: old, onState: seen.onState }).ready).toMatchObject({
      kind: 'read-only',
      code: 'newer-schema',
    });
    expect(seen.kinds()).toEqual(['read-only']);
    expect(await old.inventory.count()).toBe(1);
    const refused = { name: 'DatabaseError', code: 'newer-schema' };
    await expect(old.inventory.add(makePair())).rejects.toMatchObject(refused);
    await expect(old.inventory.put(makePair({ id: 'a' }))).rejects.toMatchObject(refused);
    await expect(old.inventory.clear()).rejects.toMatchObject(refused);
    await expect(old.inventory.toCollection().modify({ note: 'x' })).rejects.toMatchObject(refused);
    await expect(
      old.transaction('rw', old.meta, () => old.meta.put({ id: 'x', value: 1, updatedAt: NOON })),
    ).rejects.toMatchObject(refused);
    expect((await old.inventory.toArray()).map((pair) => pair.note)).toEqual(['']);
    expect(await old.meta.count()).toBe(0);
  });

  test('refuses without anyone having called openDatabase', async () => {
    const browser = makeBrowserDatabase();
    const next = new NextDatabase(browser, { extras: 'id' });
    await next.open();
    next.close();
    await expect(makeDatabase(browser).inventory.add(makePair())).rejects.toMatchObject({ code: 'newer-schema' });
  });

  test('never adds to a newer schema what it misses there', async () => {
    const browser = makeBrowserDatabase();
    const next = new NextDatabase(browser, { expenses: null });
    await next.open();
    next.close();

    const connection = openDatabase({ database: makeDatabase(browser) });
    expect(await connection.ready).toMatchObject({ kind: 'failed', code: 'newer-schema' });
    const versions = await browser.indexedDB.databases();
    expect(versions.find((found) => found.name === 'archvd-test')?.version).toBe((SCHEMA_VERSION + 1) * 10);
  });
});

describe('several windows', () => {
  test('a newer version takes over: the old window closes, says so, and does not open again', async () => {
    const browser = makeBrowserDatabase();
    await makeOldBooks(browser);
    const seen = record();
    const old = openDatabase({ database: makeDatabase(browser), onState: seen.onState });
    await old.ready;
    const next = openDatabase({ database: new NextDatabase(browser, { extras: 'id' }) });
    expect(await next.ready).toMatchObject({ kind: 'open' });
    expect(seen.kinds()).toEqual(['open', 'closed']);
    expect(old.state().message).toContain('Reload');
    await expect(old.db.inventory.add(makePair())).rejects.toMatchObject({ name: 'DatabaseClosedError' });
  });

  test('a window that does not let go blocks: told at once, and gone on by itself', async () => {
    const browser = makeBrowserDatabase();
    await makeOldBooks(browser);
    const stubborn = await openNative(browser);
    const seen = record();
    const next = openDatabase({
      database: new NextDatabase(browser, { extras: 'id' }),
      onState: seen.onState,
      timeoutMs: 20,
    });
    expect(await next.ready).toMatchObject({ kind: 'blocked' });
    stubborn.close();
    expect(await next.db.inventory.count()).toBe(2);
    expect(seen.kinds()).toEqual(['blocked', 'open']);
  });
});

/** A connection that ignores `versionchange`. */
function openNative(browser: BrowserDatabase): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = browser.indexedDB.open('archvd-test');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('did not open')));
  });
}
