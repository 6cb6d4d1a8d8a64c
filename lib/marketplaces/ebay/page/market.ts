import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PagePrice, PageReading, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { readAmount } from '@/lib/marketplaces/page/amounts';
import type { LdOffer } from '@/lib/marketplaces/page/ld-offers';
import type { Hero } from './hero';
import { readListedSize } from './sizes';
import type { SizeChoice, Variation, Variations } from './variations';

type Gender = PageReading['identity']['gender'];

export interface Choice {
  readonly variations: Variations;
  /** The size on the screen or of the variation in the address; null: none is chosen. */
  readonly chosen: SizeChoice | null;
  readonly variationId: string | null;
}

/** What the pair costs, and what is doubtful about it. */
export interface Cost {
  readonly price: PageReading['price'];
  readonly warnings: readonly PageWarning[];
}

/** The price of a listing of one pair: what stands on the screen, else the structured data. */
export function costOfOne(hero: Hero, offer: LdOffer | null, likely: CurrencyCode | null): Cost {
  const kind = hero.isBid ? 'auction_bid' : 'fixed';
  const isSpan = hero.amounts.length > 1 || hero.isLowest;
  const shown = hero.amounts.length === 1 && !isSpan ? readAmount(hero.amounts[0] ?? '', likely) : null;
  if (shown !== null) return { price: { ...shown, kind, source: 'dom-hero' }, warnings: ambiguity(shown) };
  // Of a span one amount alone would be a guess.
  const told = isSpan ? null : (offer?.price ?? null);
  if (told !== null) return { price: { ...told, kind, source: 'json-ld' }, warnings: [] };
  return { price: null, warnings: ['PRICE_MISSING'] };
}

/**
 * The price of the chosen variation. Without a choice there is none, unless every size costs what the screen says:
 * then it is the lowest of any size.
 */
export function costOfChoice(
  { variations, chosen, variationId }: Choice,
  hero: Hero,
  likely: CurrencyCode | null,
): Cost {
  const shown = hero.amounts.length === 1 ? readAmount(hero.amounts[0] ?? '', likely) : null;
  if (chosen !== null) {
    const meant = variationsOf(chosen, variations).filter(({ id }) => variationId === null || id === variationId);
    const prices = meant.filter((one) => !one.isOut).map((one) => one.price);
    // What stands on the screen changes with the choice, and does so after it.
    const fits = shown !== null && prices.some((price) => price !== null && sameAmount(price, shown));
    const only = lowest(prices);
    const price = fits ? shown : only !== null && allSame(prices) ? only : null;
    if (price !== null)
      return { price: { ...price, kind: 'fixed', source: fits ? 'dom-hero' : 'embedded' }, warnings: ambiguity(price) };
    return { price: null, warnings: meant.some((one) => !one.isOut) ? ['PRICE_MISSING'] : [] };
  }
  const prices = [...variations.byId.values()].filter((one) => !one.isOut).map((one) => one.price);
  const only = lowest(prices);
  const isOne = only !== null && shown !== null && allSame(prices) && sameAmount(only, shown);
  return {
    price: isOne ? { ...only, kind: 'lowest_ask_any', source: 'dom-hero' } : null,
    warnings: ['SIZE_UNSELECTED'],
  };
}

/** Every size of the menu with the lowest price of its variations. */
export function rowsOf({ choices, ...variations }: Variations, gender: Gender): PageReading['perSize'] {
  return choices
    .filter(({ label }) => /\d/.test(label))
    .slice(0, 80)
    .map((choice) => {
      const meant = variationsOf(choice, { choices, ...variations });
      const left = meant.filter((one) => !one.isOut);
      const { sex, us } = readListedSize(choice.label, variations.sizeKey, gender);
      const price = lowest((left.length > 0 ? left : meant).map((one) => one.price));
      return { label: choice.label, sex, value: us, price: left.length > 0 ? price : null, inStock: left.length > 0 };
    });
}

export function isAllOut({ variations, chosen, variationId }: Choice): boolean {
  const all = chosen === null ? [...variations.byId.values()] : variationsOf(chosen, variations);
  const meant = all.filter(({ id }) => chosen === null || variationId === null || id === variationId);
  return meant.length > 0 && meant.every((one) => one.isOut);
}

function variationsOf({ variationIds }: SizeChoice, { byId }: Variations): readonly Variation[] {
  return variationIds.map((id) => byId.get(id)).filter((one) => one !== undefined);
}

function lowest(prices: readonly (PagePrice | null)[]): PagePrice | null {
  const known = prices.filter((price) => price !== null);
  // Amounts in two currencies have no lowest.
  if (new Set(known.map((price) => price.currency)).size > 1) return null;
  return known.reduce<PagePrice | null>(
    (least, one) => (least === null || one.minor < least.minor ? one : least),
    null,
  );
}

function allSame(prices: readonly (PagePrice | null)[]): boolean {
  const [first] = prices;
  return first !== undefined && prices.every((price) => price !== null && first !== null && sameAmount(price, first));
}

function sameAmount(a: PagePrice, b: PagePrice): boolean {
  return a.minor === b.minor && (a.currency === b.currency || a.currency === null || b.currency === null);
}

function ambiguity({ currency }: PagePrice): readonly PageWarning[] {
  return currency === null ? ['CURRENCY_AMBIGUOUS'] : [];
}
