import type { ArchvdDatabase } from '@/lib/db/database';
import type { ReleaseRow } from '@/lib/db/watching-rows';
import type { Product } from '@/lib/domain/catalog/product';
import { sameStyleCode } from '@/lib/domain/catalog/style-code';
import type { Release } from '@/lib/domain/releases/release';
import type { CalendarDate } from '@/lib/domain/time/instant';
import { createMatcher } from './match-text';

/** A release with what is known of its product. */
export interface ReleaseEntryRow {
  readonly release: Release;
  /** null: the product is not in the books. */
  readonly product: Product | null;
  readonly watched: boolean;
  /** Pairs of it in stock. */
  readonly stock: number;
}

interface ReleasesRequest {
  /** First and last day, both counted. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly search: string;
  readonly only: 'all' | 'watched' | 'own';
}

/**
 * What comes out between two days: what was written down, imported or captured, and the catalogue's own dates of the
 * products in the books. A product that has both is one entry: the row says when and where, the catalogue what it is.
 */
export async function releases(db: ArchvdDatabase, request: ReleasesRequest): Promise<readonly ReleaseEntryRow[]> {
  const { from, to } = request;
  const [rows, hidden, dated, items] = await Promise.all([
    db.releases.where('date').between(from, to, true, true).toArray(),
    db.releases.filter((row) => row.hidden && row.deletedAt === null).toArray(),
    db.products.filter(({ releaseDate }) => releaseDate !== null && releaseDate >= from && releaseDate <= to).toArray(),
    db.watchlistItems.filter((item) => item.deletedAt === null).toArray(),
  ]);
  const told = rows.filter((row) => row.deletedAt === null && !row.hidden);
  const ofRows = await productsOf(db, told);
  const watched = new Set(items.map(({ catalogId }) => catalogId));
  const gone = new Set(hidden.map(({ catalogId }) => catalogId));
  const named = new Set([...ofRows.values()].map(({ catalogId }) => catalogId));
  const own = told.map((row) => ({ release: toRelease(row), product: ofRows.get(row.id) ?? null }));
  const ofCatalogue = dated
    .filter(({ catalogId }) => !gone.has(catalogId) && !named.has(catalogId))
    .map((product) => ({ release: ofProduct(product, watched.has(product.catalogId)), product }));
  const stock = await stockOf(
    db,
    [...own, ...ofCatalogue].flatMap(({ product }) => product?.catalogId ?? []),
  );
  const matches = createMatcher(request.search);
  return [...own, ...ofCatalogue]
    .map(({ release, product }) => ({
      release,
      product,
      watched: product !== null && watched.has(product.catalogId),
      stock: product === null ? 0 : (stock.get(product.catalogId) ?? 0),
    }))
    .filter((entry) => isWanted(entry, request.only) && matches(wordsOf(entry)))
    .toSorted((a, b) => byDay(a.release, b.release));
}

/** One release by its id, also one of the catalogue's own; null when it is not there. */
export async function releaseById(
  db: ArchvdDatabase,
  id: string,
): Promise<Pick<ReleaseEntryRow, 'release' | 'product'> | null> {
  if (id.startsWith('catalogue:')) {
    const product = await db.products.get({ catalogId: id.slice('catalogue:'.length) });
    return product === undefined ? null : { release: ofProduct(product, false), product };
  }
  const row = await db.releases.get(id);
  if (row === undefined || row.deletedAt !== null) return null;
  return { release: toRelease(row), product: (await productsOf(db, [row])).get(id) ?? null };
}

/**
 * The entry a notification names, whatever is searched for and however long ago it was; null when it is not there. The
 * catalogue's own date that somebody has put on the calendar since is the entry that stands in its place.
 */
export async function namedRelease(db: ArchvdDatabase, id: string): Promise<ReleaseEntryRow | null> {
  const found = await releaseById(db, id);
  if (found === null) return null;
  const { date } = found.release;
  const ofDay = await releases(db, { from: date, to: date, search: '', only: 'all' });
  const isOfProduct = (entry: ReleaseEntryRow) =>
    id.startsWith('catalogue:') && entry.product?.catalogId === found.product?.catalogId;
  return ofDay.find(({ release }) => release.id === id) ?? ofDay.find(isOfProduct) ?? null;
}

function isWanted({ release, watched }: ReleaseEntryRow, only: ReleasesRequest['only']): boolean {
  if (only === 'watched') return watched || release.remind;
  return only === 'all' || release.source !== 'catalogue';
}

function wordsOf({ release, product }: ReleaseEntryRow) {
  return {
    styleCode: release.styleCode ?? product?.rawSku ?? '',
    name: `${release.name} ${product?.nickname ?? ''} ${release.note}`,
    brand: release.brand,
    size: null,
  };
}

/** By day, then by moment, those without one last; then by name, so that the order never jumps. */
function byDay(a: Release, b: Release): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const moments = (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER);
  return moments || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
}

function toRelease(row: ReleaseRow): Release {
  const { id, source, catalogId, styleCode, name, brand, at, retailPrice, url, note, remind } = row;
  return {
    id,
    source,
    catalogId,
    styleCode,
    name,
    brand,
    date: row.date as CalendarDate,
    at,
    retailPrice,
    url,
    note,
    remind,
  };
}

/** The catalogue's own date of a product; it reminds of what is watched. */
function ofProduct(product: Product, watched: boolean): Release {
  const { catalogId, styleCode, name, brand, releaseDate, retailPrice } = product;
  const said = { styleCode, name, brand, date: releaseDate ?? '1980-01-01', at: null, retailPrice };
  return {
    id: `catalogue:${catalogId}`,
    source: 'catalogue',
    catalogId,
    ...said,
    url: null,
    note: '',
    remind: watched,
  };
}

/** Each row's product: the one it names, else the only one in the books with its style code. */
async function productsOf(db: ArchvdDatabase, rows: readonly ReleaseRow[]): Promise<ReadonlyMap<string, Product>> {
  const [byId, byCode] = await Promise.all([
    db.products
      .where('catalogId')
      .anyOf(rows.flatMap(({ catalogId }) => catalogId ?? []))
      .toArray(),
    db.products
      .where('styleCode')
      .anyOf(rows.flatMap(({ styleCode }) => styleCode ?? []))
      .toArray(),
  ]);
  const known = rows.map((row) => {
    const own = byId.find(({ catalogId }) => catalogId === row.catalogId);
    const alike = byCode.filter(
      ({ styleCode }) => row.styleCode !== null && sameStyleCode(styleCode ?? '', row.styleCode),
    );
    return [row.id, own ?? (alike.length === 1 ? alike[0] : undefined)] as const;
  });
  return new Map(known.flatMap(([id, product]) => (product === undefined ? [] : [[id, product]])));
}

async function stockOf(db: ArchvdDatabase, catalogIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const pairs = await db.inventory
    .where('catalogId')
    .anyOf([...new Set(catalogIds)])
    .toArray();
  const counts = new Map<string, number>();
  for (const { catalogId, deletedAt, status } of pairs)
    if (catalogId !== null && deletedAt === null && (status === 'in-stock' || status === 'listed'))
      counts.set(catalogId, (counts.get(catalogId) ?? 0) + 1);
  return counts;
}
