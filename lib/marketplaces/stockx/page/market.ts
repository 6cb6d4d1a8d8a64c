import type { PageLayer, PageReading, PageSize, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { amountsIn } from '@/lib/marketplaces/page/amounts';
import {
  createPriceReader,
  isNone,
  likelyCurrency,
  type PriceReader,
  type ReadAmount,
} from '@/lib/marketplaces/page/page-money';
import { isSizeLabel, readPageSize } from '@/lib/marketplaces/page/page-size';
import { isLowestOfSeveral } from '@/lib/marketplaces/page/asked-text';
import { isSoldWord } from '@/lib/marketplaces/page/sold-words';
import { rowOf, type ChartRow } from './chart';
import type { StockxHero } from './hero';
import type { ListedSize } from './size-list';

export interface MarketInput {
  readonly hero: StockxHero;
  readonly chart: readonly ChartRow[];
  readonly gender: PageReading['identity']['gender'];
  /** The page's own word for its currency. */
  readonly currency: unknown;
  readonly locale: string | null;
  /** `?size=` of the address, a US size. */
  readonly wanted: string | null;
  /** What is drawn are still a former product's prices. */
  readonly arePricesStale: boolean;
}

export type Market = Pick<PageReading, 'size' | 'price' | 'perSize' | 'availability' | 'warnings'> & {
  readonly sizeSource: PageLayer | null;
};

type Row = PageReading['perSize'][number];
/** `none`: the page says that nobody sells it. `pending`: nothing is drawn yet. */
type Ask = { readonly price: PageReading['price']; readonly state: 'priced' | 'none' | 'pending' | 'unread' };

/**
 * Size and price of the page's head. Only what is drawn there counts: the data's amounts are the retail price, the
 * head's description the lowest ask of any size.
 */
export function readMarket(input: MarketInput): Market {
  const { size, source } = chosenSize(input);
  const read = createPriceReader(likelyCurrency(input.currency, input.locale));
  const rows = input.arePricesStale ? [] : input.hero.rows.map((row) => toRow(row, read, input));
  const ask = input.arePricesStale ? PENDING : askOf(input.hero.priceText, read, size.selected);
  const { price, state } = ask.state === 'pending' ? askOfRows(rows, size) : ask;
  const isAmbiguous =
    [price, ...rows.map((row) => row.price)].some((each) => each?.currency === null) ||
    (state === 'unread' && isMoney(input));
  return {
    size,
    price,
    perSize: rows,
    availability: state === 'none' ? 'sold_out' : state === 'priced' ? 'in_stock' : 'unknown',
    warnings: warningsOf(size, state, isAmbiguous),
    sizeSource: source,
  };
}

const PENDING: Ask = { price: null, state: 'pending' };

function warningsOf(size: PageSize, state: Ask['state'], isAmbiguous: boolean): readonly PageWarning[] {
  const warnings: PageWarning[] = [];
  // Without any price the size that is missing matters to nobody yet.
  if (!size.selected && state === 'priced') warnings.push('SIZE_UNSELECTED');
  if (size.selected && size.system === null && /\d/.test(size.raw)) warnings.push('SIZE_SYSTEM_UNKNOWN');
  if (state === 'none') warnings.push('SOLD_OUT');
  if (state === 'pending') warnings.push('PRICE_PENDING');
  if (state === 'unread') warnings.push('PRICE_MISSING');
  if (isAmbiguous) warnings.push('CURRENCY_AMBIGUOUS');
  return warnings;
}

function chosenSize(input: MarketInput): { readonly size: PageSize; readonly source: PageLayer | null } {
  // While the former product's price stands, so does its size.
  const sizeText = input.arePricesStale ? null : input.hero.sizeText;
  if (sizeText !== null && isSize(sizeText, input.chart))
    return { size: { ...sizeOf(sizeText, input), selected: true }, source: 'dom-hero' };
  // Only where the page has no such button: one that says "All" was chosen later than the address.
  if (sizeText === null && input.wanted !== null && isSizeLabel(input.wanted))
    return { size: { ...sizeOf(input.wanted, input), selected: true }, source: 'slug' };
  const { sex } = readPageSize('', { system: 'US', gender: input.gender });
  return { size: { raw: sizeText ?? '', system: 'US', sex, value: null, us: null, selected: false }, source: null };
}

function isSize(text: string, chart: readonly ChartRow[]): boolean {
  return isSizeLabel(text) || rowOf(chart, text) !== null;
}

/** The number by the product's own table; without one only what the label itself says. */
function sizeOf(label: string, { chart, gender }: Pick<MarketInput, 'chart' | 'gender'>): Omit<PageSize, 'selected'> {
  const size = readPageSize(label, { system: 'US', gender });
  const us = rowOf(chart, size.raw)?.us ?? null;
  return us === null ? size : { ...size, us };
}

function toRow({ label, priceText }: ListedSize, read: PriceReader, input: MarketInput): Row {
  const { sex, us } = sizeOf(label, input);
  const amount = priceText === null ? null : read(priceText);
  const price = amount === 'ambiguous' ? null : amount;
  return { label, sex, value: us, price, inStock: priceText !== null };
}

function askOf(text: string | null, read: PriceReader, isSelected: boolean): Ask {
  if (text === null || !/[\p{L}\p{N}\p{Sc}\p{Pd}\u2212]/u.test(text)) return PENDING;
  if (isNone(text) || isSoldWord(text)) return { price: null, state: 'none' };
  const amount = readOne(text, read);
  if (amount === null || amount === 'ambiguous') return { price: null, state: 'unread' };
  const kind = isSelected && !isLowestOfSeveral(text) ? 'buy_now_size' : 'lowest_ask_any';
  return { price: { ...amount, kind, source: 'dom-hero' }, state: 'priced' };
}

/** The amount alone, or the one amount of a longer text. */
function readOne(text: string, read: PriceReader): ReadAmount {
  const amounts = amountsIn(text);
  return read(text) ?? (amounts.length === 1 ? read(amounts[0] ?? '') : null);
}

function isMoney({ hero }: MarketInput): boolean {
  return hero.priceText !== null && createPriceReader(null)(hero.priceText) === 'ambiguous';
}

/** The list of sizes answers while the head says nothing: the chosen size's price, else the lowest of all. */
function askOfRows(rows: readonly Row[], size: PageSize): Ask {
  const chosen = rows.filter((row) => !size.selected || row.label === size.raw);
  if (chosen.length === 0) return PENDING;
  const prices = chosen.flatMap(({ price }) => price ?? []);
  if (prices.length === 0) return chosen.every((row) => !row.inStock) ? { price: null, state: 'none' } : PENDING;
  // Amounts in two currencies have no lowest.
  if (new Set(prices.map(({ currency }) => currency)).size > 1) return { price: null, state: 'unread' };
  const lowest = prices.reduce((low, price) => (price.minor < low.minor ? price : low));
  return {
    price: { ...lowest, kind: size.selected ? 'buy_now_size' : 'lowest_ask_any', source: 'dom-row' },
    state: 'priced',
  };
}
