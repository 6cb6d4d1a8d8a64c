import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { MarketSaleRow } from '@/lib/db/rows';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { salesSince } from '@/lib/db/repositories/sales-since';
import type { Product } from '@/lib/domain/catalog/product';
import { sameStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import { matchPageSize, type PageSizeFacts } from '@/lib/domain/deals/match-page-size';
import { addedCosts, type AddedCosts } from '@/lib/domain/deals/landed-cost';
import { suggestSizes } from '@/lib/domain/deals/suggest-sizes';
import { feesFor, type FeeProfile, type FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import { isStock } from '@/lib/domain/pnl/unrealised';
import { profileOf } from '@/lib/domain/sites/default-profiles';
import type { SiteId } from '@/lib/domain/sites/site';
import type { SiteProfile, StoredProfiles } from '@/lib/domain/sites/site-profile';
import type { SizeCandidate } from '@/lib/domain/sizes/brand-charts';
import { findAllowedSize } from '@/lib/domain/sizes/allowed-sizes';
import type { SizeRun } from '@/lib/domain/sizes/size';
import type { Instant } from '@/lib/domain/time/instant';
import { ownOf, type OwnStock } from './page-look-up-own';
import { marketOf, type MarketOfSize } from './page-look-up-size';
import { readRates, type RateBook } from './rates';

/** What a marketplace page says, as far as it matters here. */
export interface PageQuestion {
  readonly site: SiteId;
  readonly styleCode: StyleCode;
  /** Which of several catalogue items the person chose; null: none chosen. */
  readonly catalogId: string | null;
  /** Whose sizes the page's numbers are. */
  readonly run: SizeRun;
  readonly sizes: readonly (PageSizeFacts & { readonly price: Money | null })[];
  /** What the page asks whichever size is meant; null: each size has its own, or none. */
  readonly price: Money | null;
  /** The US size a person took for one the page writes on another scale; null: none taken. */
  readonly taken: { readonly label: string; readonly us: number } | null;
  /** What this very page adds for sending; null when it does not say. */
  readonly shipping: Money | null;
  /** What the page names its prices in; deals are told in it. */
  readonly currency: CurrencyCode;
}

export interface PageSettings {
  readonly now: Instant;
  readonly profile: FeeProfile;
  readonly regionId: string | null;
  readonly targetRoiBasisPoints: number;
  /** What buying and selling on sites costs, where the seller changed it. */
  readonly profiles: StoredProfiles;
  /** Own costs and floors too. Off: nothing of them is read into the answer. */
  readonly ownCosts: boolean;
}

export interface PageSizeLook extends MarketOfSize {
  readonly label: string;
  /** null: the product does not come in it, or nobody can say which size it is. */
  readonly usSize: number | null;
  /** What it may be by the brand's chart, where the size is not met. */
  readonly candidates: readonly SizeCandidate[];
  readonly pagePrice: Money | null;
  readonly own: OwnStock;
}

export interface KnownPage {
  readonly kind: 'known';
  readonly product: Product;
  readonly sizes: readonly PageSizeLook[];
  /** When the product's prices were last read; null: never. */
  readonly readAt: Instant | null;
  /** The rate the deals were told by; null when none was needed or none is known. */
  readonly rate: FxRate | null;
  readonly schedule: FeeSchedule | null;
}

export type PageLookUp =
  | KnownPage
  | { readonly kind: 'several'; readonly products: readonly Product[] }
  | { readonly kind: 'unknown' };

/** What all sizes of one look-up are judged with. */
export interface LookGround {
  readonly product: Product;
  readonly question: PageQuestion;
  readonly settings: PageSettings;
  readonly schedule: FeeSchedule | null;
  readonly rates: RateBook;
  /** What buying and selling on the page's site costs. */
  readonly site: SiteProfile;
  /** What the site adds to its prices, in the page's currency. */
  readonly added: AddedCosts;
  /** Joins the marketplace's currency with the page's; null: not needed or not known. */
  readonly fx: FxRate | null;
}

/**
 * Everything the card shows about a page's product, from the books alone. A product is met by its exact style code; when
 * the catalogue has the code more than once, all are told and none is taken.
 */
export async function pageLookUp(
  db: ArchvdDatabase,
  question: PageQuestion,
  settings: PageSettings,
): Promise<PageLookUp> {
  // One transaction: each one more is a way to the browser's storage and back, and the card is not drawn meanwhile.
  return db.transaction('r', tablesOf(db), () => findAndLook(db, question, settings));
}

function tablesOf(db: ArchvdDatabase) {
  const ofProduct = [db.products, db.inventory, db.listings, db.marketPrices, db.marketSales, db.salesGaps];
  return [...ofProduct, db.cursors, db.feeSchedules, db.fxRates];
}

async function findAndLook(db: ArchvdDatabase, question: PageQuestion, settings: PageSettings): Promise<PageLookUp> {
  const found = await db.products.where('styleCode').equals(question.styleCode).toArray();
  const exact = found.filter((product) => sameStyleCode(product.styleCode ?? '', question.styleCode));
  const chosen = exact.find((product) => product.catalogId === question.catalogId);
  const [first] = exact;
  if (first === undefined) return { kind: 'unknown' };
  if (chosen === undefined && exact.length > 1) return { kind: 'several', products: exact };
  return lookAt(db, chosen ?? first, question, settings);
}

async function lookAt(
  db: ArchvdDatabase,
  product: Product,
  question: PageQuestion,
  settings: PageSettings,
): Promise<KnownPage> {
  const { catalogId } = product;
  const [pairs, listings, prices, sales, salesReadAt, since, cursor, schedules] = await Promise.all([
    db.inventory.where('catalogId').equals(catalogId).filter(isStock).toArray(),
    db.listings.where('catalogId').equals(catalogId).toArray(),
    db.marketPrices.where('catalogId').equals(catalogId).toArray(),
    salesOf(db, catalogId),
    salesReadings(db, catalogId),
    salesSince(db, catalogId),
    db.cursors.get(pricesCursorId(catalogId, settings.regionId)),
    listFeeSchedules(db, 'alias'),
  ]);
  const schedule = feesFor(schedules, settings.now);
  const marketCurrency = schedule?.currency ?? 'USD';
  const costs = settings.ownCosts ? pairs.flatMap(({ cost, otherCosts }) => [cost, otherCosts]) : [];
  const currencies = costs.flatMap((amount) => (amount === null ? [] : [amount.currency]));
  const site = profileOf(question.site, settings.profiles, question.currency);
  const rates = await readRates(db, [
    question.currency,
    marketCurrency,
    ...currencies,
    ...currenciesOf(site, question),
  ]);
  const fx = question.currency === marketCurrency ? null : rates(question.currency, marketCurrency);
  const added = addedCosts(site.buyer, question.shipping, question.currency, rates);
  const ground: LookGround = { product, question, settings, schedule, rates, site, added, fx };
  const readAt = cursor?.finishedAt ?? null;
  const sizes = pageSizes(ground).map((size): PageSizeLook => {
    const usSize = usSizeOf(ground, size);
    const candidates = usSize === null ? suggestSizes(product, size.label, question.run) : [];
    const market = marketOf(ground, { usSize, pagePrice: size.price, prices, sales, readAt, salesReadAt, since });
    const own = ownOf(ground, { usSize, pairs, listings, figures: market.figures });
    return { label: size.label, usSize, candidates, pagePrice: size.price, ...market, own };
  });
  return { kind: 'known', product, sizes, readAt, rate: fx, schedule };
}

/** The page's own number outranks what a person took for it: only a size that is not met is anybody's to choose. */
function usSizeOf({ product, question: { run, taken } }: LookGround, size: PageSizeFacts): number | null {
  const met = matchPageSize(product, size, run);
  if (met !== null) return met.usValue;
  if (taken === null || taken.label !== size.label) return null;
  return findAllowedSize(product, { value: taken.us, system: 'US' })?.usValue ?? null;
}

function currenciesOf({ buyer, seller }: SiteProfile, { shipping }: PageQuestion): CurrencyCode[] {
  const amounts = [buyer.fixedFee, buyer.shipping, shipping, seller?.minimumCommission, seller?.fixedFee];
  const more = [seller?.shipping, seller?.step?.from];
  return [...amounts, ...more].flatMap((amount) => (amount == null ? [] : [amount.currency]));
}

/** When each size's sales were last read, by US size. */
async function salesReadings(db: ArchvdDatabase, catalogId: string): Promise<ReadonlyMap<number, Instant>> {
  const prefix = `alias/recent-sales/${catalogId}/`;
  const cursors = await db.cursors.where('id').startsWith(prefix).toArray();
  return new Map(
    cursors.flatMap(({ id, finishedAt }) =>
      finishedAt === null ? [] : [[Number(id.slice(prefix.length)), finishedAt] as const],
    ),
  );
}

/** A page that shows no sizes still has a product that comes in some. */
function pageSizes({ product, question }: LookGround): PageQuestion['sizes'] {
  if (question.sizes.length > 0) return question.sizes;
  return product.allowedSizes.map(({ usValue }) => ({ label: String(usValue), value: usValue, price: question.price }));
}

function salesOf(db: ArchvdDatabase, catalogId: string): PromiseLike<MarketSaleRow[]> {
  return db.marketSales
    .where('[catalogId+usSize+purchasedAt]')
    .between([catalogId, Dexie.minKey, Dexie.minKey], [catalogId, Dexie.maxKey, Dexie.maxKey])
    .toArray();
}
