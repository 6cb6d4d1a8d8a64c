import { Dexie, type ObservabilitySet } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { PairIndex } from './pair-index';
import { toPairEntry, type NamingProduct, type PairEntry } from './pair-entry';
import { changedKeys, mergeChanges, type Changes } from './changed-keys';

export type PairIndexState =
  | { readonly state: 'loading'; readonly index: null; readonly message: '' }
  | { readonly state: 'failed'; readonly index: null; readonly message: string }
  | { readonly state: 'ready'; readonly index: PairIndex; readonly message: '' };

/** The index of one page, kept true while somebody looks. */
export interface PairIndexFeed {
  readonly get: () => PairIndexState;
  /** The first listener wakes the feed: what changed while nobody looked is read again. */
  readonly subscribe: (listener: () => void) => () => void;
}

const feeds = new WeakMap<ArchvdDatabase, PairIndexFeed>();

/** One feed per open database, however many ask: coming back to the list finds it ready. */
export function pairIndexFeed(db: ArchvdDatabase): PairIndexFeed {
  const feed = feeds.get(db) ?? createPairIndexFeed(db);
  feeds.set(db, feed);
  return feed;
}

/** Shortest rest between two readings, and how much longer than a reading the rest after it is. */
const REST_MS = 150;
const REST_PER_READING = 3;
const REST_AFTER_FAILURE_MS = 3000;

const sleepOnPage = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** With more changed keys than this, the table is read whole. */
const MANY = 1500;

const NOTHING: Changes = { inventory: new Set(), products: new Set() };
const EVERYTHING: Changes = { inventory: 'all', products: 'all' };

/**
 * Reads every pair once and then only what changed, as Dexie tells it, from whichever context. Readings keep a pace, so
 * that a sync that writes page after page does not take the page over.
 */
export function createPairIndexFeed(db: ArchvdDatabase, sleep = sleepOnPage): PairIndexFeed {
  const listeners = new Set<() => void>();
  const rows = createRows(db);
  let state: PairIndexState = { state: 'loading', index: null, message: '' };
  let waiting: Changes = EVERYTHING;
  let underWay = false;
  const tell = (next: PairIndexState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const read = async () => {
    if (underWay || listeners.size === 0 || isNothing(waiting)) return;
    underWay = true;
    const [changes, startedAt] = [waiting, performance.now()];
    let atLeast = REST_MS;
    waiting = NOTHING;
    try {
      tell({ state: 'ready', index: await rows.take(changes), message: '' });
    } catch (error) {
      waiting = EVERYTHING;
      atLeast = REST_AFTER_FAILURE_MS;
      tell({ state: 'failed', index: null, message: error instanceof Error ? error.message : String(error) });
    }
    await sleep(Math.max(atLeast, (performance.now() - startedAt) * REST_PER_READING));
    underWay = false;
    void read();
  };
  const onChange = (parts: ObservabilitySet) => {
    waiting = mergeChanges(waiting, changedKeys(db.name, parts));
    void read();
  };
  return {
    get: () => state,
    subscribe(listener) {
      if (listeners.size === 0) {
        // Nobody listened: what was written meanwhile is not known.
        waiting = EVERYTHING;
        Dexie.on.storagemutated.subscribe(onChange);
      }
      listeners.add(listener);
      void read();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) Dexie.on.storagemutated.unsubscribe(onChange);
      };
    },
  };
}

function isNothing({ inventory, products }: Changes): boolean {
  return inventory !== 'all' && inventory.size === 0 && products !== 'all' && products.size === 0;
}

/** The entries and the products that name them, and how a change is taken into them. */
function createRows(db: ArchvdDatabase) {
  let entries = new Map<string, PairEntry>();
  let products = new Map<string, NamingProduct>();
  const readAll = async () => {
    const [pairs, named] = await Promise.all([db.inventory.toArray(), db.products.toArray()]);
    products = new Map(named.map((product) => [product.catalogId, naming(product)]));
    entries = new Map();
    for (const pair of pairs) put(pair.id, pair);
  };
  const put = (id: string, pair: Parameters<typeof toPairEntry>[0] | undefined) => {
    if (pair === undefined || pair.deletedAt !== null) entries.delete(id);
    else entries.set(id, toPairEntry(pair, products.get(pair.catalogId ?? '') ?? null));
  };
  const readChanged = async (pairIds: ReadonlySet<string>, productIds: ReadonlySet<string>) => {
    const changed = (await db.products.bulkGet([...productIds])).flatMap((product) => product ?? []);
    for (const product of changed) products.set(product.catalogId, naming(product));
    const ids = [...pairIds];
    const [pairs, renamed] = await Promise.all([
      db.inventory.bulkGet(ids),
      db.inventory
        .where('catalogId')
        .anyOf(changed.map((product) => product.catalogId))
        .toArray(),
    ]);
    ids.forEach((id, place) => put(id, pairs[place]));
    for (const pair of renamed) put(pair.id, pair);
  };
  return {
    async take({ inventory, products: named }: Changes): Promise<PairIndex> {
      const many = inventory === 'all' || named === 'all' || inventory.size > MANY || named.size > MANY;
      await (many ? readAll() : readChanged(inventory, named));
      return { entries: [...entries.values()] };
    },
  };
}

/** Only what names a pair is kept of a product. */
function naming(product: NamingProduct): NamingProduct {
  const { catalogId, name, brand, styleCode, sizeSystem, allowedSizes, sizeRun } = product;
  return { catalogId, name, brand, styleCode, sizeSystem, allowedSizes, sizeRun };
}
