import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import { isPlain } from '@/lib/domain/market/market-look';
import type { MarketPrice } from '@/lib/domain/market/quote';
import type { Money } from '@/lib/domain/money/money';
import { inCurrency } from '@/lib/domain/money/fx';
import { profitOf } from '@/lib/domain/pnl/profit';
import { expectedResale, medianMoney, type ExpectedResale } from '@/lib/domain/releases/expected-resale';
import type { Release } from '@/lib/domain/releases/release';
import { readRates } from './rates';
import { createValuer, type Valuation } from './valuation';

/** What a release is expected to bring: resale, net after alias's fees, and profit against its retail price. */
export interface ReleaseResale {
  readonly expected: ExpectedResale;
  readonly retailPrice: Money | null;
  /** In the currency asked for; null when a fee or a rate is unknown. */
  readonly net: Money | null;
  readonly profit: Money | null;
  readonly missing: readonly string[];
}

/** Words of a name that say nothing about the model. */
const COMMON = new Set(['the', 'and', 'og', 'retro', 'low', 'mid', 'high', 'wmns', 'gs', 'ps', 'td', 'x', 'sp', 'se']);
const MOST_SIMILAR = 12;

/**
 * What each of these releases is expected to bring, from the books alone.
 *
 * @returns by the release's id
 */
export async function releaseResale(
  db: ArchvdDatabase,
  entries: readonly { readonly release: Release; readonly product: Product | null }[],
  valuation: Valuation,
): Promise<ReadonlyMap<string, ReleaseResale>> {
  const [products, prices, valuer] = await Promise.all([
    db.products.toArray(),
    plainPrices(db, valuation.regionId),
    createValuer(db, valuation, []),
  ]);
  const market = { products: products.filter((product) => prices.has(product.catalogId)), prices };
  const retails = entries.flatMap(({ release, product }) => release.retailPrice ?? product?.retailPrice ?? []);
  const rates = await readRates(db, [valuation.currency, ...retails.map(({ currency }) => currency)]);
  const told = entries.map(({ release, product }): readonly [string, ReleaseResale] => {
    const retailPrice = release.retailPrice ?? product?.retailPrice ?? null;
    const own = product === null ? [] : (prices.get(product.catalogId) ?? []);
    const similar = similarPairs(market, { release, product });
    const expected = expectedResale({ retailPrice, own, similar });
    if (expected.kind === 'unknown')
      return [release.id, { expected, retailPrice, net: null, profit: null, missing: [] }];
    const { net, missing } = sold(valuer, expected.price);
    const cost =
      retailPrice === null
        ? null
        : inCurrency(retailPrice, valuation.currency, rates(retailPrice.currency, valuation.currency), 'half-even');
    const gaps = [...missing, ...(retailPrice === null ? ['retail-price'] : cost === null ? ['fx-rate'] : [])];
    return [release.id, { expected, retailPrice, net, profit: profitOf(net, cost), missing: gaps }];
  });
  return new Map(told);
}

function sold(valuer: Awaited<ReturnType<typeof createValuer>>, price: Money) {
  try {
    const { net, missing } = valuer.estimate(price, null);
    return { net, missing: net === null ? missing : [] };
  } catch {
    // Fees are in alias's currency; a resale in another one cannot be told net.
    return { net: null, missing: ['fx-rate'] };
  }
}

type Prices = ReadonlyMap<string, readonly MarketPrice[]>;

async function plainPrices(db: ArchvdDatabase, regionId: string | null): Promise<Prices> {
  const byProduct = new Map<string, MarketPrice[]>();
  await db.marketPrices.each((price) => {
    if (!isPlain(price.variant, regionId)) return;
    const known = byProduct.get(price.catalogId);
    if (known === undefined) byProduct.set(price.catalogId, [price]);
    else known.push(price);
  });
  return byProduct;
}

/** Pairs of the same brand that share most words of the model's name, are out, and have sold: the nearest by name. */
function similarPairs(
  { products, prices }: { readonly products: readonly Product[]; readonly prices: Prices },
  { release, product }: { readonly release: Release; readonly product: Product | null },
) {
  const words = wordsOf(release.name, release.brand);
  if (words.size === 0) return [];
  return products
    .filter((each) => each.catalogId !== product?.catalogId && each.retailPrice !== null && sameBrand(each, release))
    .map((each) => ({ each, shared: shareOf(words, wordsOf(each.name, each.brand)) }))
    .filter(({ shared }) => shared >= 0.5)
    .toSorted((a, b) => b.shared - a.shared || (a.each.catalogId < b.each.catalogId ? -1 : 1))
    .slice(0, MOST_SIMILAR)
    .flatMap(({ each }) => {
      const resale = medianMoney((prices.get(each.catalogId) ?? []).flatMap(({ lastSale }) => lastSale ?? []));
      return resale === null || each.retailPrice === null ? [] : [{ retailPrice: each.retailPrice, resale }];
    });
}

function sameBrand(product: Product, { brand }: Release): boolean {
  const [a, b] = [product.brand.toLowerCase(), brand.toLowerCase()];
  return b === '' || a === b || a.includes(b) || b.includes(a);
}

function wordsOf(name: string, brand: string): ReadonlySet<string> {
  const ofBrand = new Set(brand.toLowerCase().split(/\W+/));
  const model = name.toLowerCase().replace(/['‘’"“”(].*$/, '');
  return new Set(model.split(/[^a-z0-9]+/).filter((word) => word !== '' && !ofBrand.has(word) && !COMMON.has(word)));
}

/** Share of the wanted words that are there. */
function shareOf(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number {
  return [...wanted].filter((word) => there.has(word)).length / wanted.size;
}
