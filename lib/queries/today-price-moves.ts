import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { PriceHistoryRow } from '@/lib/db/rows';
import { isLive } from '@/lib/domain/listings/listing-state';
import type { Size, SizeRun } from '@/lib/domain/sizes/size';
import { variantId } from '@/lib/domain/market/quote';
import { variantOfShoe } from '@/lib/domain/market/variant-of-shoe';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';

/** The lowest ask of something the seller offers, then and now. */
export interface PriceMove {
  readonly variantId: string;
  readonly catalogId: string;
  readonly name: string;
  readonly size: Size;
  readonly run: SizeRun;
  readonly before: Money;
  readonly after: Money;
  /** The cheapest own listing of it. */
  readonly own: Money;
}

/** Variants looked into, the largest moves first: enough for a glance, whatever moved. */
const LOOKED_INTO = 40;

/** Variants whose earlier figure is asked for. */
const VARIANTS = 300;

/** Newest observations read; a long absence does not need every one of them. */
const OBSERVATIONS = 4000;

/**
 * How far the lowest asks of a region (null: everywhere) moved since a moment, of sizes the seller has for sale.
 *
 * @returns how many were found among the largest moves, and the first `named` of them
 */
export async function pricesAgo(
  db: ArchvdDatabase,
  since: Instant,
  named: number,
  regionId: string | null,
): Promise<{ readonly count: number; readonly newest: readonly PriceMove[] }> {
  const recent = newestFirst(
    db.marketPriceHistory.where('[tier+at]').between(['raw', since], ['raw', Dexie.maxKey], false, true),
  );
  const seen = latestOf(await recent.limit(OBSERVATIONS).toArray());
  if (seen.size === 0) return { count: 0, newest: [] };
  const offered = await offeredProducts(db);
  const moves = await Promise.all(
    [...seen.values()]
      .filter(({ catalogId }) => offered.has(catalogId))
      .slice(0, VARIANTS)
      .map((row) => moveOf(db, row, since)),
  );
  const largest = moves
    .filter((move) => move !== null)
    .toSorted((a, b) => relative(b) - relative(a))
    .slice(0, LOOKED_INTO);
  const own = await Promise.all(largest.map((move) => withOwnAsk(db, move, regionId)));
  const found = own.filter((move) => move !== null);
  return { count: found.length, newest: found.slice(0, named) };
}

function latestOf(newestFirstRows: readonly PriceHistoryRow[]): ReadonlyMap<string, PriceHistoryRow> {
  const latest = new Map<string, PriceHistoryRow>();
  for (const row of newestFirstRows) if (!latest.has(row.variantId)) latest.set(row.variantId, row);
  return latest;
}

/** Products with a live listing, without reading a single one of those. */
async function offeredProducts(db: ArchvdDatabase): Promise<ReadonlySet<string>> {
  const keys = await db.listings
    .where('[status+catalogId]')
    .between(['active', Dexie.minKey], ['active', Dexie.maxKey])
    .uniqueKeys();
  return new Set(keys.flatMap((key) => (Array.isArray(key) && typeof key[1] === 'string' ? [key[1]] : [])));
}

interface Move {
  readonly row: PriceHistoryRow;
  readonly before: Money;
  readonly after: Money;
}

async function moveOf(db: ArchvdDatabase, row: PriceHistoryRow, since: Instant): Promise<Move | null> {
  const after = row.lowestAsk;
  if (after === null) return null;
  const earlier = db.marketPriceHistory
    .where('[variantId+at]')
    .between([row.variantId, Dexie.minKey], [row.variantId, since], true, true);
  const before = (await newestFirst(earlier).first())?.lowestAsk ?? null;
  return before === null || before.minor === after.minor || before.currency !== after.currency
    ? null
    : { row, before, after };
}

function relative({ before, after }: Move): number {
  return before.minor === 0 ? 0 : Math.abs(after.minor - before.minor) / before.minor;
}

async function withOwnAsk(
  db: ArchvdDatabase,
  { row, before, after }: Move,
  regionId: string | null,
): Promise<PriceMove | null> {
  const product = await db.products.where('catalogId').equals(row.catalogId).first();
  if (product === undefined) return null;
  const listings = await db.listings
    .where('[status+catalogId]')
    .equals(['active', row.catalogId])
    .filter((listing) => {
      const variant = isLive(listing) ? variantOfShoe(listing, product, regionId) : null;
      return variant !== null && variantId(variant) === row.variantId;
    })
    .toArray();
  const [cheapest] = listings.toSorted((a, b) => a.price.minor - b.price.minor);
  if (cheapest === undefined) return null;
  const { catalogId, name, sizeRun: run } = product;
  return { variantId: row.variantId, catalogId, name, size: cheapest.size, run, before, after, own: cheapest.price };
}
