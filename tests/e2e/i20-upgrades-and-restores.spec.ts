import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { ask, putRows, readBooks, syncedSeller, waitForRest, type Books } from './harness/books';
import { ringAlarmFrom } from './harness/browser-api';
import { expect, test } from './harness/extension-test';
import { readyToKill } from './harness/worker-control';

/** I20 in a real browser: newer books are only read, and a copy comes back whole or not at all. */

test.use({ marketOptions: { listings: 40, orders: 40, seed: 4, speed: 0 } });

/** Opens the books at a version of the future, as a newer build would. @returns the version now installed */
async function upgradeBooks(page: Page, version: number): Promise<number> {
  return page.evaluate(async (next) => {
    const opening = indexedDB.open('archvd', next);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('ofTheFuture', { keyPath: 'id' }));
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error));
      // A connection that gives way ends what it is writing first.
      opening.addEventListener('blocked', () =>
        setTimeout(() => reject(new Error('somebody keeps the old version open')), 10_000),
      );
    });
    database.close();
    return database.version;
  }, version);
}

async function installedVersion(page: Page): Promise<number | undefined> {
  return page.evaluate(
    async () => (await indexedDB.databases()).find((database) => database.name === 'archvd')?.version,
  );
}

/** Reads without naming a version, so also books of the future. */
async function pairIds(page: Page): Promise<string[]> {
  return (await readTables(page, ['inventory'])).inventory.map((pair) => String(pair.id));
}

test('books of a newer version: open windows are told, and from then on they are read and never written', async ({
  extension,
  market,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  const [pairId = ''] = await pairIds(quiet);
  const window = await extension.page('dashboard.html#/inventory');
  await expect(window.getByText(/Another version of the companion/)).toHaveCount(0);
  // Ten of the browser's versions are one of ours.
  const next = ((await installedVersion(quiet)) ?? 0) + 10;
  expect(await upgradeBooks(quiet, next), 'the old connections gave way').toBe(next);
  await expect(window.getByText('Another version of the companion is running. Reload this page.')).toBeVisible();

  await extension.killWorker('close-target');
  const before = await readBooks(quiet);
  await window.reload();
  await expect(window.getByText(/last opened by a newer version.*can be read but not changed/)).toBeVisible();
  const names = (before.products ?? []).map((product) => String(product.name));
  const isShown = async () => {
    const text = await window.locator('body').innerText();
    return names.some((name) => text.includes(name));
  };
  await expect.poll(isShown, { message: 'the pairs are still shown' }).toBe(true);

  const newer = { ok: false, error: { code: 'newer-schema', message: expect.stringContaining('newer version') } };
  expect(await ask(quiet, 'pair/set-cost', { pairId, cost: { minor: 1, currency: 'USD' } })).toMatchObject(newer);
  expect(await ask(quiet, 'fx/set-rate', { base: 'USD', quote: 'EUR', rateE8: 90_000_000 })).toMatchObject(newer);
  expect(
    await ask(quiet, 'ledger/import', { fileName: 'a.csv', text: 'sku,size,cost\nDD1391-100,10,50' }),
  ).toMatchObject({ ok: false });
  await ask(quiet, 'sync/now', { full: true });
  await ringAlarmFrom(quiet, 'tick');
  await quiet.waitForTimeout(1000);
  await extension.killWorker('stop-all-workers');
  await ringAlarmFrom(quiet, 'tick');
  await quiet.waitForTimeout(1000);
  expect(await readBooks(quiet), 'not one row written').toEqual(before);
  expect(await installedVersion(quiet)).toBe(next);
});

/**
 * Without a token no job writes, so that whatever differs was written by the restore. That a command was refused is
 * noted in the log, which is no change of the books.
 */
async function booksAtRest(page: Page): Promise<Books> {
  const { jobs: _jobs, budgets: _budgets, ...books } = await readBooks(page);
  return { ...books, activity: (books.activity ?? []).filter((line) => line.kind !== 'trouble') };
}

const DAMAGES = ['cut', 'changed', 'empty'] as const;

const REFUSALS = { cut: 'backup-cut-off', changed: 'backup-cut-off', empty: 'backup-foreign' } as const;

/** Puts a damaged twin beside a snapshot: cut off in the middle, one byte changed, nothing in it. @returns its name */
async function damageSnapshot(page: Page, name: string, how: (typeof DAMAGES)[number]): Promise<string> {
  const damaged = `books-${1 + DAMAGES.indexOf(how)}-1.jsonl.gz`;
  await page.evaluate(
    async ({ name, damaged, how }) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('snapshots');
      const whole = new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer());
      const middle = Math.floor(whole.length / 2);
      if (how === 'changed') whole[middle] = (whole[middle] ?? 0) ^ 0xff;
      const stream = await (await folder.getFileHandle(damaged, { create: true })).createWritable();
      await stream.write(how === 'empty' ? new Uint8Array() : how === 'cut' ? whole.slice(0, middle) : whole);
      await stream.close();
    },
    { name, damaged, how },
  );
  return damaged;
}

test('a snapshot brings back exactly the books it was taken of; a damaged one changes nothing', async ({
  extension,
  market,
}) => {
  // Seven readings of all books and five restores.
  test.slow();
  const page = await syncedSeller(extension, market.token);
  expect(await ask(page, 'connection/disconnect', {})).toEqual({ ok: true });
  await waitForRest(page);
  const original = await booksAtRest(page);
  expect(await ask(page, 'snapshot/take', {})).toEqual({ ok: true });
  const { snapshots } = await ask(page, 'snapshot/list', {});
  const taken = snapshots[0];
  if (taken === undefined) throw new Error('No snapshot was kept.');
  const { jobs: _jobs, budgets: _budgets, ...copied } = await readBooks(page);
  expect(taken.rows).toBe(Object.values(copied).reduce((sum, rows) => sum + rows.length, 0));

  const [pairId = ''] = await pairIds(page);
  expect(await ask(page, 'pair/set-cost', { pairId, cost: { minor: 4711, currency: 'USD' } })).toMatchObject({
    ok: true,
  });
  await putRows(
    page,
    'sales',
    (original.sales ?? []).map((sale) => ({ ...sale, payout: null, status: 'reversed' })),
  );
  await putRows(page, 'meta', [{ id: 'stranger', value: 1, updatedAt: 1 }]);
  const changed = await booksAtRest(page);
  expect(changed).not.toEqual(original);

  for (const how of DAMAGES) {
    const damaged = await damageSnapshot(page, taken.name, how);
    expect(await ask(page, 'snapshot/restore', { name: damaged }), how).toMatchObject({
      ok: false,
      error: { code: REFUSALS[how], message: expect.stringContaining('Nothing was changed') },
    });
    expect(await booksAtRest(page), how).toEqual(changed);
  }
  expect(await ask(page, 'snapshot/restore', { name: 'books-1-1.jsonl.gz' })).toMatchObject({ ok: false });
  expect(await booksAtRest(page)).toEqual(changed);

  expect(await ask(page, 'snapshot/restore', { name: taken.name })).toEqual({ ok: true });
  expect(await booksAtRest(page)).toEqual(original);
  // The books as they were just before are a snapshot too: a restore can be undone.
  const [undo] = (await ask(page, 'snapshot/list', {})).snapshots.filter((one) => one.at > taken.at);
  expect(await ask(page, 'snapshot/restore', { name: undo?.name ?? '' })).toEqual({ ok: true });
  expect(await booksAtRest(page)).toEqual(changed);
});

/** What tells the books of before from those of after a restore, and both from anything in between. */
async function fingerprint(page: Page) {
  const { inventory, sales, orders } = await readTables(page, ['inventory', 'sales', 'orders']);
  return {
    notes: [...new Set(inventory.map((pair) => pair.note))],
    sizes: [inventory.length, sales.length, orders.length],
    activity: await countRows(page, 'activity'),
  };
}

async function countRows(page: Page, table: string): Promise<number> {
  return page.evaluate(async (name) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const database = await settled(indexedDB.open('archvd'));
    const count = await settled(database.transaction(name).objectStore(name).count());
    database.close();
    return count;
  }, table);
}

/** How many snapshots there are, those that are still being written apart. */
async function countSnapshots(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('snapshots');
    let files = 0;
    for await (const [, handle] of folder.entries()) {
      if (handle.kind === 'file' && handle.name.endsWith('.gz') && (await handle.getFile()).size > 0) files += 1;
    }
    return files;
  });
}

/** So many rows that writing them takes longer than killing. */
const MANY_ROWS = 15_000;

test('the worker killed in the middle of a restore leaves the old books or the new ones', async ({
  extension,
  market,
}) => {
  const page = await syncedSeller(extension, market.token);
  await ask(page, 'connection/disconnect', {});
  await waitForRest(page);
  const row = { at: 1, kind: 'test', by: 'system', entity: null, summary: 'a row', facts: {} };
  const many = Array.from({ length: MANY_ROWS }, (_, nth) => ({ ...row, id: `many-${nth}` }));
  await putRows(page, 'activity', many);
  await ask(page, 'snapshot/take', {});
  const name = (await ask(page, 'snapshot/list', {})).snapshots[0]?.name ?? '';
  const restored = await fingerprint(page);
  const { inventory } = await readTables(page, ['inventory']);
  // In a table that is written early and in one that is written late.
  const change = async () => {
    const notes = inventory.map((pair) => ({ ...pair, note: 'changed' }));
    await putRows(page, 'inventory', notes);
    await putRows(page, 'activity', [{ ...row, id: 'stranger' }]);
  };
  await change();
  const changed = await fingerprint(page);
  expect(changed).not.toEqual(restored);
  const kill = await readyToKill(page);
  for (const wait of [40, 150]) {
    // The copy of the present books is the last thing before others are written over them.
    const before = await countSnapshots(page);
    void ask(page, 'snapshot/restore', { name }).catch(() => {});
    await expect.poll(() => countSnapshots(page), { intervals: [5], timeout: 30_000 }).toBeGreaterThan(before);
    await page.waitForTimeout(wait);
    await kill();
    expect([changed, restored], `killed ${wait} ms into the writing`).toContainEqual(await fingerprint(page));
    await change();
  }
});
