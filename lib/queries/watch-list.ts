import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { MarketPrice } from '@/lib/domain/market/quote';
import { subtract } from '@/lib/domain/money/arithmetic';
import { inCurrency } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import type { AllowedSize } from '@/lib/domain/sizes/size';
import type { Instant } from '@/lib/domain/time/instant';
import { createMatcher } from './match-text';
import { readRates, type RateBook } from './rates';

export type WatchSort = 'name' | 'ask' | 'offer' | 'last' | 'spread' | 'target' | 'distance' | 'age' | 'added';

interface WatchRequest {
  readonly search: string;
  readonly sort: { readonly by: WatchSort; readonly descending: boolean };
  /** Region whose prices are meant; null: everywhere. */
  readonly regionId: string | null;
}

/** Something watched, with its market: new pairs in a good box, with and without consigned ones. */
export interface WatchRow {
  readonly item: WatchlistItemRow;
  /** null: not read from the catalogue yet. */
  readonly product: Product | null;
  /** The size the figures are of: the watched one or, of a product watched whole, the one with the lowest ask. */
  readonly size: AllowedSize | null;
  readonly lowestAsk: Money | null;
  readonly highestOffer: Money | null;
  readonly lastSale: Money | null;
  /** Lowest ask less highest offer. */
  readonly spread: Money | null;
  /** How far the ask is above the target, as a share of the target: 0.05 is 5 % above, -0.02 is 2 % below. */
  readonly distance: number | null;
  /** Why there is a target and an ask and yet no distance. */
  readonly lacksRate: boolean;
  /** null: its prices were never read, and then they are unknown rather than none. */
  readonly readAt: Instant | null;
}

export interface WatchList {
  /** All that is watched, the search apart. */
  readonly total: number;
  readonly rows: readonly WatchRow[];
}

/** The watch list, whole: people watch dozens of things, not thousands. */
export async function watchList(db: ArchvdDatabase, request: WatchRequest): Promise<WatchList> {
  const items = (await db.watchlistItems.toArray()).filter((item) => item.deletedAt === null);
  const ids = [...new Set(items.map((item) => item.catalogId))];
  const [products, prices, cursors] = await Promise.all([
    db.products.where('catalogId').anyOf(ids).toArray(),
    db.marketPrices.where('catalogId').anyOf(ids).toArray(),
    db.cursors.bulkGet(ids.map((id) => pricesCursorId(id, request.regionId))),
  ]);
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  const readAt = new Map(ids.map((id, nth) => [id, cursors[nth]?.finishedAt ?? null]));
  const plain = prices.filter((price) => isPlain(price, request.regionId));
  const asked = plain.flatMap(({ lowestAsk }) => lowestAsk?.currency ?? []);
  const rates = await readRates(db, [...asked, ...items.flatMap(({ targetPrice }) => targetPrice?.currency ?? [])]);
  const rows = items.map((item) =>
    toRow(item, {
      product: productOf.get(item.catalogId) ?? null,
      prices: plain.filter((price) => price.catalogId === item.catalogId),
      readAt: readAt.get(item.catalogId) ?? null,
      rates,
    }),
  );
  const matches = createMatcher(request.search);
  const found = rows.filter(({ item, product, size }) =>
    matches({
      styleCode: product?.rawSku ?? item.catalogId,
      name: product === null ? item.catalogId : `${product.name} ${product.nickname} ${item.note}`,
      brand: product?.brand ?? '',
      size: size?.value ?? item.usSize,
    }),
  );
  return { total: items.length, rows: found.toSorted(ordering(request.sort)) };
}

interface Sources {
  readonly product: Product | null;
  readonly prices: readonly MarketPrice[];
  readonly readAt: Instant | null;
  readonly rates: RateBook;
}

function toRow(item: WatchlistItemRow, { product, prices, readAt, rates }: Sources): WatchRow {
  const price = priceOf(item, prices);
  const ask = price?.lowestAsk ?? null;
  const offer = price?.highestOffer ?? null;
  const usSize = price?.variant.usSize ?? item.usSize;
  const target = item.targetPrice;
  const here =
    ask === null || target === null
      ? null
      : inCurrency(ask, target.currency, rates(ask.currency, target.currency), 'half-even');
  return {
    item,
    product,
    size: product?.allowedSizes.find((size) => size.usValue === usSize) ?? null,
    lowestAsk: ask,
    highestOffer: offer,
    lastSale: price?.lastSale ?? null,
    spread: ask === null || offer?.currency !== ask.currency ? null : subtract(ask, offer),
    distance: here === null || target === null ? null : (here.minor - target.minor) / target.minor,
    lacksRate: ask !== null && target !== null && here === null,
    readAt,
  };
}

function priceOf({ usSize }: WatchlistItemRow, prices: readonly MarketPrice[]): MarketPrice | null {
  if (usSize !== null) return prices.find(({ variant }) => variant.usSize === usSize) ?? null;
  const asked = prices.filter(({ lowestAsk }) => lowestAsk !== null);
  return asked.toSorted((a, b) => (a.lowestAsk?.minor ?? 0) - (b.lowestAsk?.minor ?? 0))[0] ?? null;
}

function isPlain({ variant }: MarketPrice, regionId: string | null): boolean {
  const { condition, packaging, consigned } = variant;
  return condition === 'new' && packaging === 'good' && consigned === null && variant.regionId === regionId;
}

const byName = new Intl.Collator('en');

const VALUES: Record<Exclude<WatchSort, 'name'>, (row: WatchRow) => number | null> = {
  ask: (row) => row.lowestAsk?.minor ?? null,
  offer: (row) => row.highestOffer?.minor ?? null,
  last: (row) => row.lastSale?.minor ?? null,
  spread: (row) => row.spread?.minor ?? null,
  target: (row) => row.item.targetPrice?.minor ?? null,
  distance: (row) => row.distance,
  age: (row) => row.readAt,
  added: (row) => row.item.createdAt,
};

/** What is not known comes last, whichever way round. */
function ordering({ by, descending }: WatchRequest['sort']): (a: WatchRow, b: WatchRow) => number {
  const sign = descending ? -1 : 1;
  const named = (a: WatchRow, b: WatchRow) =>
    byName.compare(a.product?.name ?? a.item.catalogId, b.product?.name ?? b.item.catalogId) ||
    (a.item.usSize ?? 0) - (b.item.usSize ?? 0) ||
    (a.item.id < b.item.id ? -1 : 1);
  if (by === 'name') return (a, b) => sign * named(a, b);
  return (a, b) => {
    const [left, right] = [VALUES[by](a), VALUES[by](b)];
    if (left === right) return named(a, b);
    if (left === null || right === null) return left === null ? 1 : -1;
    return sign * (left - right);
  };
}
