import { ownText } from '@/lib/marketplaces/page/own-text';
import { OTHERS } from './rows';

/** The shop's own name may stand above the product's, and those of other products beside it. */
const TITLES = ['.ProductMeta__Title, [class*="product__title" i], [class*="ProductMeta__Title"]', 'main h1, h1'];

/** The product's name on the screen. */
export function shownTitle(document: Document): string | null {
  for (const selector of [...TITLES, '[itemprop="name"]']) {
    for (const element of [...document.querySelectorAll(selector)].slice(0, 20)) {
      const text = isOthers(element) ? null : ownText(element, 200);
      if (text !== null) return text;
    }
  }
  return null;
}

/** Whether an element is about another product. */
export function isOthers(element: Element): boolean {
  return element.closest(OTHERS) !== null;
}
