import type {
  PageLayer,
  PagePrice,
  PageReading,
  PageSize,
  PageWarning,
} from '@/lib/marketplaces/contract/page-reading';
import { amountsIn } from '@/lib/marketplaces/page/amounts';
import { isLowestOfSeveral } from '@/lib/marketplaces/page/asked-text';
import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import { ldAmount } from '@/lib/marketplaces/page/ld-offers';
import { createPriceReader, likelyCurrency } from '@/lib/marketplaces/page/page-money';
import { readPageSize, type PageSizeContext } from '@/lib/marketplaces/page/page-size';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import type { NikeData } from './embedded';
import type { NikeHero } from './hero';
import type { NikeAddress } from './match-url';

const MOST_SIZES = 80;
/** What a size is called, by the age of the build. */
const NAMES = ['localizedLabel', 'label', 'localizedSize', 'nikeSize'];

export type Market = Pick<PageReading, 'size' | 'price' | 'perSize' | 'availability' | 'warnings'> & {
  readonly sizeSource: PageLayer | null;
};

/**
 * What the shop asks, its own retail price, which is what a pair bought here costs; it is the same in every size, so that
 * a size that is not chosen makes it no less certain. It stays when everything is sold out, for the releases.
 */
export function readNikeMarket(
  address: NikeAddress,
  data: NikeData,
  hero: NikeHero,
  options: { readonly gender: PageSizeContext['gender']; readonly arePricesStale: boolean },
): Market {
  const context: PageSizeContext = { system: address.locale === null ? 'US' : null, gender: options.gender };
  const ofData = data.product === null ? null : priceOfData(data.product, data.currency);
  const drawn =
    options.arePricesStale || hero.priceText === null ? null : readDrawn(hero.priceText, address, { data, ofData });
  const amount = drawn === 'ambiguous' ? ofData : (drawn ?? ofData);
  const source: PageLayer = amount !== null && amount === drawn ? 'dom-hero' : 'embedded';
  const listed = data.product === null ? [] : sizesOf(data.product, context, amount);
  const availability = availabilityOf(data.product, listed);
  const perSize = availability === 'sold_out' ? listed.map((row) => ({ ...row, price: null, inStock: false })) : listed;
  const warnings: PageWarning[] = [];
  if (availability === 'sold_out') warnings.push('SOLD_OUT');
  if (amount === null)
    warnings.push(hero.priceText === null || options.arePricesStale ? 'PRICE_PENDING' : 'PRICE_MISSING');
  if (drawn === 'ambiguous' && amount === null) warnings.push('CURRENCY_AMBIGUOUS');
  if (amount?.currency === null) warnings.push('CURRENCY_AMBIGUOUS');
  const size = sizeOf(hero.sizeText, context, perSize.length > 0);
  if (size?.selected === true && size.system === null) warnings.push('SIZE_SYSTEM_UNKNOWN');
  return {
    size,
    price: amount === null ? null : { ...amount, kind: 'retail', source },
    perSize,
    availability,
    warnings,
    sizeSource: size?.selected === true ? 'dom-hero' : null,
  };
}

/**
 * The one amount that is drawn. Of two that are not struck through the data's is the one, else the lower: what was asked
 * before stands beside what is asked now. A span of prices is none.
 */
function readDrawn(
  text: string,
  { locale }: NikeAddress,
  { data, ofData }: { readonly data: NikeData; readonly ofData: PagePrice | null },
): PagePrice | 'ambiguous' | null {
  const read = createPriceReader(likelyCurrency(data.currency, locale));
  const amounts = amountsIn(text);
  const [first, second, ...others] = amounts.map(read);
  if (first === undefined) return read(text);
  if (isLowestOfSeveral(text) || others.length > 0) return null;
  if (second === undefined || first === null || first === 'ambiguous') return first;
  if (isSpan(text, amounts) || second === null || second === 'ambiguous') return null;
  const both = [first, second];
  return both.find(({ minor }) => minor === ofData?.minor) ?? (first.minor <= second.minor ? first : second);
}

/** `$90 – $120`: two prices of two things. */
function isSpan(text: string, [first = '', second = '']: readonly string[]): boolean {
  const from = text.indexOf(first) + first.length;
  const between = text.slice(from, Math.max(from, text.indexOf(second, from)));
  return /^\s*(?:[-\u2010-\u2015~〜～]|to|bis|à|a|al)\s*$/iu.test(between);
}

/** `prices.currentPrice`; `fullPrice` is what it was before a sale. Older builds write both at the product itself. */
function priceOfData(product: Fields, currency: unknown): PagePrice | null {
  const prices = field(product, 'prices');
  const from = isFields(prices) ? prices : product;
  return ldAmount(field(from, 'currentPrice') ?? field(from, 'fullPrice'), field(from, 'currency') ?? currency);
}

function sizesOf(product: Fields, context: PageSizeContext, price: PagePrice | null): PageReading['perSize'] {
  const stock = new Map<string, boolean>();
  for (const entry of listedSizes(product)) {
    const label = plainText(
      NAMES.map((name) => field(entry, name)).find((told) => told !== undefined),
      40,
    );
    if (label !== null) stock.set(label, stock.get(label) === true || isOnSale(field(entry, 'status')));
  }
  return [...stock].slice(0, MOST_SIZES).map(([label, inStock]) => {
    const { sex, us } = readPageSize(label, context);
    return { label, sex, value: us, price: inStock ? price : null, inStock };
  });
}

/** Pairs that come in widths list their sizes once for each; one that is left in any width is left. */
function listedSizes(product: Fields): readonly Fields[] {
  const sections = field(product, 'sizeFitSections');
  const ofSections = Array.isArray(sections)
    ? sections.slice(0, 8).map((section: unknown) => (isFields(section) ? field(section, 'sizes') : null))
    : [];
  return [field(product, 'sizes') ?? field(product, 'skus'), ...ofSections]
    .flatMap((listed) => (Array.isArray(listed) ? (listed.slice(0, MOST_SIZES) as unknown[]) : []))
    .filter(isFields);
}

/** Without a word about it a size that is listed can be bought. */
function isOnSale(status: unknown): boolean {
  return (
    status === undefined || (typeof status === 'string' && /^(?:active|buyable|in_?stock|available)/i.test(status))
  );
}

function availabilityOf(product: Fields | null, perSize: PageReading['perSize']): PageReading['availability'] {
  const told = product === null ? null : plainText(field(product, 'statusModifier'), 60);
  if (told !== null && /out_?of_?stock|sold_?out|inactive|closed/i.test(told)) return 'sold_out';
  if (perSize.length > 0) return perSize.some(({ inStock }) => inStock) ? 'in_stock' : 'sold_out';
  return told !== null && /buyable/i.test(told) ? 'in_stock' : 'unknown';
}

function sizeOf(text: string | null, context: PageSizeContext, hasSizes: boolean): PageSize | null {
  if (text !== null) return { ...readPageSize(text, context), selected: true };
  const { sex } = readPageSize('', context);
  return hasSizes ? { raw: '', system: context.system, sex, value: null, us: null, selected: false } : null;
}
