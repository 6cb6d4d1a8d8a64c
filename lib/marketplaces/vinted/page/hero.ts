import { amountsIn } from '@/lib/marketplaces/page/amounts';
import { askedText, isFormerPrice, isLowestOfSeveral } from '@/lib/marketplaces/page/asked-text';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { plainText } from '@/lib/marketplaces/page/plain-text';

/** What the listing itself shows. */
export interface Hero {
  readonly title: string | null;
  /** The price without what Vinted adds for the buyer. */
  readonly price: { readonly element: Element; readonly text: string } | null;
  readonly size: string | null;
  readonly status: string | null;
  readonly brand: string | null;
  readonly description: string | null;
}

/** Lists of other things on the same page use the very same hooks. */
export const OTHERS =
  '[data-testid^="product-item-id"], [data-testid^="other_user_items"], [data-testid^="similar_items"], [data-testid*="other_user_items-plugin"], [data-testid*="similar_items-plugin"], [data-testid*="feed-item"], [class*="feed-grid"], [class*="item-box"], a[href*="/items/"]';

const TITLES = 'h1, [data-testid="item-title"], [data-testid="item-page-summary-plugin"] .web_ui__Text__title';
const PRICES = '[data-testid="item-price"], [data-testid="item-sidebar-price-container"], [itemprop="price"]';

/** The price with what protects the buyer is another one, and stands right beside it. */
const WITH_PROTECTION = /incl|inkl|protection|protec|schutz|ochron|bescherming|protezione|bezpie/i;

/** What the page calls its rows; the name may run together with the value (`Taille42`). */
const SIZE_NAMES =
  /^(?:tailles?|pointure|größe|grösse|groesse|rozmiar|sizes?|talla|taglia|misura|maat|tamanho)\s*:?\s*/iu;
const STATUS_NAMES = /^(?:[ée]tat|zustand|stan|condition|status|estado|condizioni|staat|conditie)\s*:?\s+/iu;

export function readHero(document: Document): Hero {
  const title = firstOwn(document, TITLES);
  return {
    title: title === null ? null : ownText(title, 200),
    price: readPrice(document),
    size: readRow(document, 'size', SIZE_NAMES),
    status: readRow(document, 'status', STATUS_NAMES),
    brand: readBrand(document),
    description: ownText(firstOwn(document, '[itemprop="description"], [data-testid="item-description"]'), 3000),
  };
}

function readPrice(document: Document): Hero['price'] {
  for (const element of allOwn(document, PRICES)) {
    if (isFormerPrice(element)) continue;
    const text = askedText(element, 160) ?? plainText(element.getAttribute('content'), 40);
    const amounts = isLowestOfSeveral(text) ? [] : amountsIn(text);
    const [first, second] = amounts;
    if (first === undefined || text === null) continue;
    const hasProtection = WITH_PROTECTION.test(text);
    if (amounts.length === 1 && !hasProtection) return { element, text: first };
    // Two amounts: the pair's own and the one with protection, which the words stand behind.
    const isSecondIncluding = second !== undefined && WITH_PROTECTION.test(text.slice(text.indexOf(second)));
    if (amounts.length === 2 && hasProtection && isSecondIncluding) return { element, text: first };
  }
  return null;
}

/** A row by its value's own mark, else whole and without its name; older pages have lists of names and values. */
function readRow(document: Document, name: 'size' | 'status', names: RegExp): string | null {
  const value = firstOwn(
    document,
    `[data-testid="item-attributes-${name}"] [itemprop="${name}"], [itemprop="${name}"]`,
  );
  const text = ownText(value, 80);
  if (text !== null) return withoutName(text, names);
  const row = ownText(firstOwn(document, `[data-testid="item-attributes-${name}"]`), 80);
  if (row !== null) return withoutName(row, names);
  for (const item of allOwn(document, '.details-list__item, [class*="details-list__item"]')) {
    const whole = ownText(item, 120);
    if (whole !== null && names.test(whole)) return withoutName(whole, names);
  }
  return null;
}

function withoutName(text: string, names: RegExp): string | null {
  const left = text.replace(names, '').trim();
  return left === '' ? null : left;
}

function readBrand(document: Document): string | null {
  const element = firstOwn(document, '[data-testid="item-attributes-brand"] [itemprop="brand"], [itemprop="brand"]');
  const named = element?.querySelector('[itemprop="name"], a, span') ?? element;
  return ownText(named, 80);
}

function firstOwn(document: Document, selector: string): Element | null {
  for (const element of allOwn(document, selector))
    if (ownText(element, 40) !== null || element.hasAttribute('content')) return element;
  return null;
}

function* allOwn(document: Document, selector: string): Generator<Element> {
  let seen = 0;
  for (const element of document.querySelectorAll(selector)) {
    seen += 1;
    if (seen > 200) return;
    if (element.closest(OTHERS) === null) yield element;
  }
}
