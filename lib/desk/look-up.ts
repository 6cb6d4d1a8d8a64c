import { findProducts } from '@/lib/queries/find-products';
import { lookUpRoute, productRoute } from '@/lib/queries/look-up-route';
import type { Ground } from './ports';

/** Where texts lead that somebody selected on a page or typed into the address bar. */
export interface DeskLookUp {
  /** What follows the `#` of the app. */
  readonly routeOf: (text: string) => Promise<string>;
  /** Products of the books, the best first; `content` is what `routeOf` is given when one is chosen. */
  readonly suggest: (text: string) => Promise<readonly { readonly content: string; readonly description: string }[]>;
}

const MOST_SUGGESTIONS = 6;

/** No style code and no name looks like it. */
const PRODUCT = 'product:';

export function composeLookUp({ db }: Pick<Ground, 'db'>): DeskLookUp {
  return {
    routeOf: async (text) =>
      text.startsWith(PRODUCT) ? productRoute(text.slice(PRODUCT.length)) : lookUpRoute(db, text),
    suggest: async (text) =>
      (await findProducts(db, text, MOST_SUGGESTIONS)).map(({ catalogId, name, styleCode, rawSku }) => ({
        content: `${PRODUCT}${catalogId}`,
        description: `${name} · ${styleCode ?? rawSku}`,
      })),
  };
}
