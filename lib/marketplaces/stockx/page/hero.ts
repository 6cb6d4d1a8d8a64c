import { labelledRows, type LabelledRow } from '@/lib/marketplaces/page/labelled';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { plainText } from '@/lib/marketplaces/page/plain-text';
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
  readonly rows: readonly ListedSize[];
  readonly traits: readonly LabelledRow[];
}

const BOXES = OWN_BOXES.join(', ');
const TITLES = ['[data-component="primary-product-title"]', '[data-testid="pdp-hero-title"]', 'h1'];
const PRICE = '[data-testid="trade-box-buy-amount"]';
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
  const boxes = [...document.querySelectorAll(BOXES)].slice(0, 40).filter((box) => !isOthers(box));
  const own = (selector: string): Element | null => {
    for (const element of [...document.querySelectorAll(selector)].slice(0, 60))
      if (!isOthers(element) && (boxes.length === 0 || boxes.some((box) => box.contains(element)))) return element;
    return null;
  };
  const price = own(PRICE);
  const title = own(TITLES[0] ?? '') ?? own(TITLES[1] ?? '');
  return {
    isThere: boxes.length > 0 || price !== null || title !== null,
    title: readTitle(title ?? (boxes.length > 0 ? own('h1') : null)),
    sizeText: readButton(own),
    priceText: plainText(price?.textContent, 60),
    rows: sizeRows(document),
    traits: readTraits(document),
  };
}

/** What the prices and the size on the screen are, as one text; null when no price is there. */
export function stockxMark({ priceText, sizeText, rows }: StockxHero): string | null {
  const listed = rows.map(({ label, priceText: price }) => `${label}=${price}`).join('|');
  return priceText === null && listed === '' ? null : `${sizeText ?? ''} ${priceText ?? ''} ${listed}`.slice(0, 2000);
}

/** The second half stands inside the first, without a space between them. */
function readTitle(heading: Element | null): string | null {
  return ownText(heading, 200);
}

function readButton(own: (selector: string) => Element | null): string | null {
  const named = SIZE_BUTTONS.map(own).find((button) => button !== null);
  const text = ownText(named, 80) ?? plainText(named?.textContent, 80) ?? labelOfButtons(own);
  return text === null ? null : plainText(text.replace(NAME, ''), 60);
}

function labelOfButtons(own: (selector: string) => Element | null): string | null {
  const box = own(BOXES);
  for (const button of [...(box?.querySelectorAll('button, [role="button"]') ?? [])].slice(0, 60)) {
    const text = plainText(button.textContent, 80);
    if (text !== null && SIZE_WORD.test(text)) return text;
  }
  return null;
}

function readTraits(document: Document): readonly LabelledRow[] {
  const rows = labelledRows(document, { row: TRAIT }, isOthers);
  return rows.length > 0 ? rows : labelledRows(document, { row: TRAIT_LISTS }, isOthers);
}
