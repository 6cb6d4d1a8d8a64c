import type { UndoRow } from '@/lib/db/rows';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Pair } from '@/lib/domain/inventory/pair';
import { isGone } from '@/lib/domain/listings/listing-state';
import { alertsAgain } from './alerts-again';
import { giveBackSale } from './give-back-sale';
import { CommandError, type CommandDeps } from './command-deps';
import { GONE, stampAfter } from './keep-undo';
import { logPairs } from './log-pairs';
import { rowsOfUndo, watchedAgain } from './watch-again';
import { undoName } from './undo-names';

export interface UndoResult {
  /** Rows that are as they were before. */
  readonly restored: number;
  /** Rows that were changed since, by anybody, and so were left as they are. */
  readonly left: number;
}

type Kept = UndoRow['rows'][number];

/**
 * Their rows hang together: a sale without its sold pair, one cost on two pairs, or half an order of rules would be worse
 * than no undo.
 */
const WHOLE_OR_NOT = [
  'pair/sell',
  'pair/unsell',
  'pair/take-over',
  'rules/order',
  'sale/reverse',
  'sale/edit',
  'expenses/save',
  'receipts/add',
  'receipts/remove',
  'recurring/save',
  'recurring/stop',
  'bank/match',
  'bank/unmatch',
  'bank/expense',
  'payout/remove',
];

/**
 * Takes a command back: puts the rows back exactly as they were, save those that were changed since; of a sale or of a
 * cost taken over all rows or none. Done once; a second time changes nothing.
 *
 * @throws CommandError `not-found` when it is too long ago (the newest 200 commands can be taken back)
 */
export async function runUndo(deps: CommandDeps, undoId: string): Promise<UndoResult> {
  const { db } = deps;
  const stock = [db.inventory, db.sales, db.photos, db.savedViews, db.repricingRules];
  const watched = [db.watchlists, db.watchlistItems, db.alerts, db.watchRequests, db.releases];
  const spent = [db.expenses, db.recurringExpenses, db.receipts, db.feeSchedules];
  const booked = [db.payouts, db.bankAccounts, db.bankLines, db.importMappings, db.stockBook, db.reports, db.fxRates];
  const books = [...stock, ...watched, ...spent, ...booked];
  return db.transaction('rw', [...books, db.orders, db.listings, db.activity, db.undos], async () => {
    const undo = await db.undos.get(undoId);
    if (undo === undefined)
      throw new CommandError('not-found', 'That is too long ago to be taken back. Nothing was changed.');
    if (undo.undoneAt !== null) return { restored: 0, left: 0 };
    const rows = await rowsOfUndo(db, undo);
    const unchanged = await offShelf(deps, await unchangedOf(deps, { ...undo, rows }));
    await putBack(deps, unchanged);
    // What was before is in its place again; kept here as well, thousands of rows would be written twice.
    await db.undos.put({ ...undo, undoneAt: deps.now(), rows: [] });
    const back = unchanged.filter(({ table, before }) => table === 'inventory' && before !== null).map(({ id }) => id);
    await logPairs(deps, {
      kind: 'undo/run',
      summary: `Taken back: ${undoName(undo.kind)}`,
      pairIds: back,
    });
    if (undo.kind === 'pair/sell') await giveBackSales(deps, back);
    return { restored: unchanged.length, left: rows.length - unchanged.length };
  });
}

/** The rows that may go back: nobody changed them since, nor what hangs together with them. */
async function unchangedOf({ db }: CommandDeps, { kind, rows }: UndoRow): Promise<readonly Kept[]> {
  const unchanged: Kept[] = [];
  for (const name of new Set(rows.map(({ table }) => table))) {
    const kept = rows.filter((row) => row.table === name);
    const present = await db.table<{ readonly updatedAt?: number }, string>(name).bulkGet(kept.map(({ id }) => id));
    unchanged.push(...kept.filter((row, nth) => stampOf(present[nth]) === row.stamp));
  }
  if (WHOLE_OR_NOT.includes(kind)) return unchanged.length === rows.length ? unchanged : [];
  if (kind === 'pairs/add') return withoutPhotosOfOthers(db, unchanged);
  return alertsAgain(db, await watchedAgain(db, unchanged));
}

/** A row without a stamp was written by nobody who can take it back: it is as no command left it. */
function stampOf(present: { readonly updatedAt?: number } | undefined): number | null {
  return present === undefined ? GONE : (present.updatedAt ?? null);
}

/** The picture of a pair that stays, stays with it. */
async function withoutPhotosOfOthers(db: CommandDeps['db'], unchanged: readonly Kept[]): Promise<readonly Kept[]> {
  const going = new Set(unchanged.map(({ id }) => id));
  const photos = await db.photos.bulkGet(unchanged.filter(({ table }) => table === 'photos').map(({ id }) => id));
  const staying = new Set(
    photos.flatMap((photo) => (photo === undefined || going.has(photo.pairId) ? [] : [photo.id])),
  );
  return unchanged.filter(({ id }) => !staying.has(id));
}

/** Table by table, in one writing each. */
async function putBack({ db }: CommandDeps, rows: readonly Kept[]): Promise<void> {
  for (const name of new Set(rows.map(({ table }) => table))) {
    const kept = rows.filter((row) => row.table === name);
    const added = kept.filter(({ before }) => before === null).map(({ id }) => id);
    await db.table(name).bulkDelete(added);
    // A picture that a pair was given after it was added would be nobody's.
    if (name === 'inventory' && added.length > 0) await db.photos.where('pairId').anyOf(added).delete();
    // So would an alert on what is not watched any more.
    if (name === 'watchlistItems' && added.length > 0) await db.alerts.where('itemId').anyOf(added).delete();
    await db.table(name).bulkPut(kept.flatMap(({ before }) => (before === null ? [] : [before])));
  }
}

/**
 * A listing may have gone while its pair was sold or written off, and nobody would tell the pair of it any more. Only
 * such pairs are looked at: of one that is listed now the listing itself keeps account.
 */
async function offShelf(deps: CommandDeps, rows: readonly Kept[]): Promise<readonly Kept[]> {
  const { db } = deps;
  const wereListed = rows.filter(({ table, before }) => table === 'inventory' && before?.['status'] === 'listed');
  const present = await db.inventory.bulkGet(wereListed.map(({ id }) => id));
  const returning = new Set(
    wereListed.filter((_, nth) => present[nth]?.status !== 'listed' || present[nth].deletedAt !== null),
  );
  const gone = await goneListings(db, [...returning]);
  return rows.map((row) => {
    const pair = row.before as unknown as Pair | null;
    if (pair?.goatListingId == null || !returning.has(row) || !gone.has(pair.goatListingId)) return row;
    return { ...row, before: { ...pair, status: 'in-stock', updatedAt: stampAfter(pair.updatedAt, deps.now()) } };
  });
}

async function goneListings(db: CommandDeps['db'], rows: readonly Kept[]): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap(({ before }) => (before as unknown as Pair).goatListingId ?? []);
  if (ids.length === 0) return new Set();
  const keys = ids.map((id) => ['alias', id]);
  const listings = await rowsByKey(db.listings, '[marketplace+externalId]', keys);
  return new Set(listings.filter(isGone).map(({ externalId }) => externalId));
}

async function giveBackSales(deps: CommandDeps, pairIds: readonly string[]): Promise<void> {
  for (const pair of await deps.db.inventory.bulkGet([...pairIds]))
    if (pair !== undefined) await giveBackSale(deps, pair);
}
