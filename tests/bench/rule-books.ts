import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import { shareOf } from '@/lib/domain/money/arithmetic';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { createAliasMarketplace } from '@/lib/marketplaces/alias/client';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { createHttp } from '@/lib/marketplaces/http/create-http';
import { createSandbox, type Sandbox } from '@/lib/sandbox/create-sandbox';
import { freshCursor } from '@/lib/sync/sync-run';
import { fakeClock, START, type FakeClock } from '../fakes/fake-platform';
import { makePair, makePrice } from '../fixtures/builders';

const TOKEN = 'goatapi_bench';
export const PRODUCTS = 200;
const SALES_PER_SIZE = 10;
const CALL = { priority: 'user' } as const;
const LONG_AGO = shiftInstant(START, -30 * DAY_MS);

interface Size {
  readonly listings: number;
  /** Prices were read just now; else never. */
  readonly isFresh: boolean;
}

interface RuleBooks {
  readonly db: ArchvdDatabase;
  readonly clock: FakeClock;
  readonly sandbox: Sandbox;
  readonly marketplace: Marketplace;
  /** What the market answered when the listings were read, page by page. */
  readonly pages: readonly string[];
}

/** Books of a seller with so many live listings of 200 products, as the sandbox market has them. */
export async function makeRuleBooks({ listings, isFresh }: Size): Promise<RuleBooks> {
  const clock = fakeClock(START);
  const sandbox = createSandbox({
    token: TOKEN,
    listings: listings * 2,
    orders: 0,
    buyerShare: 0,
    realNow: () => clock.now(),
    startAt: START,
    speed: 0,
  });
  const pages: string[] = [];
  const marketplace = manifold(marketOf(sandbox, clock, pages));
  const db = new ArchvdDatabase('bench', { indexedDB: new IDBFactory(), IDBKeyRange });
  const facts = await spread(marketplace, listings);
  const catalogIds = [...new Set(facts.map(({ catalogId }) => catalogId))];
  if (facts.length !== listings || catalogIds.length !== PRODUCTS)
    throw new Error(`The sandbox offers ${facts.length} listings of ${catalogIds.length} products`);
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, START);
  await fillListings(db, facts);
  for (const catalogId of catalogIds) await fillProduct(db, marketplace, catalogId, isFresh);
  return { db, clock, sandbox, marketplace, pages };
}

function marketOf(sandbox: Sandbox, clock: FakeClock, pages: string[]): Marketplace {
  const http = createHttp({
    baseUrl: 'http://market.test/api/v1',
    now: () => clock.now(),
    random: () => 0.5,
    token: async () => TOKEN,
    gate: { enter: async () => {}, leave: async () => null },
    onRequest: () => {},
    async fetch(input, init) {
      const request = new Request(input, init);
      const answer = await sandbox.fetch(request);
      if (new URL(request.url).pathname.endsWith('/listings')) pages.push(await answer.clone().text());
      return answer;
    },
  });
  return createAliasMarketplace(http);
}

/** The sandbox has fewer models than a large seller: each counts as several, told apart by what follows the `~`. */
function manifold(market: Marketplace): Marketplace {
  return {
    ...market,
    async getQuotes(request, options) {
      const { catalogId } = request;
      const answer = await market.getQuotes({ ...request, catalogId: modelOf(catalogId) }, options);
      const value = answer.value.map((quote) => ({ ...quote, variant: { ...quote.variant, catalogId } }));
      return { ...answer, value };
    },
  };
}

function modelOf(catalogId: string): string {
  return catalogId.split('~')[0] ?? catalogId;
}

/** The first live listings, dealt out to as many products. */
async function spread(market: Marketplace, most: number): Promise<readonly ListingFacts[]> {
  const live: ListingFacts[] = [];
  for (let token: string | null = null; live.length < most;) {
    const page = await market.listListings({ status: 'active' }, { token, pageSize: 50 }, CALL);
    live.push(...page.items);
    if (page.next === null) break;
    token = page.next;
  }
  const chosen = live.slice(0, most);
  const models = new Set(chosen.map(({ catalogId }) => catalogId));
  const copies = Math.ceil(PRODUCTS / models.size);
  const seen = new Map<string, number>();
  const products = new Map([...models].map((model) => [`${model}~0`, `${model}~0`]));
  return chosen.map((listing) => {
    const nth = seen.get(listing.catalogId) ?? 0;
    seen.set(listing.catalogId, nth + 1);
    const wanted = `${listing.catalogId}~${nth % copies}`;
    if (!products.has(wanted)) products.set(wanted, products.size < PRODUCTS ? wanted : `${listing.catalogId}~0`);
    return { ...listing, catalogId: products.get(wanted) ?? wanted };
  });
}

async function fillListings(db: ArchvdDatabase, facts: readonly ListingFacts[]): Promise<void> {
  const kept = { createdAt: LONG_AGO, updatedAt: LONG_AGO, missingSince: null, deletedAt: null };
  await db.listings.bulkAdd(facts.map((each, nth) => ({ ...each, ...kept, id: `l${nth}` })));
  await db.inventory.bulkAdd(
    facts.map(({ externalId, price }) =>
      makePair({ status: 'listed', goatListingId: externalId, cost: shareOf(price, 4000, 'half-even') }),
    ),
  );
  const variants = new Map(facts.map((each) => [`${each.catalogId}/${each.size.value}`, each]));
  await db.marketSales.bulkAdd(
    [...variants].flatMap(([key, { catalogId, size, price }]) =>
      Array.from({ length: SALES_PER_SIZE }, (_, nth) => ({
        id: `${key}/${nth}`,
        catalogId,
        usSize: size.value,
        price: shareOf(price, 9000 + nth * 100, 'half-even'),
        consigned: null,
        purchasedAt: shiftInstant(START, -nth * DAY_MS),
        seenAt: START,
      })),
    ),
  );
}

async function fillProduct(
  db: ArchvdDatabase,
  market: Marketplace,
  catalogId: string,
  isFresh: boolean,
): Promise<void> {
  const { value } = await market.getProduct(modelOf(catalogId), CALL);
  await db.products.add({ ...value, id: catalogId, catalogId, createdAt: LONG_AGO, updatedAt: LONG_AGO });
  if (!isFresh) return;
  const quotes = await market.getQuotes({ catalogId }, CALL);
  const stamp = { createdAt: LONG_AGO, updatedAt: LONG_AGO };
  await db.marketPrices.bulkAdd(quotes.value.map((quote) => makePrice({ ...quote, ...stamp })));
  await db.cursors.add({ ...freshCursor(pricesCursorId(catalogId, null), { now: START }), finishedAt: START });
}
