import { askedText } from '@/lib/marketplaces/page/asked-text';
import { labelledCode } from '@/lib/marketplaces/page/labelled';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import type { StyleCode } from '@/lib/domain/catalog/style-code';

/** What the visible part of a product page says. */
export interface NikeHero {
  readonly title: string | null;
  readonly subtitle: string | null;
  /** Null: not drawn yet. */
  readonly priceText: string | null;
  /** The code behind "Style:" or "SKU:". */
  readonly style: { readonly code: StyleCode; readonly raw: string } | null;
  /** What stands where launches say when they are. */
  readonly releaseText: string | null;
  /** The chosen size as it is written; null when none is. */
  readonly sizeText: string | null;
}

const TITLES = ['h1#pdp_product_title', '[data-testid="product_title"]', '#pdp_product_title'];
const PRICES = [
  '[data-testid="currentPrice-container"]',
  '[data-testid="currentPrice"]',
  '[data-test="product-price"]',
];
const STYLES = ['[data-testid*="style-color"]', '.description-preview__style-color', '.description-text'];
const SIZES =
  ':is([data-testid*="size" i], [data-testid*="grid-selector" i], #buyTools, fieldset) input[type="radio"], input[name="skuAndSize"]';
const RELEASES = ['.available-date-component', '[data-qa="available-date"]', '[data-testid*="release-date" i]'];
/** Lists of other products. */
const OTHERS =
  '[data-testid*="carousel" i], [data-testid*="recommend" i], [data-testid*="product-card" i], [data-testid*="recently" i], [class*="recommend" i], [class*="related" i], [class*="recently-viewed" i], [class*="product-card" i]';

export function readNikeHero(document: Document): NikeHero {
  const first = (selectors: readonly string[]): Element | null => {
    for (const selector of selectors)
      for (const element of document.querySelectorAll(selector)) if (element.closest(OTHERS) === null) return element;
    return null;
  };
  const price = first(PRICES);
  const priceText = askedText(price, 120);
  return {
    title: ownText(first(TITLES) ?? first(['main h1', 'h1']), 200),
    subtitle: ownText(first(['[data-testid="product_subtitle"]', '#pdp_product_subtitle', 'h2']), 120),
    priceText,
    style: styleIn(first(STYLES)) ?? styleIn(document.querySelector('main') ?? document.body),
    releaseText: ownText(first(RELEASES), 80),
    sizeText: readSize(document),
  };
}

function styleIn(element: Element | null): NikeHero['style'] {
  return labelledCode(ownText(element, 5000, (inner) => inner.matches(OTHERS)));
}

function readSize(document: Document): string | null {
  for (const element of [...document.querySelectorAll(SIZES)].slice(0, 120)) {
    const isChosen = Reflect.get(element, 'checked') === true || element.hasAttribute('checked');
    if (!isChosen || element.closest(OTHERS) !== null) continue;
    const id = element.getAttribute('id');
    const labels = id === null || !/^[\w-]{1,80}$/.test(id) ? null : document.querySelector(`label[for="${id}"]`);
    const label = labels ?? element.closest('label');
    return ownText(label, 40) ?? plainText(element.getAttribute('aria-label'), 40);
  }
  return null;
}
