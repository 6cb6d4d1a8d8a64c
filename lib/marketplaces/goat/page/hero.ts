import { ownText } from '@/lib/marketplaces/page/own-text';
import { isNone } from '@/lib/marketplaces/page/page-money';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { askedText } from '@/lib/marketplaces/page/asked-text';
import { isSoldWord } from '@/lib/marketplaces/page/sold-words';

/** One size of the buy bar, as it is written there. */
export interface BarItem {
  readonly label: string;
  readonly priceText: string | null;
  readonly isOut: boolean;
  readonly isActive: boolean;
}

/** What the visible head of a product page says. */
export interface Hero {
  readonly title: string | null;
  /** Null: the bar is not there (yet). */
  readonly bar: readonly BarItem[] | null;
}

const TITLES = 'h1[data-qa="product_display_name"], [data-qa="product_display_name"], [data-qa="product_name"]';
const BARS = '[data-qa="buy_bar_desktop"], [data-qa="buy_bar_mobile"]';
const ITEMS = '[data-qa="buy_bar_item_desktop"], [data-qa="buy_bar_item_mobile"]';

const PRICES = '[data-qa^="buy_bar_price_size_"]';

/** Lists of other products use the very same hooks for their prices. */
const TILES = '[data-qa^="grid_cell"], [data-qa*="recommend" i], [data-qa*="carousel_product"]';
const OTHERS = `${TILES}, [data-qa*="related" i], [data-qa*="recently" i], [class*="recommend" i], [class*="related" i], [class*="recentlyViewed" i], [class*="recently-viewed" i]`;

const MOST_SIZES = 80;

export function readHero(document: Document): Hero {
  const title = firstOwn(document, TITLES);
  const bar = firstOwn(document, BARS);
  return {
    title: plainText(title?.textContent, 200),
    bar: bar === null ? null : readBar(bar),
  };
}

/** Whether the page lists other products. */
export function hasTiles(document: Document): boolean {
  return document.querySelector(TILES) !== null;
}

/**
 * What the bar shows, as one text: equal for two readings only when nobody has drawn anything else since. Null when it
 * names no price; then it cannot be taken for another product's.
 */
export function barMark(hero: Hero): string | null {
  const priced = (hero.bar ?? []).filter((item) => item.priceText !== null);
  return priced.length === 0 ? null : priced.map((item) => `${item.label}=${item.priceText}`).join('|');
}

function firstOwn(document: Document, selector: string): Element | null {
  for (const element of document.querySelectorAll(selector)) if (element.closest(OTHERS) === null) return element;
  return null;
}

/** A bar may offer worn pairs and those without a box beside the others. */
const NOT_NEW_AND_GOOD =
  /\bused\b|\bpre-?owned\b|\bworn\b|\bdefects?\b|\bdamaged\b|\b(?:no|missing|without) (?:original )?(?:box|lid)\b/i;

/** Null when it holds no sizes: an empty frame that waits for its prices. */
function readBar(bar: Element): readonly BarItem[] | null {
  const items: BarItem[] = [];
  for (const element of [...bar.querySelectorAll(ITEMS)].slice(0, MOST_SIZES)) {
    const item = readItem(element);
    if (item !== null && !items.some((other) => other.label === item.label)) items.push(item);
  }
  return items.length > 0 ? items : readPrices(bar);
}

/** Where a size has no frame of its own, its price still says which size it is of. */
function readPrices(bar: Element): readonly BarItem[] | null {
  const prices = [...bar.querySelectorAll(PRICES)].slice(0, MOST_SIZES);
  const items = prices.flatMap((price): BarItem[] => {
    const label = labelOfPrice(price);
    return label === null ? [] : [{ label, ...readCost(price), isActive: false }];
  });
  return items.length === 0 ? null : items;
}

function labelOfPrice(price: Element | null): string | null {
  return plainText(price?.getAttribute('data-qa')?.slice('buy_bar_price_size_'.length), 20);
}

function readItem(element: Element): BarItem | null {
  const priceElement = element.querySelector(PRICES);
  const named = plainText(element.querySelector('[data-qa^="buy_bar_size_"]')?.textContent, 20);
  const label = named ?? labelOfPrice(priceElement);
  if (label === null || NOT_NEW_AND_GOOD.test(ownText(element, 120) ?? '')) return null;
  const isOut = element.querySelector('[data-qa="buy_bar_oos"]') !== null;
  return {
    label,
    ...(isOut ? { priceText: null, isOut } : readCost(priceElement)),
    isActive: element.closest('.swiper-slide-active') !== null,
  };
}

/** `--` and "Sold Out" in place of the amount: nobody sells it. */
function readCost(element: Element | null): Pick<BarItem, 'priceText' | 'isOut'> {
  const text = askedText(element, 40);
  const isOut = text !== null && (isNone(text) || isSoldWord(text));
  return { priceText: isOut ? null : text, isOut };
}
