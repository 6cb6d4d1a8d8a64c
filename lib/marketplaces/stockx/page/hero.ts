import { labelledRows, type LabelledRow } from '@/lib/marketplaces/page/labelled';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { askedText } from '@/lib/marketplaces/page/asked-text';
import { sizeRows, type ListedSize } from './size-list';
import { isOthers, OWN_BOXES } from './own-part';

/** What the visible head of a product page says. */
export interface StockxHero {
  /** Something of a product's page is there; lists of products have nothing of it. */
  readonly isThere: boolean;
  readonly title: string | null;
  /** The size button's text behind its name (`US M 10`, `All`); null: no such button. */
  readonly sizeText: string | null;
  /** The amount to buy for; null: not drawn yet. */
  readonly priceText: string | null;
  /** Other figures of the market beside it. */
  readonly marks: string;
  readonly rows: readonly ListedSize[];
  readonly traits: readonly LabelledRow[];
}

const BOXES = OWN_BOXES.join(', ');
/** The second half of a name stands inside the first, without a space between them. */
const TITLES = ['[data-component="primary-product-title"]', '[data-testid="pdp-hero-title"]'];
const PRICE = '[data-testid="trade-box-buy-amount"]';
/** Figures that come and go with the price, so that two products for the same price can be told apart. */
const MARKS = ['[data-testid="trade-box-sell-amount"]', '[data-component="LastSale"]'];
const MOST = 60;
const SIZE_BUTTONS = ['#menu-button-pdp-size-selector', '[id*="pdp-size-selector"]', '[data-testid*="size-selector"]'];
const TRAIT = '[data-component="product-trait"]';
const TRAIT_LISTS =
  ':is([data-testid="product-traits"], [data-testid="ProductTraits"], [data-testid="ProductDetails"], [data-component="ProductTraits"], [data-component="product-traits"]) > *';

/** The button has no name of its own in some builds; its text starts with the word for "size" then. */
const SIZE_WORD =
  /^(?:size|größe|taille|talla|taglia|tamanho|maat|rozmiar|storlek|サイズ|尺码|尺寸|尺碼|사이즈)\s*[:：]/i;

/** The word in front of the size, in any language: `Size: …`; without a colon it may run into the size. */
const NAME = /^(?:[^\d:：]{1,40}[:：]|\p{Lu}?\p{Ll}+ ?(?=(?:US|UK|EU|CM|KR|JP)\b))/u;

export function readStockxHero(document: Document): StockxHero {
  const find = finderOf(document);
  const price = find.within(PRICE);
  const title = find.first(TITLES);
  const isThere = find.hasBox || price !== null || title !== null;
  return {
    isThere,
    title: ownText(title ?? (find.hasBox ? find.within('h1') : null), 200),
    sizeText: readButton(find),
    priceText: askedText(price, 60),
    marks: MARKS.map((selector) => plainText(find.within(selector)?.textContent, 60) ?? '').join(' '),
    rows: sizeRows(document),
    traits: readTraits(document),
  };
}

interface Finder {
  readonly hasBox: boolean;
  /** Only inside the product's own head; anywhere but in lists of others where a page has no such head. */
  readonly within: (selector: string) => Element | null;
  /** The first that is there, inside the head before outside of it. */
  readonly first: (selectors: readonly string[]) => Element | null;
  readonly buttons: () => readonly Element[];
}

function finderOf(document: Document): Finder {
  const all = (selector: string): Element[] =>
    [...document.querySelectorAll(selector)].slice(0, MOST).filter((element) => !isOthers(element));
  const boxes = all(BOXES);
  const isWithin = (element: Element): boolean => boxes.some((box) => box.contains(element));
  const within = (selector: string): Element | null =>
    all(selector).find((element) => boxes.length === 0 || isWithin(element)) ?? null;
  const anywhere = (selector: string): Element | null => within(selector) ?? all(selector)[0] ?? null;
  return {
    hasBox: boxes.length > 0,
    within,
    first: (selectors) => selectors.map(anywhere).find((element) => element !== null) ?? null,
    buttons: () => all('button, [role="button"]').filter((button) => boxes.length === 0 || isWithin(button)),
  };
}

/**
 * What the market's figures on the screen are, as one text; null when no price is there. The size is no part of it: it
 * may change before they do.
 */
export function stockxMark({ priceText, marks, rows }: StockxHero): string | null {
  const listed = rows.map(({ label, priceText: price }) => `${label}=${price}`).join('|');
  return priceText === null && listed === '' ? null : `${priceText ?? ''} ${marks} ${listed}`.slice(0, 2000);
}

function readButton(find: Finder): string | null {
  const named = find.first(SIZE_BUTTONS);
  const text = ownText(named, 80) ?? plainText(named?.textContent, 80) ?? labelOfButtons(find);
  return text === null ? null : plainText(text.replace(NAME, ''), 60);
}

function labelOfButtons(find: Finder): string | null {
  const texts = find.buttons().map((button) => plainText(button.textContent, 80));
  return texts.find((text) => text !== null && SIZE_WORD.test(text)) ?? null;
}

function readTraits(document: Document): readonly LabelledRow[] {
  const rows = labelledRows(document, { row: TRAIT }, isOthers);
  return rows.length > 0 ? rows : labelledRows(document, { row: TRAIT_LISTS }, isOthers);
}
