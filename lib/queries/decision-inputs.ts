import type { AnyTable, ArchvdDatabase } from '@/lib/db/database';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { openWrites } from '@/lib/db/repositories/open-writes';
import type { Product } from '@/lib/domain/catalog/product';
import { feesFor, type FeeProfile, type FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import type { CostBasis } from '@/lib/domain/fees/floor-price';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { isLive } from '@/lib/domain/listings/listing-state';
import type { DecisionInput, PricedListing, PriceMove } from '@/lib/domain/repricing/decision';
import type { Instant } from '@/lib/domain/time/instant';
import { readListedVariants, type ListedVariant } from './listing-markets';
import { readPriceMoves } from './price-moves';
import { readRates, type RateBook } from './rates';

interface Asked {
  readonly now: Instant;
  readonly profile: FeeProfile;
  /** Region whose prices count; null: those of everywhere. */
  readonly regionId: string | null;
  /** Own ids; left out: all live listings. */
  readonly listingIds?: readonly string[];
}

/** Above this many, reading all rows of a kind in one go is quicker than one by one. */
const MANY = 600;

/** Tables a transaction around `readDecisionInputs` must span. */
export function decisionTables(db: ArchvdDatabase): AnyTable[] {
  const market = [db.products, db.cursors, db.marketPrices, db.marketPriceHistory, db.marketSales, db.salesGaps];
  return [db.listings, db.inventory, ...market, db.activity, db.outbox, db.experiments, db.feeSchedules, db.fxRates];
}

/**
 * What decisions about live listings are made from, as of one moment of the books. A run, its preview and the screens
 * read it here, so that all of them decide on the same. Every variant is read once, however many listings are of it.
 *
 * @returns by listing id; listings asked for that are not live are left out
 */
export async function readDecisionInputs(db: ArchvdDatabase, asked: Asked): Promise<readonly DecisionInput[]> {
  return db.transaction('r', decisionTables(db), async () => {
    const listings = await liveListings(db, asked.listingIds);
    const chosen = asked.listingIds === undefined ? listings : only(listings, new Set(asked.listingIds));
    const products = await productsOf(db, listings);
    const [variantOf, moves, basedOn, busy, arms] = await Promise.all([
      readListedVariants(db, listings, products, asked),
      readPriceMoves(
        db,
        chosen.map(({ id }) => id),
      ),
      readBases(db, chosen, asked),
      entitiesWithOpenWrite(db),
      readArms(db, asked.now),
    ]);
    const own = ownAsks(listings, variantOf);
    return chosen
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((listing): DecisionInput => {
        const variant = variantOf(listing);
        const { pair, basis } = basedOn(listing);
        const product = products.get(listing.catalogId) ?? null;
        return {
          listing: pricedListing(listing, {
            product,
            pair,
            usSize: variant.usSize,
            moves: moves.get(listing.id) ?? [],
          }),
          market: variant.market,
          own: own.get(variant.id ?? '') ?? [askOf(listing)],
          basis,
          arm: arms.get(listing.id) ?? null,
          hasOpenWrite: busy.has(listing.id),
          now: asked.now,
        };
      });
  });
}

/** All live listings, or those of the products that some are asked of: their neighbours are no competitors. */
async function liveListings(db: ArchvdDatabase, ids: readonly string[] | undefined): Promise<readonly Listing[]> {
  if (ids === undefined) return (await db.listings.where('status').equals('active').toArray()).filter(isLive);
  const found = (await db.listings.bulkGet([...ids])).filter((listing) => listing !== undefined);
  const catalogIds = [...new Set(found.map(({ catalogId }) => catalogId))];
  const keys = catalogIds.map((catalogId) => ['active', catalogId]);
  return (await db.listings.where('[status+catalogId]').anyOf(keys).toArray()).filter(isLive);
}

function only(listings: readonly Listing[], ids: ReadonlySet<string>): readonly Listing[] {
  return listings.filter(({ id }) => ids.has(id));
}

async function productsOf(db: ArchvdDatabase, listings: readonly Listing[]): Promise<ReadonlyMap<string, Product>> {
  const ids = [...new Set(listings.map(({ catalogId }) => catalogId))];
  const products =
    ids.length > MANY ? await db.products.toArray() : await db.products.where('catalogId').anyOf(ids).toArray();
  return new Map(products.map((product) => [product.catalogId, product]));
}

interface Based {
  readonly pair: Pair | null;
  readonly basis: CostBasis;
}

async function readBases(
  db: ArchvdDatabase,
  listings: readonly Listing[],
  { now, profile }: Asked,
): Promise<(listing: Listing) => Based> {
  const pairs = await pairsOf(db, listings);
  const schedule = feesFor(await listFeeSchedules(db, 'alias'), now);
  const currencies = [...pairs.values()].flatMap(({ cost }) => (cost === null ? [] : [cost.currency]));
  const rates = await readRates(db, schedule === null ? [] : [schedule.currency, ...currencies]);
  return ({ externalId }) => {
    const pair = pairs.get(externalId) ?? null;
    return { pair, basis: basisOf(pair, schedule, profile, rates) };
  };
}

function basisOf(pair: Pair | null, schedule: FeeSchedule | null, profile: FeeProfile, rates: RateBook): CostBasis {
  const cost = pair?.cost ?? null;
  const fx = schedule === null || cost === null ? null : rates(cost.currency, schedule.currency);
  return { cost, otherCosts: pair?.otherCosts ?? null, fx, schedule, profile };
}

/** Pairs by the listing that offers them. */
async function pairsOf(db: ArchvdDatabase, listings: readonly Listing[]): Promise<ReadonlyMap<string, Pair>> {
  const ids = new Set(listings.map(({ externalId }) => externalId));
  const listed = ids.size > MANY ? await db.inventory.where('status').equals('listed').toArray() : [];
  const left = new Set(ids);
  for (const { goatListingId } of listed) left.delete(goatListingId ?? '');
  const others = await db.inventory
    .where('goatListingId')
    .anyOf([...left])
    .toArray();
  return new Map(
    [...listed, ...others].flatMap((pair) =>
      pair.deletedAt === null && pair.goatListingId !== null ? [[pair.goatListingId, pair]] : [],
    ),
  );
}

async function entitiesWithOpenWrite(db: ArchvdDatabase): Promise<ReadonlySet<string>> {
  const open = await openWrites(db).toArray();
  return new Set(open.map(({ entityId }) => entityId));
}

type Arm = NonNullable<DecisionInput['arm']>;

/** Arms of the experiments that run now. */
async function readArms(db: ArchvdDatabase, now: Instant): Promise<ReadonlyMap<string, Arm>> {
  const running = await db.experiments
    .where('startedAt')
    .belowOrEqual(now)
    .filter(({ endsAt, stoppedAt }) => endsAt > now && stoppedAt === null)
    .sortBy('startedAt');
  const arms = new Map<string, Arm>();
  for (const { id, arms: all, members } of running)
    for (const { listingId, arm } of members) {
      const basisPoints = all[arm]?.basisPoints;
      // The first experiment a listing was put into keeps it.
      if (basisPoints !== undefined && !arms.has(listingId)) arms.set(listingId, { experimentId: id, basisPoints });
    }
  return arms;
}

type OwnAsk = DecisionInput['own'][number];

function askOf({ id, price, consigned }: Listing): OwnAsk {
  return { id, price, consigned };
}

/** Own asks of each variant, cheapest first; one list for all listings of it. */
function ownAsks(
  listings: readonly Listing[],
  variantOf: (listing: Listing) => ListedVariant,
): ReadonlyMap<string, readonly OwnAsk[]> {
  const asks = new Map<string, OwnAsk[]>();
  for (const listing of listings) {
    const { id } = variantOf(listing);
    if (id === null) continue;
    const known = asks.get(id);
    if (known === undefined) asks.set(id, [askOf(listing)]);
    else known.push(askOf(listing));
  }
  const cheapestFirst = (a: OwnAsk, b: OwnAsk) => a.price.minor - b.price.minor || (a.id < b.id ? -1 : 1);
  return new Map([...asks].map(([id, all]) => [id, all.toSorted(cheapestFirst)]));
}

interface Around {
  readonly product: Product | null;
  readonly pair: Pair | null;
  readonly usSize: number | null;
  readonly moves: readonly PriceMove[];
}

function pricedListing(listing: Listing, { product, pair, usSize, moves }: Around): PricedListing {
  const { id, externalId, catalogId, price, status, condition, packaging, consigned, listedAt, styleCode } = listing;
  const told = { id, externalId, catalogId, price, status, condition, packaging, consigned, listedAt, styleCode };
  return {
    ...told,
    usSize,
    brand: product?.brand ?? pair?.brand ?? '',
    tags: pair?.tags ?? [],
    minimum: pair?.priceMinimum ?? null,
    maximum: pair?.priceMaximum ?? null,
    catalogueMinimum: product?.minimumListingPrice ?? null,
    catalogueMaximum: product?.maximumListingPrice ?? null,
    moves,
  };
}
