import type { SiteId } from '@/lib/domain/sites/site';
import type { Box, Side } from './choose-spot';

/** Where the card stands by itself on a site, and what of the page it must leave free. */
interface SiteDock {
  readonly side: Side;
  /** In a narrower window it begins folded; null: never. */
  readonly foldBelow: number | null;
  readonly keepClear: string;
}

/** What shops call their buttons, whoever they are. */
const ANYWHERE =
  'form[action*="/cart/add" i] [type="submit"], [data-testid*="add-to-cart" i], [data-qa*="add_to_cart" i]';

const GOAT_FAMILY =
  '[data-qa="buy_bar_desktop"], [data-qa="buy_bar_mobile"], [data-qa*="buy_button"], [data-qa*="buy_now"]';

const DOCKS: Readonly<Record<SiteId, SiteDock>> = {
  // The page's own box of prices and buttons stands at the right of its hero.
  stockx: {
    side: 'left',
    foldBelow: 1100,
    keepClear: '[data-testid="pdp-hero-buysell"], [data-testid^="trade-box"], [data-testid="BuySellContainerStandard"]',
  },
  goat: { side: 'right', foldBelow: null, keepClear: GOAT_FAMILY },
  'flight-club': { side: 'right', foldBelow: null, keepClear: GOAT_FAMILY },
  'stadium-goods': { side: 'right', foldBelow: null, keepClear: '[class*="ProductForm__"]' },
  ebay: {
    side: 'right',
    foldBelow: null,
    keepClear:
      '[class*="x-buybox"], [data-testid*="x-buybox"], #binBtn_btn, #isCartBtn_btn, [class*="x-bin-action"], [class*="x-bid-action"]',
  },
  vinted: {
    side: 'right',
    foldBelow: null,
    keepClear: '[data-testid*="buy-button"], [data-testid*="item-buy"], [data-testid="item-price"]',
  },
  depop: { side: 'right', foldBelow: null, keepClear: '[data-testid*="buy" i], [class*="buyButton" i]' },
  nike: {
    side: 'right',
    foldBelow: null,
    keepClear: '#buyTools, [data-testid="atb-button"], [data-testid*="size-selector"], [data-testid="pdp-size-grid"]',
  },
};

export function dockOf(site: SiteId): SiteDock {
  return DOCKS[site];
}

const MOST = 24;
const THIRDS = [1 / 6, 1 / 2, 5 / 6];

/** What of the page's buy boxes can be seen and pressed now, as it stands in the window. */
export function boxesToKeepClear(document: Document, site: SiteId, own: Element): Box[] {
  const named = [...document.querySelectorAll(`${DOCKS[site].keepClear}, ${ANYWHERE}`)].slice(0, MOST);
  return (named.length > 0 ? named : buttonsByWords(document))
    .filter((element) => element.checkVisibility?.() ?? true)
    .flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const box = { left, top, width, height };
      return width > 0 && height > 0 && isExposed(document, element, box, own) ? [box] : [];
    });
}

/** What stands on such buttons, in the languages of the places. */
const BUY =
  /^(?:buy(?: it)?(?: now)?|add to (?:cart|bag|basket)|place bid|bid now|make (?:an )?offer|(?:sofort[- ]|jetzt )?kaufen|in den (?:warenkorb|einkaufswagen)|acheter(?: maintenant)?|ajouter au panier|acquista(?: ora)?|aggiungi al carrello|comprar(?: ahora)?|añadir al carrito|kup teraz|(?:nu )?kopen|in winkelwagen|カートに追加|購入する)(?![\p{L}])/iu;

/** Where a site has renamed what it is known by, the words on its buttons are left. */
function buttonsByWords(document: Document): readonly Element[] {
  return [...document.querySelectorAll('button, [role="button"], input[type="submit"]')]
    .slice(0, 300)
    .filter((button) => BUY.test((button.textContent || button.getAttribute('value') || '').trim().slice(0, 60)))
    .slice(0, MOST);
}

/** Whether a person could press it anywhere, were the card not there: a part may lie under something of the page's. */
function isExposed(document: Document, element: Element, { left, top, width, height }: Box, own: Element): boolean {
  return THIRDS.some((x) =>
    THIRDS.some((y) => {
      const stack = document.elementsFromPoint(left + width * x, top + height * y);
      const first = stack.find((each) => each !== own);
      return first !== undefined && (element.contains(first) || first.contains(element));
    }),
  );
}
