import { amountsIn, readAmount } from '@/lib/marketplaces/page/amounts';
import { askedText, isLowestOfSeveral } from '@/lib/marketplaces/page/asked-text';
import { ownText } from '@/lib/marketplaces/page/own-text';
import type { PagePrice } from '@/lib/marketplaces/contract/page-reading';
import type { CurrencyCode } from '@/lib/domain/money/currency';

/** What the visible head of a listing says. */
export interface Hero {
  readonly title: string | null;
  /** The amounts of the price as they are written: two are a span over the variations. */
  readonly amounts: readonly string[];
  /** It is where a span begins: `from $90`. */
  readonly isLowest: boolean;
  /** The amount is what somebody bid, not what the pair costs. */
  readonly isBid: boolean;
  readonly condition: string | null;
  readonly shipping: string | null;
}

const TITLES =
  'h1.x-item-title__mainTitle, .x-item-title__mainTitle, [data-testid="x-item-title"] h1, #itemTitle, h1[itemprop="name"]';

/** Said in front of the name on older pages, for those who cannot see them. */
const BEFORE_TITLE =
  /^(?:details about|details zu|d[ée]tails sur|dettagli su|detalles de|detalles sobre|details over)\s+/i;

/** The price itself first; what it would be about in the reader's own money is never one of them. */
const FIXED_PRICES = '.x-bin-price .x-price-primary, [data-testid="x-bin-price"] .x-price-primary, #prcIsum';
const PRICES = '.x-price-primary, [data-testid="x-price-primary"], #mm-saleDscPrc, [itemprop="price"]';
const BIDS = '.x-bid-price .x-price-primary, [data-testid="x-bid-price"] .x-price-primary, #prcIsum_bidPrice';
const NO_PRICES =
  '.x-price-approx, .x-price-approx__price, [data-testid="x-price-approx"], #convbinPrice, #convbidPrice';

/** Other listings stand in strips and lists on the same page. */
export const OTHERS =
  '[class*="merch"], [class*="carousel"], [class*="s-item"], [class*="s-card"], [class*="recommend"], [class*="srp-"], [class*="similar"], .vim.x-rx-slot, [class*="x-store-items"]';

const BID_WORDS =
  /current bid|starting bid|winning bid|aktuelles gebot|startpreis|startgebot|h[öo]chstgebot|ench[èe]re actuelle|mise [àa] prix|ench[èe]re de d[ée]part|offerta attuale|offerta iniziale|prezzo base|puja actual|puja inicial|precio inicial de la puja|huidig bod|openingsbod|(?:^|[\s([])\d+ (?:bids?|gebote?|ench[èe]res?|offert[ae]|pujas?|biedingen|bod)(?=$|[\s)\],.·])/i;

const BID_BUTTON =
  /^(?:place (?:a )?bid|bid now|bieten|gebot abgeben|ench[ée]rir|fai un'?offerta|pujar|bod plaatsen|bieden)$/i;

export function readHero(document: Document): Hero {
  const fixed = amountsOf(document, FIXED_PRICES);
  const bid = fixed === null ? amountsOf(document, BIDS) : null;
  const plain = fixed ?? bid ?? amountsOf(document, PRICES);
  const condition = firstOwn(document, '.x-item-condition-text, [data-testid="x-item-condition"], #vi-itm-cond');
  const shipping = firstOwn(
    document,
    '.ux-labels-values--shipping .ux-labels-values__values, [data-testid="ux-labels-values--shipping"] .ux-labels-values__values, #fshippingCost, #shSummary',
  );
  return {
    title: readTitle(document),
    amounts: plain?.amounts ?? [],
    isLowest: plain?.isLowest === true,
    isBid: bid !== null || (fixed === null && plain !== null && standsAtBid(plain.element)),
    condition: ownText(condition?.querySelector('.ux-textspans') ?? condition, 60),
    shipping: ownText(shipping, 200),
  };
}

/** What sending costs, when the listing names one amount or says that it is free; zero is free. */
export function shippingIn(text: string | null, likely: CurrencyCode | null): PagePrice | null {
  if (text === null) return null;
  // Several ways of sending, or an amount in brackets that is about the same in other money: the first is the price.
  const [first] = amountsIn(text);
  return first === undefined ? null : readAmount(first, likely);
}

function readTitle(document: Document): string | null {
  const element = firstOwn(document, TITLES);
  const text = ownText(element, 200)?.replace(BEFORE_TITLE, '').trim();
  return text === undefined || text === '' ? null : text;
}

function amountsOf(
  document: Document,
  selector: string,
): { readonly element: Element; readonly amounts: readonly string[]; readonly isLowest: boolean } | null {
  let seen = 0;
  for (const element of document.querySelectorAll(selector)) {
    seen += 1;
    if (seen > 40) return null;
    if (element.closest(NO_PRICES) !== null || element.closest(OTHERS) !== null) continue;
    const approximate = element.querySelector(NO_PRICES);
    const part = approximate === null ? element : (element.querySelector('span') ?? element);
    const text = askedText(part, 200) ?? element.getAttribute('content');
    const amounts = amountsIn(text);
    if (amounts.length > 0) return { element, amounts, isLowest: isLowestOfSeveral(text) };
  }
  return null;
}

/** Older and newer pages say in words near the price that it is a bid. */
function standsAtBid(price: Element): boolean {
  let around: Element | null = price;
  for (let steps = 0; steps < 4 && around !== null; steps += 1) {
    const text = ownText(around, 600) ?? '';
    if (BID_WORDS.test(text) || [...around.querySelectorAll('button, a')].slice(0, 20).some(isBidButton)) return true;
    if (text.length > 500 || around.nodeName === 'MAIN' || around.nodeName === 'BODY') return false;
    around = around.parentElement;
  }
  return false;
}

function isBidButton(button: Element): boolean {
  return BID_BUTTON.test(ownText(button, 40) ?? '');
}

function firstOwn(document: Document, selector: string): Element | null {
  let seen = 0;
  for (const element of document.querySelectorAll(selector)) {
    seen += 1;
    if (seen > 40) return null;
    if (element.closest(OTHERS) === null && (ownText(element, 20) !== null || element.hasAttribute('content')))
      return element;
  }
  return null;
}
