import { amountsIn } from '@/lib/marketplaces/page/amounts';
import { askedText, isFormerPrice, isLowestOfSeveral } from '@/lib/marketplaces/page/asked-text';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { sizePieces } from '@/lib/marketplaces/page/size-pieces';

/** What the listing itself shows. */
export interface Hero {
  readonly title: string | null;
  readonly price: { readonly element: Element; readonly text: string } | null;
  /** The size as it is written, without the word for it. */
  readonly size: string | null;
  readonly condition: string | null;
  readonly description: string | null;
}

/** Lists of other things; the seller's own among them. */
export const OTHERS =
  'a[href*="/products/"], [data-testid*="product__item"], [data-testid*="productCard"], [class*="productCard"], [class*="ProductCard"], [class*="recommend"], [class*="similar"], [data-testid*="similar"]';

const TITLES = '[data-testid="product__title"], main h1, h1';
/** What is asked now before what was asked, wherever the two stand. */
const PRICES = [
  '[data-testid*="discountedPrice"], [aria-label="Discounted price" i]',
  '[aria-label="Price" i], [data-testid*="product__price"], [class*="styles_price"]',
  '[data-testid*="fullPrice"], [aria-label="Full price" i]',
];

/** The end of the class changes with every build. */
const ATTRIBUTES =
  '[class*="styles_attribute"], [data-testid*="product__singleAttribute"], [data-testid*="attribute"], [class*="attribute"] p';
const ANY_LINES = 'main p, main li, main dd, main tr, p, li, tr';
const DESCRIPTIONS = '[data-testid="product__description"], [class*="styles_textWrapper"] p, [class*="description"]';

const MOST_LINES = 400;

export function readHero(document: Document): Hero {
  return {
    title: ownText(firstOwn(document, TITLES), 200),
    price: readPrice(document),
    size:
      readLine(document, /^(?:.{0,40}[\s·•,|])?(?:size|taglia|taille|größe|talla)\s*[:·]?\s*(.{1,30})$/iu, isSize) ??
      readBareSize(document),
    condition:
      readLine(document, /^condition\s*[:·]?\s*(.{1,40})$/i) ??
      readLine(document, CONDITIONS) ??
      readLine(document, AMONG_OTHERS),
    description: ownText(firstOwn(document, DESCRIPTIONS), 3000),
  };
}

const CONDITIONS =
  /^((?:brand new|new|like new|used(?: - .{1,20})?|excellent used|good used|fair|excellent|good)(?: condition)?)$/i;

/** One line may name all: `Size UK 9 · Used - Excellent · Nike`. */
const AMONG_OTHERS =
  /[·•|]\s*((?:brand new|new|like new|used(?: - [a-z ]{1,20})?|excellent used|good used|fair|excellent|good)(?: condition)?)\s*(?:[·•|]|$)/i;

function readPrice(document: Document): Hero['price'] {
  for (const [nth, selector] of PRICES.entries()) {
    for (const element of allOwn(document, selector)) {
      if (element.closest('s, del') !== null || (nth < 2 && isFormerPrice(element))) continue;
      const text = askedText(element, 120) ?? plainText(element.getAttribute('content'), 40);
      const amounts = isLowestOfSeveral(text) ? [] : amountsIn(text);
      const [first] = amounts;
      if (first !== undefined && amounts.length === 1 && !/shipping|postage|delivery|fee/i.test(text ?? ''))
        return { element, text: first };
    }
  }
  return null;
}

/** The named line among the attributes, else among all lines of the page. */
function readLine(document: Document, shape: RegExp, accepts: (text: string) => boolean = () => true): string | null {
  for (const selector of [ATTRIBUTES, ANY_LINES]) {
    for (const element of allOwn(document, selector)) {
      const [, value] = shape.exec(ownText(element, 80) ?? '') ?? [];
      const text = value?.replace(/\s*[·•|].*$/, '').trim();
      if (text !== undefined && text !== '' && accepts(text)) return text;
    }
  }
  return null;
}

/** `UK 9` as a line of its own, without the word. */
function readBareSize(document: Document): string | null {
  for (const element of allOwn(document, ATTRIBUTES)) {
    const text = ownText(element, 40);
    if (text !== null && sizePieces(text) !== null) return text;
    if (text !== null && /^(?:US|UK|EU|EUR)\s?\d{1,2}(?:[.,]\d)?$/i.test(text)) return text;
  }
  return null;
}

function isSize(text: string): boolean {
  if (sizePieces(text) !== null) return true;
  return /^(?:(?:(?:wo)?men['’]?s )?(?:(?:US|UK|EU|EUR|W|M|IT|FR)[\s-]?)*\d{1,2}(?:[.,]\d{1,2}| ?[½⅓⅔]| [12]\/3)?(?:\s?(?:US|UK|EU|["”]))?(?:\s?\(.{1,20}\))?|one size|x{0,4}[sl]|m|other)$/i.test(
    text,
  );
}

function firstOwn(document: Document, selector: string): Element | null {
  for (const element of allOwn(document, selector)) if (ownText(element, 40) !== null) return element;
  return null;
}

function* allOwn(document: Document, selector: string): Generator<Element> {
  let seen = 0;
  for (const element of document.querySelectorAll(selector)) {
    seen += 1;
    if (seen > MOST_LINES) return;
    if (element.closest(OTHERS) === null) yield element;
  }
}
