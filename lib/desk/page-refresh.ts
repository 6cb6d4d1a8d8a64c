import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { sameStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import { ageOf, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { findProduct, soughtAt } from '@/lib/sync/find-product';
import type { PricesDeps } from '@/lib/sync/read-prices';
import { refreshProduct } from '@/lib/sync/refresh-product';

/** Quotes older than this are read again when a page shows their product. */
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
 * Reads a page's product from the marketplace when that is due. Many tabs of one product wait for one reading, and
 * another one begins 15 minutes later at the earliest, whether the last one found something or not.
 *
 * @throws MarketError whatever the marketplace refused; what was read before is kept
 */
export function createPageRefresh(deps: PricesDeps): PageRefresh {
  const underWay = new Map<string, Promise<PageRefreshResult>>();
  const mayBegin = createAllowance(deps);

  const run = async (request: PageRefreshRequest, key: string): Promise<PageRefreshResult> => {
    let attempt: Attempt | null = null;
    try {
      return await readWhenDue(deps, request, () => (attempt = mayBegin(key)) !== null);
    } catch (error) {
      if (attempt !== null) (attempt as Attempt).refusal = error;
      throw error;
    }
  };

  return (request) => {
    const key = `${request.styleCode}|${request.catalogId ?? ''}`;
    const present = underWay.get(key);
    if (present !== undefined) return present;
    const flight = run(request, key).finally(() => underWay.delete(key));
    underWay.set(key, flight);
    return flight;
  };
}

/** Who may read now. The cursors remember over the worker's death what was read; this, what was only tried. */
function createAllowance({ clock }: PricesDeps): (key: string) => Attempt | null {
  const lastOf = new Map<string, Attempt>();
  const begun: Instant[] = [];
  return (key) => {
    const now = clock.now();
    while (begun[0] !== undefined && ageOf(begun[0], now) >= USE_BY_MS) begun.shift();
    const last = lastOf.get(key);
    const age = ageOf(last?.at ?? null, now);
    if (last?.refusal != null && age < RETRY_MS) throw last.refusal;
    if (begun.length >= MOST_READINGS || (last?.refusal == null && age < USE_BY_MS)) return null;
    const attempt: Attempt = { at: now, refusal: null };
    begun.push(now);
    lastOf.delete(key);
    lastOf.set(key, attempt);
    if (lastOf.size > MOST_READINGS) lastOf.delete(lastOf.keys().next().value ?? key);
    return attempt;
  };
}

async function readWhenDue(
  deps: PricesDeps,
  { styleCode, catalogId, usSize }: PageRefreshRequest,
  mayBegin: () => boolean,
): Promise<PageRefreshResult> {
  const known = await knownIds(deps, styleCode);
  const chosen = known.find((id) => id === catalogId) ?? (known.length === 1 ? known[0] : undefined);
  if (chosen === undefined && known.length > 1) return 'ambiguous';
  if (chosen !== undefined) {
    if (!(await isDue(deps, chosen)) || !mayBegin()) return 'fresh';
    await refreshProduct(deps, { catalogId: chosen, usSizes: usSize === null ? [] : [usSize] });
    return 'written';
  }
  const lastSought = await soughtAt(deps, styleCode);
  if (ageOf(lastSought, deps.clock.now()) < USE_BY_MS || !mayBegin()) return 'unknown-product';
  const [found, ...more] = await findProduct(deps, styleCode);
  if (found === undefined) return 'unknown-product';
  if (more.length > 0) return 'ambiguous';
  await refreshProduct(deps, { catalogId: found, usSizes: usSize === null ? [] : [usSize] });
  return 'written';
}

async function knownIds({ db }: PricesDeps, styleCode: StyleCode): Promise<readonly string[]> {
  const products = await db.products.where('styleCode').equals(styleCode).toArray();
  return products.filter((product) => sameStyleCode(product.styleCode ?? '', styleCode)).map((one) => one.catalogId);
}

/** By when it was last asked for, so that a product alias does not answer for is not asked for at every look. */
async function isDue(deps: PricesDeps, catalogId: string): Promise<boolean> {
  const cursor = await deps.db.cursors.get(pricesCursorId(catalogId, await deps.regionId()));
  return ageOf(cursor?.startedAt ?? null, deps.clock.now()) >= USE_BY_MS;
}
