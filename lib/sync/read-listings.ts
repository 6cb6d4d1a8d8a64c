import type { CursorRow } from '@/lib/db/rows';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import { ageOf, HOUR_MS } from '@/lib/domain/time/instant';
import type { ListingFilter } from '@/lib/marketplaces/contract/marketplace';
import type { Page } from '@/lib/marketplaces/contract/page';
import { askMissingListings } from './ask-missing-listings';
import { commit } from './commit';
import { listingTables, writeListings } from './commit-listings';
import { joinPurchases } from './join-purchases';
import { historyId } from './keep-order-pages';
import { pipePages, withFreshStart } from './pipe-pages';
import {
  callOptions,
  cutSince,
  freshCursor,
  noteAnswer,
  type SyncDeps,
  type SyncRun,
  type SyncTask,
  type SyncVerdict,
} from './sync-run';

/** alias serves at most 50 listings a page. */
const PAGE_SIZE = 50;

/** Oldest first: a listing made while the sweep runs lands behind it, so pages are met twice rather than missed. */
const SWEEP: ListingFilter = { sort: { by: 'created', order: 'ascending' } };
const NEWS: ListingFilter = { sort: { by: 'updated', order: 'descending' } };

/** An unfinished sweep older than this is begun anew: its page token may no longer mean anything. */
const SWEEP_LIFE_MS = 6 * HOUR_MS;

/**
 * Reads every listing, once a day and at the start, and finds what is gone. A listing that a complete sweep did not
 * meet is only marked; it is asked for by itself before it counts as deleted.
 */
export function createListingsSweepTask(deps: SyncDeps): SyncTask {
  return async (run) => {
    const known = await deps.db.cursors.get(sweepId(deps));
    const now = deps.clock.now();
    const sweptAge = ageOf(known?.finishedAt ?? null, now);
    // A sweep that ended in the future ended before the clock was set back, hence not in this run.
    const sweptInThisRun = Number.isFinite(sweptAge) && sweptAge <= ageOf(run.startedAt, now);
    if (!sweptInThisRun && (await sweep(deps, run, resumable(deps, known))) === 'yield') return 'more';
    return conclude(deps, run);
  };
}

/** Reads what changed lately, newest change first, until a page that holds nothing new. */
export function createListingsPollTask(deps: SyncDeps): SyncTask {
  return async (run) => {
    const swept = await deps.db.cursors.get(sweptId(deps));
    if (swept === undefined) return 'done';
    await poll(deps, run);
    return conclude(deps, run);
  };
}

/** What only all listings together can tell. */
async function conclude(deps: SyncDeps, run: SyncRun): Promise<SyncVerdict> {
  if ((await askMissingListings(deps, run)) === 'more') return 'more';
  const history = await deps.db.cursors.get(historyId(deps));
  if (history?.finishedAt != null) await joinPurchases(deps, run);
  return 'done';
}

function sweepId(deps: SyncDeps): string {
  return `${deps.marketplace.id}/listings/sweep`;
}

/** Written when the first sweep is complete: before that the poll has nothing to add. */
function sweptId(deps: SyncDeps): string {
  return `${deps.marketplace.id}/listings/swept`;
}

/** The sweep to go on with, or a new one with its own id. */
function resumable(deps: SyncDeps, known: CursorRow | undefined): CursorRow {
  const now = deps.clock.now();
  const young = known !== undefined && known.finishedAt === null && ageOf(known.startedAt, now) < SWEEP_LIFE_MS;
  return young ? known : newSweep(deps);
}

function newSweep(deps: SyncDeps): CursorRow {
  return { ...freshCursor(sweepId(deps), { now: deps.clock.now() }), sweepId: deps.random.id() };
}

async function sweep(deps: SyncDeps, run: SyncRun, start: CursorRow): Promise<'end' | 'stop' | 'yield'> {
  let cursor = start;
  const beginAnew = (): void => {
    cursor = newSweep(deps);
  };
  return pipePages<ListingFacts>({
    first: cursor.token,
    ahead: true,
    shouldYield: () => run.shouldYield(),
    fetch: withFreshStart((token) => fetchPage(deps, run, SWEEP, token), start.token, beginAnew),
    commit: async (pages) => {
      cursor = advance(cursor, pages, deps);
      await commitSweepPages(deps, run, pages, cursor);
      return 'go-on';
    },
  });
}

async function commitSweepPages(
  deps: SyncDeps,
  run: SyncRun,
  pages: readonly Page<ListingFacts>[],
  cursor: CursorRow,
): Promise<void> {
  const { db } = deps;
  const now = deps.clock.now();
  const met = pages.flatMap((page) => [...page.items.map((item) => item.externalId), ...rejectedIds(page)]);
  await commitPages(deps, run, pages, [db.cursors, db.sweepPages], async () => {
    await db.sweepPages.put({
      id: `${cursor.sweepId}/${cursor.pages}`,
      sweepId: cursor.sweepId ?? '',
      externalIds: met,
    });
    await db.cursors.put(cursor);
    return cursor.finishedAt === null ? 0 : markMissing(deps, cursor, now);
  });
}

/** A record that was there but could not be read is not missing. */
function rejectedIds(page: Page<ListingFacts>): string[] {
  return page.rejected.flatMap((record) => (record.externalId === null ? [] : [record.externalId]));
}

/** At the end of a complete sweep: marks what it did not meet, in the transaction of its last page. */
async function markMissing(deps: SyncDeps, cursor: CursorRow, now: CursorRow['startedAt']): Promise<number> {
  const { db, marketplace } = deps;
  const pages = await db.sweepPages
    .where('sweepId')
    .equals(cursor.sweepId ?? '')
    .toArray();
  const met = new Set(pages.flatMap((page) => page.externalIds));
  const known = await db.listings
    .where('[marketplace+externalId]')
    .between([marketplace.id, ''], [marketplace.id, '\uffff'])
    .toArray();
  const missing = known.filter(
    (row) =>
      row.deletedAt === null &&
      row.missingSince === null &&
      row.createdAt <= (cursor.startedAt ?? 0) &&
      !met.has(row.externalId),
  );
  await db.listings.bulkPut(missing.map((row) => ({ ...row, missingSince: now })));
  await db.sweepPages.clear();
  await db.cursors.put({ ...cursor, id: sweptId(deps) });
  return missing.length;
}

async function poll(deps: SyncDeps, run: SyncRun): Promise<void> {
  const id = `${deps.marketplace.id}/listings`;
  const before = await deps.db.cursors.get(id);
  const newsSince = cutSince(before);
  let cursor = freshCursor(id, { now: newsSince ?? deps.clock.now() });
  await pipePages<ListingFacts>({
    first: null,
    ahead: false,
    shouldYield: () => false,
    fetch: (token) => fetchPage(deps, run, NEWS, token),
    commit: async (pages) => {
      let goesOn = false;
      cursor = advance(cursor, pages, deps);
      await commitPages(deps, run, pages, [deps.db.cursors], async (written) => {
        goesOn = cursor.token !== null && (written > 0 || (await holdsNews(deps, pages, newsSince)));
        await deps.db.cursors.put(goesOn ? { ...cursor, finishedAt: before?.finishedAt ?? null } : ended(cursor, deps));
        return 0;
      });
      return goesOn ? 'go-on' : 'stop';
    },
  });
}

/** Whether a page holds listings that were written since a poll began that did not come to its end. */
async function holdsNews(
  deps: SyncDeps,
  pages: readonly Page<ListingFacts>[],
  since: CursorRow['startedAt'],
): Promise<boolean> {
  if (since === null) return false;
  const ids = pages.flatMap((page) =>
    page.items.map((item): [string, string] => [deps.marketplace.id, item.externalId]),
  );
  const rows = deps.db.listings.where('[marketplace+externalId]').anyOf(ids);
  return (await rows.filter((row) => row.updatedAt >= since).count()) > 0;
}

function ended(cursor: CursorRow, deps: SyncDeps): CursorRow {
  return { ...cursor, token: null, finishedAt: deps.clock.now() };
}

async function fetchPage(
  deps: SyncDeps,
  run: SyncRun,
  filter: ListingFilter,
  token: string | null,
): Promise<Page<ListingFacts>> {
  const page = await deps.marketplace.listListings(filter, { token, pageSize: PAGE_SIZE }, callOptions(run));
  noteAnswer(run.tally, page.origin);
  return page;
}

function advance(cursor: CursorRow, pages: readonly Page<ListingFacts>[], deps: SyncDeps): CursorRow {
  const last = pages.at(-1);
  const token = last?.next ?? null;
  return {
    ...cursor,
    token,
    pages: cursor.pages + pages.length,
    items: cursor.items + pages.reduce((sum, page) => sum + page.items.length + page.rejected.length, 0),
    total: last?.total ?? cursor.total,
    finishedAt: token === null ? deps.clock.now() : null,
  };
}

async function commitPages(
  deps: SyncDeps,
  run: SyncRun,
  pages: readonly Page<ListingFacts>[],
  tables: Parameters<typeof commit>[2]['tables'],
  bookkeeping: (written: number) => Promise<number>,
): Promise<number> {
  const facts = [...new Map(pages.flatMap((page) => page.items).map((item) => [item.externalId, item])).values()];
  const rejected = pages.flatMap((page) => page.rejected);
  const now = deps.clock.now();
  run.tally.pages += pages.length;
  run.tally.read += facts.length + rejected.length;
  return commit(deps, run, {
    tables: [...listingTables(deps.db), ...tables],
    rejected,
    now,
    write: async () => {
      const written = await writeListings(deps, facts, now);
      return written + (await bookkeeping(written));
    },
  });
}
