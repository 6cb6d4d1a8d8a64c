import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { sameStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import { ageOf, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { findProduct, soughtAt } from '@/lib/sync/find-product';
import { recentSalesCursorId, type SoldVariant } from '@/lib/sync/keep-recent-sales';
import type { PricesDeps } from '@/lib/sync/read-prices';
import { refreshProduct, refreshSales } from '@/lib/sync/refresh-product';

/** Quotes and sales older than this are read again when a page shows them. */
const USE_BY_MS = 15 * MINUTE_MS;

/** A page gone wild must not take the place of the seller's own orders: so many readings within the time above. */
const MOST_READINGS = 40;

interface PageRefreshRequest {
  readonly styleCode: StyleCode;
  readonly catalogId: string | null;
  readonly usSize: number | null;
}

type PageRefreshResult = 'written' | 'fresh' | 'ambiguous' | 'unknown-product';

type PageRefresh = (request: PageRefreshRequest) => Promise<PageRefreshResult>;

/** After a refusal it is tried again a little later; until then the refusal stands. */
const RETRY_MS = MINUTE_MS;

interface Attempt {
  readonly at: Instant;
  /** What it was refused with; null: it went well, or goes on. */
  refusal: unknown;
}

/**
 * Reads a page's product from the marketplace when that is due, and the sales of the size looked at when these are. Many
 * tabs of one product wait for one reading, and another one begins 15 minutes later at the earliest, whether the last
 * one found something or not.
 *
 * @throws MarketError whatever the marketplace refused; what was read before is kept
 */
export function createPageRefresh(deps: PricesDeps): PageRefresh {
  const underWay = new Map<string, Promise<PageRefreshResult>>();
  const lastOf = new Map<string, Promise<PageRefreshResult>>();
  const mayBegin = createAllowance(deps);

  const run = async (request: PageRefreshRequest): Promise<PageRefreshResult> => {
    let attempt: Attempt | null = null;
    try {
      return await readWhenDue(deps, request, (...names) => (attempt = mayBegin(names)) !== null);
    } catch (error) {
      if (attempt !== null) (attempt as Attempt).refusal = error;
      throw error;
    }
  };
  /** Another size of a product that is being read waits for that: the prices are then there for it as well. */
  const runAfter = async (before: Promise<PageRefreshResult> | undefined, request: PageRefreshRequest) => {
    const earlier = await before?.catch(() => null);
    const result = await run(request);
    return result === 'fresh' && earlier === 'written' ? earlier : result;
  };

  return (request) => {
    const product = nameOf(request);
    const key = `${product}|${request.usSize ?? ''}`;
    const present = underWay.get(key);
    if (present !== undefined) return present;
    const flight: Promise<PageRefreshResult> = runAfter(lastOf.get(product), request).finally(() => {
      underWay.delete(key);
      if (lastOf.get(product) === flight) lastOf.delete(product);
    });
    underWay.set(key, flight);
    lastOf.set(product, flight);
    return flight;
  };
}

function nameOf({ styleCode, catalogId }: PageRefreshRequest): string {
  return `${styleCode}|${catalogId ?? ''}`;
}

/** Begins a reading of everything that is named, or of nothing. The first name says whether it is time for it. */
type MayBegin = (what: string, ...besides: readonly string[]) => boolean;

/** Who may read now. The cursors remember over the worker's death what was read; this, what was only tried. */
function createAllowance({ clock }: PricesDeps): (names: readonly [string, ...string[]]) => Attempt | null {
  const lastOf = new Map<string, Attempt>();
  const begun: Instant[] = [];
  return (names) => {
    const now = clock.now();
    while (begun[0] !== undefined && ageOf(begun[0], now) >= USE_BY_MS) begun.shift();
    const last = lastOf.get(names[0]);
    const age = ageOf(last?.at ?? null, now);
    if (last?.refusal != null && age < RETRY_MS) throw last.refusal;
    if (begun.length >= MOST_READINGS || (last?.refusal == null && age < USE_BY_MS)) return null;
    const attempt: Attempt = { at: now, refusal: null };
    begun.push(now);
    for (const name of names) {
      lastOf.delete(name);
      lastOf.set(name, attempt);
    }
    while (lastOf.size > 2 * MOST_READINGS) lastOf.delete(lastOf.keys().next().value ?? names[0]);
    return attempt;
  };
}

async function readWhenDue(
  deps: PricesDeps,
  request: PageRefreshRequest,
  mayBegin: MayBegin,
): Promise<PageRefreshResult> {
  const { styleCode, catalogId, usSize } = request;
  const product = nameOf(request);
  const usSizes = usSize === null ? [] : [usSize];
  const sales = usSizes.map((size) => `${product}|${size}`);
  const known = await knownIds(deps, styleCode);
  const chosen = known.find((id) => id === catalogId) ?? (known.length === 1 ? known[0] : undefined);
  if (chosen === undefined && known.length > 1) return 'ambiguous';
  if (chosen !== undefined) {
    if ((await arePricesDue(deps, chosen)) && mayBegin(product, ...sales)) {
      await refreshProduct(deps, { catalogId: chosen, usSizes });
      return 'written';
    }
    const [name] = sales;
    if (usSize === null || name === undefined) return 'fresh';
    const variant = { catalogId: chosen, usSize };
    if (!(await areSalesDue(deps, variant)) || !mayBegin(name)) return 'fresh';
    await refreshSales(deps, variant);
    return 'written';
  }
  const lastSought = await soughtAt(deps, styleCode);
  if (ageOf(lastSought, deps.clock.now()) < USE_BY_MS || !mayBegin(product, ...sales)) return 'unknown-product';
  const [found, ...more] = await findProduct(deps, styleCode);
  if (found === undefined) return 'unknown-product';
  if (more.length > 0) return 'ambiguous';
  // A page view costs two requests at most: the search was one, so the sales are read when the page is looked at later.
  await refreshProduct(deps, { catalogId: found, usSizes: [] });
  return 'written';
}

async function knownIds({ db }: PricesDeps, styleCode: StyleCode): Promise<readonly string[]> {
  const products = await db.products.where('styleCode').equals(styleCode).toArray();
  return products.filter((product) => sameStyleCode(product.styleCode ?? '', styleCode)).map((one) => one.catalogId);
}

/** By when it was last asked for, so that a product alias does not answer for is not asked for at every look. */
async function arePricesDue(deps: PricesDeps, catalogId: string): Promise<boolean> {
  return isDue(deps, pricesCursorId(catalogId, await deps.regionId()));
}

/** Only of sizes the product comes in: a page may name any. */
async function areSalesDue(deps: PricesDeps, variant: SoldVariant): Promise<boolean> {
  const product = await deps.db.products.where('catalogId').equals(variant.catalogId).first();
  if (product?.allowedSizes.some(({ usValue }) => usValue === variant.usSize) !== true) return false;
  return isDue(deps, recentSalesCursorId(deps.marketplace.id, variant));
}

async function isDue({ db, clock }: PricesDeps, cursorId: string): Promise<boolean> {
  const cursor = await db.cursors.get(cursorId);
  return ageOf(cursor?.startedAt ?? null, clock.now()) >= USE_BY_MS;
}
