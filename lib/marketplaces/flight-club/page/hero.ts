import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PagePrice } from '@/lib/marketplaces/contract/page-reading';
import { amountsIn, onlyAmount } from '@/lib/marketplaces/page/amounts';
import { askedText } from '@/lib/marketplaces/page/asked-text';
import { isChosen } from '@/lib/marketplaces/page/chosen';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { plainText } from '@/lib/marketplaces/page/plain-text';

/** One size on the screen. `price: null`: none is left. */
export interface Row {
  readonly label: string;
  readonly price: PagePrice | null;
  readonly isChosen: boolean;
}

export interface Hero {
  readonly title: string | null;
  readonly rows: readonly Row[];
  /** The sizes stand in the family's own bar, which no list has. */
  readonly isOwnBar: boolean;
}

/** Lists of other products. */
export const OTHERS =
  '[data-qa*="ProductItem"], [data-qa^="grid_cell"], [data-qa*="recommend" i], [data-qa*="carousel_product"], [class*="recommend" i], [class*="related" i], [class*="recently" i], [class*="cart" i], [data-qa*="cart" i], a[href*="-"]:not([href*="?"], [href*="#"]), footer, nav';

const TITLES =
  '[data-qa*="product_display_name"], [data-qa="product_name"], [data-qa*="ProductName" i], [data-qa*="ProductTitle" i], main h1, h1';

/** The family's own hooks first, then anything that says it is about sizes, then anything that reads like a size. */
const ITEMS = [
  '[data-qa="buy_bar_item_desktop"], [data-qa="buy_bar_item_mobile"]',
  '[data-qa*="size" i], [data-testid*="size" i], [class*="size" i] :is(li, button, label), :is(div, span, p, tr, a)[class*="size" i]',
  'li, button, label, [role="option"], [role="radio"]',
  'main a, main div, body > div div',
] as const;
const NAMES = '[data-qa^="buy_bar_size_"]';
const PRICES = '[data-qa^="buy_bar_price_size_"]';

const ONE = String.raw`(?:US )?(?:(?:[MWY]|(?:wo)?men['’]?s) )?\d{1,2}(?:\.5)?(?: ?[MWYC])?`;
/** … and the same size for the other sex, or on another scale. */
const SIZE = String.raw`${ONE}(?: ?[/|] ?(?:EU|UK|${ONE}) ?(?:\d{1,2}(?:[.,]5)?)?)?`;
const ROW = new RegExp(String.raw`^(${SIZE})(?:\s*[-–:·]\s*|\s+)(.{1,40})$`, 'i');
const OUT = /^(?:sold ?out|out of stock|unavailable|notify me|make offer|-+|–|n\/a)$/i;

const MOST_SIZES = 80;
const MOST_LOOKED_AT = 1500;

export function readHero(document: Document, currency: CurrencyCode | null): Hero {
  const title = [...document.querySelectorAll(TITLES)].slice(0, 20).find((one) => one.closest(OTHERS) === null);
  const own = document.querySelector(`:is(${ITEMS[0]}) :is(${NAMES}, ${PRICES})`);
  for (const selector of ITEMS) {
    const rows = rowsOf(document, selector, currency);
    // What stands in the family's own bar is not looked for elsewhere, though none of it can be read.
    if (own !== null && own.closest(OTHERS) === null) return { title: ownText(title, 200), rows, isOwnBar: true };
    // A single figure beside an amount may be anything; a size run has more, or says so by its hooks.
    if (rows.length > (selector === ITEMS[3] ? 1 : 0)) return { title: ownText(title, 200), rows, isOwnBar: false };
  }
  return { title: ownText(title, 200), rows: [], isOwnBar: false };
}

/** What the sizes cost, as one text: equal for two looks only when nothing else was drawn since. */
export function rowsMark({ rows }: Hero): string | null {
  const priced = rows.filter(({ price }) => price !== null);
  return priced.length === 0 ? null : priced.map(({ label, price }) => `${label}=${price?.minor ?? ''}`).join('|');
}

function rowsOf(document: Document, selector: string, currency: CurrencyCode | null): readonly Row[] {
  const rows = new Map<string, Row>();
  let seen = 0;
  for (const element of document.querySelectorAll(selector)) {
    seen += 1;
    if (seen > MOST_LOOKED_AT || rows.size >= MOST_SIZES) break;
    const row = element.closest(OTHERS) === null ? toRow(element, currency) : null;
    if (row === null) continue;
    const known = rows.get(row.label);
    if (known === undefined || (!known.isChosen && row.isChosen)) rows.set(row.label, row);
  }
  return [...rows.values()];
}

function toRow(element: Element, currency: CurrencyCode | null): Row | null {
  const priceElement = element.querySelector(PRICES);
  const named =
    ownText(element.querySelector(NAMES), 20) ??
    plainText(priceElement?.getAttribute('data-qa')?.slice('buy_bar_price_size_'.length), 20);
  if (named !== null) {
    const text = askedText(priceElement, 40);
    const isOut = element.querySelector('[data-qa="buy_bar_oos"]') !== null || (text !== null && OUT.test(text));
    const price = isOut ? null : onlyAmount(text, currency);
    // An amount that cannot be read is no word of its being gone.
    if (!isOut && price === null && text !== null) return null;
    return { label: named, price, isChosen: isChosen(element) || isActiveSlide(element) };
  }
  if (element.childElementCount > 6) return null;
  const [, label, rest] = ROW.exec(askedText(element, 70) ?? '') ?? [];
  // One or two without a letter is how many somebody buys.
  if (label === undefined || rest === undefined || /^[12]$/.test(label)) return null;
  const amounts = amountsIn(rest);
  const price = amounts.length === 1 && amounts[0] === rest.trim() ? onlyAmount(rest, currency) : null;
  if (price === null && !OUT.test(rest.trim())) return null;
  return { label: label.trim(), price, isChosen: isChosen(element) };
}

/** The first slide is in the middle before anybody chose. */
function isActiveSlide(element: Element): boolean {
  const slide = element.closest('.swiper-slide-active');
  return slide !== null && slide.previousElementSibling !== null;
}
