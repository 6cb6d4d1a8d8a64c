import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import type { Money } from '@/lib/domain/money/money';
import { pnlLine, type PnlLine } from '@/lib/domain/pnl/pnl-line';
import { priceAt } from '@/lib/domain/pnl/unrealised';
import type { Sale } from '@/lib/domain/sales/sale';
import { readMarket, type MarketFigures, type MarketLookup } from './market-figures';
import { namedPair } from './named-pair';
import { expensesOfPairs } from './pnl-expenses';
import { readPnlSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import { createValuer, type Estimate, type Valuation, type Valuer } from './valuation';

export interface PairRow {
  readonly pair: Pair;
  readonly product: Product | null;
  readonly listing: Listing | null;
  readonly market: MarketFigures;
  /** What a sale at the listing's own price would bring; null while it is not listed. */
  readonly estimate: Estimate | null;
  /** What stock that is not listed would bring one unit under the lowest ask; null for any other, or without an ask. */
  readonly unlisted: { readonly price: Money; readonly estimate: Estimate } | null;
  /** How a sold pair was sold; null for any other. */
  readonly sold: PairSold | null;
}

export interface PairSold {
  readonly sale: Sale;
  /** Fees, cost and profit; null when an amount has no rate into the currency asked for. */
  readonly line: PnlLine | null;
}

/** Everything a list shows of some pairs, in the order asked for; a pair that is gone is left out. */
export async function readPairRows(
  db: ArchvdDatabase,
  ids: readonly string[],
  valuation: Valuation,
): Promise<readonly PairRow[]> {
  const pairs = await db.inventory.bulkGet([...ids]);
  return rowsOf(
    db,
    pairs.flatMap((pair) => (pair === undefined || pair.deletedAt !== null ? [] : [pair])),
    valuation,
  );
}

/** The same of pairs that have been read. */
export async function rowsOf(
  db: ArchvdDatabase,
  pairs: readonly Pair[],
  valuation: Valuation,
): Promise<readonly PairRow[]> {
  const [market, listings, valuer, sold] = await Promise.all([
    readMarket(db, pairs, valuation.regionId),
    listingsOf(db, pairs),
    createValuer(db, valuation, pairs),
    salesOf(db, pairs, valuation),
  ]);
  return pairs.map((pair) => toRow(pair, { market, listings, valuer, sold }));
}

/** Above this many, reading a whole table in one go is quicker than looking rows up. */
const MANY = 400;

async function listingsOf(db: ArchvdDatabase, pairs: readonly Pair[]): Promise<ReadonlyMap<string, Listing>> {
  const keys = pairs.flatMap((pair) => (pair.goatListingId === null ? [] : [['alias', pair.goatListingId]]));
  const rows =
    keys.length > MANY
      ? (await db.listings.toArray()).filter((listing) => listing.marketplace === 'alias')
      : await db.listings.where('[marketplace+externalId]').anyOf(keys).toArray();
  return new Map(rows.map((listing) => [listing.externalId, listing]));
}

/** The newest sale that stands of each sold pair. */
async function salesOf(
  db: ArchvdDatabase,
  shown: readonly Pair[],
  valuation: Valuation,
): Promise<ReadonlyMap<string, PairSold>> {
  const pairs = new Map(shown.filter(({ status }) => status === 'sold').map((pair) => [pair.id, pair]));
  if (pairs.size === 0) return new Map();
  const ids = [...pairs.keys()];
  const [sales, settings] = await Promise.all([
    ids.length > MANY ? db.sales.toArray() : db.sales.where('pairId').anyOf(ids).toArray(),
    readPnlSettings(db, valuation),
  ]);
  const standing = sales
    .filter(({ status, pairId }) => status !== 'reversed' && pairs.has(pairId))
    .toSorted((a, b) => a.soldAt - b.soldAt);
  const [rated, expenses] = await Promise.all([
    rateSales(db, standing, (sale) => pairs.get(sale.pairId), valuation),
    expensesOfPairs(db, valuation.currency, pairs),
  ]);
  return new Map(
    rated.map((sale) => {
      const ground = { expenses: expenses.get(sale.pairId) ?? null };
      return [sale.pairId, { sale, line: pnlLine(sale, pairs.get(sale.pairId) ?? null, settings, ground) }];
    }),
  );
}

interface RowSources {
  readonly market: MarketLookup;
  readonly listings: ReadonlyMap<string, Listing>;
  readonly valuer: Valuer;
  readonly sold: ReadonlyMap<string, PairSold>;
}

function toRow(pair: Pair, { market, listings, valuer, sold }: RowSources): PairRow {
  const listing = listings.get(pair.goatListingId ?? '') ?? null;
  const product = market.product(pair.catalogId);
  const figures = market.figures(pair);
  const asPrice = pair.status === 'in-stock' ? priceAt(figures, 'lowest-ask-minus-1') : null;
  return {
    pair: namedPair(pair, product),
    product,
    listing,
    sold: sold.get(pair.id) ?? null,
    market: figures,
    unlisted: asPrice === null ? null : { price: asPrice, estimate: valuer.estimate(asPrice, pair) },
    estimate: pair.status === 'listed' && listing !== null ? valuer.estimate(listing.price, pair) : null,
  };
}
