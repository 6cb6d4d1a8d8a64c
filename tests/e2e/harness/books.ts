import type { Page } from '@playwright/test';
import { readTables } from '../../../scripts/read-tables';
import type { MessageInput, MessageName, MessageOutput } from '../../../lib/messaging/protocol';
import { V1_STORES } from '../../../lib/db/versions/v1';
import { V2_STORES } from '../../../lib/db/versions/v2';
import { V3_STORES } from '../../../lib/db/versions/v3';
import { V4_STORES } from '../../../lib/db/versions/v4';
import { V5_STORES } from '../../../lib/db/versions/v5';
import { sendRaw } from './browser-api';
import { expect, type ExtensionUnderTest } from './extension-test';

/** A page of the extension's own origin that runs no code: what a test sends from it, only the test sends. */
export const QUIET_PAGE = 'manifest.json';

export type Row = Record<string, unknown>;
export type TableName = keyof typeof STORES;
export type Books = Record<string, Row[]>;

/** Every table of every schema there was. */
const STORES = { ...V1_STORES, ...V2_STORES, ...V3_STORES, ...V4_STORES, ...V5_STORES };
const TABLES = Object.keys(STORES) as TableName[];

/** Book-keeping of the machinery: moves although nothing in the seller's books does. */
const MACHINERY: ReadonlySet<string> = new Set(['jobs', 'jobRuns', 'cursors', 'sweepPages', 'budgets', 'meta']);

/** Jobs that ask alias, in the order of a first sync. */
const READERS = ['orders', 'listings-full', 'listings', 'products', 'prices', 'recent-sales'];

/** Jobs that work on the books alone, connected or not. */
const BOOK_KEEPERS = ['alerts', 'snapshot', 'housekeeping'];

/** Sends a message as the extension's own pages do. @throws when the background refuses the message as such */
export async function ask<N extends MessageName>(
  page: Page,
  name: N,
  input: MessageInput<N>,
): Promise<MessageOutput<N>> {
  const message = { archvd: 1, id: crypto.randomUUID(), name, input };
  const answer = (await sendRaw(page, message)) as { readonly ok: boolean; readonly output?: unknown };
  if (!answer.ok) throw new Error(`The background refused ${name}: ${JSON.stringify(answer)}`);
  return answer.output as MessageOutput<N>;
}

export async function connect(page: Page, token: string): Promise<void> {
  expect(await ask(page, 'connection/connect', { token, whenDifferent: 'ask' })).toEqual({ kind: 'connected' });
}

/** All tables of the books as they are now. */
export async function readBooks(page: Page): Promise<Books> {
  return sorted(await readTables(page, TABLES));
}

/** The books without what only says how the reading went; two of them are equal when nobody wrote anything. */
export async function readData(page: Page): Promise<Books> {
  const names = TABLES.filter((name) => !MACHINERY.has(name));
  return sorted(await readTables(page, names));
}

function sorted(books: Books): Books {
  return Object.fromEntries(Object.entries(books).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Waits until every job that asks alias has run once since `since`, and no job at all is held or due: what works on the
 * books alone, the daily copy too, comes after the readers and would still be writing.
 */
export async function waitForSync(page: Page, since = 0, timeout = 45_000): Promise<void> {
  await expect
    .poll(() => unfinishedJobs(page, since), { message: 'jobs that have not come to rest', timeout, intervals: [200] })
    .toEqual([]);
}

async function unfinishedJobs(page: Page, since: number): Promise<unknown[]> {
  const { jobs } = await readTables(page, ['jobs']);
  const now = Date.now();
  const unread = READERS.filter((name) => !(Number(jobs.find((row) => row.id === name)?.lastSuccessAt) >= since));
  const busy = jobs.filter((job) => job.lease !== null || Number(job.dueAt) <= now).map((job) => job.id);
  return [...new Set([...unread, ...busy])];
}

/** Waits until nobody works on anything. Without a connection nothing begins by itself but what works on the books alone. */
export async function waitForRest(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        const { jobs } = await readTables(page, ['jobs']);
        const now = Date.now();
        const ofBooks = (name: unknown) => BOOK_KEEPERS.includes(String(name));
        return jobs.filter((job) => job.lease !== null || (ofBooks(job.id) && Number(job.dueAt) <= now));
      },
      { message: 'jobs that are at work', timeout: 30_000, intervals: [100] },
    )
    .toEqual([]);
}

/** Syncs everything anew, whatever is due, and waits for its end. */
export async function syncAgain(page: Page): Promise<void> {
  const since = await page.evaluate(() => Date.now());
  expect(await ask(page, 'sync/now', { full: true })).toEqual({ ok: true });
  const read = ['orders', 'listings-full', 'listings'];
  await expect
    .poll(
      async () => {
        const { jobs } = await readTables(page, ['jobs']);
        return read.filter((name) => {
          const job = jobs.find((row) => row.id === name);
          return job === undefined || job.lease !== null || Number(job.lastSuccessAt) < since;
        });
      },
      // Everything is read from its first page on, also where a worker has to start for it.
      { message: 'jobs that have not read anew', timeout: 45_000, intervals: [200] },
    )
    .toEqual([]);
}

/**
 * Makes a job due; one that is at work is due again after its turn. In one transaction, so that a worker that claims or
 * ends it at this moment loses nothing by it.
 */
export async function callJob(page: Page, name: string): Promise<void> {
  await page.evaluate(async (id) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const database = await settled(indexedDB.open('archvd'));
    const jobs = database.transaction('jobs', 'readwrite').objectStore('jobs');
    const job = await settled(jobs.get(id));
    await settled(jobs.put({ ...job, dueAt: 0, ...(job.lease === null ? {} : { calledAt: Date.now() }) }));
    database.close();
  }, name);
}

/** Changes rows with plain IndexedDB, past all code of the extension. */
export async function putRows(page: Page, table: TableName, rows: readonly Row[]): Promise<void> {
  await page.evaluate(
    async ({ table, rows }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('archvd');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error));
      });
      const writing = database.transaction(table, 'readwrite');
      for (const row of rows) writing.objectStore(table).put(row);
      await new Promise<void>((resolve, reject) => {
        writing.addEventListener('complete', () => resolve());
        writing.addEventListener('abort', () => reject(writing.error));
      });
      database.close();
    },
    { table, rows },
  );
}

/** A synced seller: connects and waits for the whole first sync. @returns the quiet page it was done from */
export async function syncedSeller(extension: ExtensionUnderTest, token: string): Promise<Page> {
  const page = await extension.page(QUIET_PAGE);
  await connect(page, token);
  await waitForSync(page);
  return page;
}
