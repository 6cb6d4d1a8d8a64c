import type { AnyTable, ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { latestFxRate } from '@/lib/db/repositories/fx';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { RepricingRuleRow } from '@/lib/db/repricing-rows';
import type { Product } from '@/lib/domain/catalog/product';
import { feesFor, type FeeProfile, type FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { variantId, type MarketPrice } from '@/lib/domain/market/quote';
import { variantOfShoe } from '@/lib/domain/market/variant-of-shoe';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import { instant, type Instant } from '@/lib/domain/time/instant';

/** What the books know about a write that names a price, at the moment it is claimed. */
export interface PriceFacts {
  /** null: the books do not have it, or it is one that is to be made. */
  readonly listing: Listing | null;
  readonly pair: Pair | null;
  readonly product: Product | null;
  readonly schedule: FeeSchedule | null;
  readonly profile: FeeProfile;
  /** Joins the cost's currency with the schedule's. */
  readonly fx: FxRate | null;
  readonly market: MarketPrice | null;
  readonly marketReadAt: Instant | null;
  /** The rule behind it as it is now; null: a person, or a decision or rule that is not there any more. */
  readonly rule: RepricingRuleRow | null;
}

interface Asked {
  readonly profile: FeeProfile;
  readonly regionId: string | null;
  readonly now: Instant;
}

/** Tables that are read for the price of a write, besides those of the outbox. */
export function priceTables(db: ArchvdDatabase): AnyTable[] {
  const market = [db.products, db.marketPrices, db.cursors];
  return [...market, db.repricingDecisions, db.repricingRules, db.feeSchedules, db.fxRates];
}

/** Everything the guards ask about these writes, read anew; by row id. For the transaction of a claim. */
export async function readPriceFacts(
  db: ArchvdDatabase,
  rows: readonly OutboxRow[],
  asked: Asked,
): Promise<ReadonlyMap<string, PriceFacts>> {
  const { listings, pairs } = await readSubjects(db, rows);
  const catalogIds = [
    ...new Set([...listings.values(), ...pairs.values()].flatMap(({ catalogId }) => catalogId ?? [])),
  ];
  const [products, cursors, rules, schedules] = await Promise.all([
    db.products.where('catalogId').anyOf(catalogIds).toArray(),
    db.cursors.bulkGet(catalogIds.map((id) => pricesCursorId(id, asked.regionId))),
    readRules(db, rows),
    listFeeSchedules(db, 'alias'),
  ]);
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  const readAt = new Map(catalogIds.map((id, index) => [id, cursors[index]?.finishedAt ?? null]));
  const schedule = feesFor(schedules, asked.now);
  const market = schedule?.currency ?? null;
  const others = new Set([...pairs.values()].flatMap(({ cost }) => (cost === null ? [] : [cost.currency])));
  if (market !== null) others.delete(market);
  // Nothing is awaited that may not touch the database: it would end the transaction.
  const rates = market === null || others.size === 0 ? NO_RATES : await readRates(db, others, market);
  const keys = new Map(rows.map((row) => [row.id, marketKey(row, subjectOf(row), productOf, asked.regionId)]));
  const wanted = [...new Set([...keys.values()].filter((key) => key !== null))];
  const found = await db.marketPrices.bulkGet(wanted);
  const prices = new Map(found.flatMap((price) => (price === undefined ? [] : [[price.id, price] as const])));

  function subjectOf(row: OutboxRow) {
    return { listing: listings.get(row.entityId) ?? null, pair: pairs.get(row.id) ?? null };
  }

  return new Map(
    rows.map((row) => {
      const { listing, pair } = subjectOf(row);
      const catalogId = listing?.catalogId ?? pair?.catalogId ?? '';
      const facts: PriceFacts = {
        listing,
        pair,
        product: productOf.get(catalogId) ?? null,
        schedule,
        profile: asked.profile,
        fx: pair?.cost == null ? null : (rates.get(pair.cost.currency) ?? null),
        market: prices.get(keys.get(row.id) ?? '') ?? null,
        marketReadAt: readAt.get(catalogId) ?? null,
        rule: rules.get(row.decisionId) ?? null,
      };
      return [row.id, facts];
    }),
  );
}

/** Listings by their own id, pairs by the write about them. */
async function readSubjects(db: ArchvdDatabase, rows: readonly OutboxRow[]) {
  const made = rows.filter((row) => row.write.kind === 'listing/create');
  const others = rows.filter((row) => row.write.kind !== 'listing/create');
  const [listed, drafted] = await Promise.all([
    // A request for each would be a thousand; most of a shop is read at once.
    rowsByKey(
      db.listings,
      'id',
      others.map((row) => row.entityId),
    ),
    db.inventory.bulkGet(made.map((row) => row.entityId)),
  ]);
  const listings = new Map(listed.map((listing) => [listing.id, listing]));
  const externalIds = [...listings.values()].map(({ externalId }) => externalId);
  const offering = await rowsByKey(db.inventory, 'goatListingId', externalIds);
  const byListing = new Map(offering.map((pair) => [pair.goatListingId ?? '', pair]));
  const pairs = new Map<string, Pair>();
  for (const [index, row] of made.entries()) {
    const pair = drafted[index];
    if (pair !== undefined) pairs.set(row.id, pair);
  }
  for (const row of others) {
    const pair = byListing.get(listings.get(row.entityId)?.externalId ?? '');
    if (pair !== undefined && pair.deletedAt === null) pairs.set(row.id, pair);
  }
  return { listings, pairs };
}

/** Rules by the decision they made. */
async function readRules(
  db: ArchvdDatabase,
  rows: readonly OutboxRow[],
): Promise<ReadonlyMap<string, RepricingRuleRow>> {
  const ids = rows.flatMap((row) => (row.by === 'rule' ? [row.decisionId] : []));
  const decisions = (await db.repricingDecisions.bulkGet(ids)).filter((decision) => decision !== undefined);
  const ruleIds = [...new Set(decisions.flatMap(({ ruleId }) => ruleId ?? []))];
  const rules = new Map(
    (await db.repricingRules.bulkGet(ruleIds)).flatMap((rule) =>
      rule === undefined ? [] : [[rule.id, rule] as const],
    ),
  );
  return new Map(
    decisions.flatMap(({ id, ruleId }) => {
      const rule = rules.get(ruleId ?? '');
      return rule === undefined ? [] : [[id, rule] as const];
    }),
  );
}

const NO_RATES: ReadonlyMap<CurrencyCode, FxRate> = new Map();

/** No rate is set ahead of its time: the newest there is, is the one in force. */
const EVER = instant(Number.MAX_SAFE_INTEGER);

/** The newest rate between each of these currencies and the marketplace's, whichever way round it was kept. */
async function readRates(
  db: ArchvdDatabase,
  currencies: Iterable<CurrencyCode>,
  market: CurrencyCode,
): Promise<ReadonlyMap<CurrencyCode, FxRate>> {
  const rates = new Map<CurrencyCode, FxRate>();
  for (const currency of currencies) {
    const [there, back] = [
      await latestFxRate(db, currency, market, EVER),
      await latestFxRate(db, market, currency, EVER),
    ];
    const newest = there === null || (back !== null && back.asOf > there.asOf) ? back : there;
    if (newest !== null) rates.set(currency, newest);
  }
  return rates;
}

/** Key of the variant's prices; null when its US size cannot be told. */
function marketKey(
  { write }: OutboxRow,
  { listing, pair }: Pick<PriceFacts, 'listing' | 'pair'>,
  products: ReadonlyMap<string, Product>,
  regionId: string | null,
): string | null {
  const shoe = write.kind === 'listing/create' ? write.draft : (listing ?? pair);
  const variant = shoe === null ? null : variantOfShoe(shoe, products.get(shoe.catalogId ?? ''), regionId);
  return variant === null ? null : variantId(variant);
}
