import type { AnyTable, ArchvdDatabase } from '@/lib/db/database';
import { quarantineRecords } from '@/lib/db/repositories/quarantine';
import type { Priority } from '@/lib/marketplaces/contract/call';
import type { RejectedRecord } from '@/lib/marketplaces/contract/page';
import { askRecentSales } from './ask-recent-sales';
import { keepProducts } from './keep-product';
import { keepQuotes } from './keep-quotes';
import { keepRecentSales, type SoldVariant } from './keep-recent-sales';
import type { Keeping } from './keeping';
import { readOffers } from './read-offers';
import type { PricesDeps } from './read-prices';

/** Recent sales are asked for size by size: more than this at once would take the place of the orders. */
const MOST_SIZES = 3;

const AS_USER = { priority: 'user' } as const;

/** Whose prices are wanted. */
interface PriceBasis {
  /** null: consigned pairs and those that sellers hold together. */
  readonly consigned: boolean | null;
  /** null: everywhere. */
  readonly regionId: string | null;
}

interface RefreshRequest {
  readonly catalogId: string;
  readonly usSizes?: readonly number[];
  readonly offersOf?: number | undefined;
  readonly basis?: PriceBasis | undefined;
  readonly priority?: Priority;
}

/** Everything under way now, by books: asking again for the same waits for the same answer. */
const underWay = new WeakMap<ArchvdDatabase, Map<string, Promise<number>>>();

/**
 * Reads one product's market now, because a person looks at it: its catalogue item when there is none yet, the quotes
 * of all of its sizes with one request, the recent sales of at most three sizes, and the open offers on one. Asked twice
 * at once, it asks the marketplace once. Quotes are kept even when a size's sales or offers cannot be had.
 *
 * @param request.usSizes US sizes whose recent sales are wanted
 * @param request.offersOf the US size whose open offers are wanted; they are asked for at most every five minutes
 * @param request.basis left out: the prices that count for this seller, which is what targets ring for
 * @param request.priority `user` unless nobody waits for the quotes
 * @returns how many data rows were written; 0 when nothing was new
 * @throws MarketError whatever the marketplace refused; what was read before is kept
 */
export async function refreshProduct(deps: PricesDeps, request: RefreshRequest): Promise<{ readonly written: number }> {
  const { catalogId, offersOf } = request;
  const sizes = [...new Set(request.usSizes ?? [])].slice(0, MOST_SIZES);
  const { basis } = request;
  const key = basis === undefined ? '' : `/${basis.consigned}/${basis.regionId}`;
  const quotes = await once(deps.db, `quotes/${catalogId}${key}`, () => readQuotes(deps, request));
  const rest = sizes.map((usSize) => refreshSales(deps, { catalogId, usSize }));
  if (offersOf !== undefined) rest.push(refreshOffers(deps, { catalogId, usSize: offersOf }));
  return { written: (await Promise.all(rest)).reduce((sum, count) => sum + count, quotes) };
}

function refreshOffers(deps: PricesDeps, size: SoldVariant): Promise<number> {
  return once(deps.db, `offers/${size.catalogId}/${size.usSize}`, async () => {
    const reading = await readOffers(deps, size);
    return reading === null ? 0 : keep(deps, reading.keeping, reading.rejected);
  });
}

/**
 * Reads the recent sales of one size now, with one request; asked twice at once, it asks the marketplace once.
 *
 * @returns how many sales were not known before
 * @throws MarketError whatever the marketplace refused
 */
export function refreshSales(deps: PricesDeps, variant: SoldVariant): Promise<number> {
  const key = `sales/${variant.catalogId}/${variant.usSize}`;
  return once(deps.db, key, () => readSales(deps, variant));
}

async function readQuotes(
  deps: PricesDeps,
  { catalogId, basis, priority = AS_USER.priority }: RefreshRequest,
): Promise<number> {
  const known = await deps.db.products.where('catalogId').equals(catalogId).count();
  const added = known > 0 ? 0 : await readProduct(deps, catalogId);
  const own = await deps.regionId();
  const { regionId, consigned } = basis ?? { regionId: own, consigned: null };
  const request = {
    catalogId,
    ...(consigned === null ? {} : { consigned }),
    ...(regionId === null ? {} : { regionId }),
  };
  const answer = await deps.marketplace.getQuotes(request, { priority });
  const besides = consigned !== null || regionId !== own;
  const keeping = keepQuotes(deps, { catalogId, regionId, consigned, besides, answer });
  return added + (await keep(deps, keeping, answer.rejected));
}

/** Without its sizes nobody could tell which of the quotes are of a shoe that is made. */
async function readProduct(deps: PricesDeps, catalogId: string): Promise<number> {
  const { value, rejected } = await deps.marketplace.getProduct(catalogId, AS_USER);
  return keep(deps, keepProducts(deps, [value]), rejected);
}

async function readSales(deps: PricesDeps, variant: SoldVariant): Promise<number> {
  const regionId = await deps.regionId();
  const reading = await askRecentSales(deps, variant, { regionId, isWide: false }, AS_USER);
  return keep(deps, keepRecentSales(deps, variant, reading), reading.rejected);
}

async function keep({ db, clock }: PricesDeps, keeping: Keeping, rejected: readonly RejectedRecord[]): Promise<number> {
  const spanned: readonly AnyTable[] = [...new Set([...keeping.tables, db.quarantine])];
  return db.transaction('rw', [...spanned], async () => {
    const written = await keeping.write();
    if (rejected.length > 0) await quarantineRecords(db, rejected, clock.now());
    return written;
  });
}

function once(db: ArchvdDatabase, key: string, run: () => Promise<number>): Promise<number> {
  const flights = underWay.get(db) ?? new Map<string, Promise<number>>();
  underWay.set(db, flights);
  const present = flights.get(key);
  if (present !== undefined) return present;
  const flight = run().finally(() => flights.delete(key));
  flights.set(key, flight);
  return flight;
}
