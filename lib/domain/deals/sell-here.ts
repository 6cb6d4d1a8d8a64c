import { compare, minorPerUnit, shareOf, subtract } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { inCurrency } from '../money/fx';
import { money, type Money } from '../money/money';
import type { SiteId } from '../sites/site';
import type { SellerTerms } from '../sites/site-profile';
import type { RateOf } from './landed-cost';

/** What a sale here would be at: one unit under the page's lowest ask for the size, or the page's own fixed price. */
export type HereBasis = 'page-ask-minus-1' | 'page-price';

/**
 * What keeps the net of selling here from being known, or from being complete.
 * `sold-through-alias`: listing on alias is listing here. `no-sellers`: a shop that buys from nobody.
 */
export type SellHereGap =
  | 'sold-through-alias'
  | 'no-sellers'
  | 'seller-terms'
  | 'page-price'
  | 'ask-too-low'
  | 'fixed-fee'
  | 'seller-shipping'
  | 'terms-rate';

/** The lines between price and net; null is not known. */
export interface SellHereLines {
  readonly commission: Money;
  readonly payment: Money;
  readonly fixedFee: Money | null;
  readonly shipping: Money | null;
}

export interface SellHere {
  readonly price: Money | null;
  readonly basis: HereBasis | null;
  readonly lines: SellHereLines | null;
  /** Price less the lines that are known: with `missing` not empty, the most that can arrive. */
  readonly net: Money | null;
  readonly missing: readonly SellHereGap[];
}

/** Who asks: a market of asks, single offers of one seller, alias by another name, or a shop. */
const KINDS: Readonly<Record<SiteId, 'asks' | 'offers' | 'alias' | 'shop'>> = {
  stockx: 'asks',
  goat: 'alias',
  'flight-club': 'alias',
  'stadium-goods': 'asks',
  ebay: 'offers',
  vinted: 'offers',
  depop: 'offers',
  nike: 'shop',
};

interface HereInputs {
  readonly site: SiteId;
  readonly terms: SellerTerms | null;
  /** What the page asks for a new pair of this size; null when it names no such price. */
  readonly pagePrice: Money | null;
  readonly rateOf: RateOf;
}

/**
 * What selling a new pair of this size here would bring, in the page's currency. Shares are rounded half-up, each by
 * itself; the least commission counts where the share is below it.
 *
 * @example StockX, ask $105: at $104 commission $10.00 (9 % is $9.36, the least is $10), payment $3.12, so $90.88
 */
export function sellHere({ site, terms, pagePrice, rateOf }: HereInputs): SellHere {
  const kind = KINDS[site];
  const nothing = { price: null, basis: null, lines: null, net: null };
  // A profile of one's own says how selling here works, whatever the companion knows.
  if (terms === null)
    return {
      ...nothing,
      missing: [kind === 'alias' ? 'sold-through-alias' : kind === 'shop' ? 'no-sellers' : 'seller-terms'],
    };
  const basis: HereBasis = kind === 'offers' ? 'page-price' : 'page-ask-minus-1';
  if (pagePrice === null) return { ...nothing, basis, missing: ['page-price'] };
  const price = basis === 'page-price' ? pagePrice : oneUnder(pagePrice);
  if (price.minor < 1) return { ...nothing, basis, missing: ['ask-too-low'] };
  return { price, basis, ...netHere(price, terms, rateOf) };
}

function oneUnder(ask: Money): Money {
  return subtract(ask, money(minorPerUnit(ask.currency), ask.currency));
}

function netHere(price: Money, terms: SellerTerms, rateOf: RateOf): Pick<SellHere, 'lines' | 'net' | 'missing'> {
  const here = (amount: Money | null): Money | null => toCurrency(amount, price.currency, rateOf);
  const from = here(terms.step?.from ?? null);
  const least = here(terms.minimumCommission);
  if ((terms.step !== null && from === null) || (terms.minimumCommission !== null && least === null))
    return { lines: null, net: null, missing: ['terms-rate'] };
  const isBeyond = terms.step !== null && from !== null && compare(price, from) >= 0;
  const rate = isBeyond && terms.step !== null ? terms.step.commissionBasisPoints : terms.commissionBasisPoints;
  const share = shareOf(price, rate, 'half-up');
  const commission = least !== null && compare(share, least) < 0 ? least : share;
  const payment = shareOf(price, terms.paymentBasisPoints, 'half-up');
  const fixedFee = isBeyond ? money(0, price.currency) : here(terms.fixedFee);
  const shipping = here(terms.shipping);
  const missing: SellHereGap[] = [];
  if (fixedFee === null) missing.push(terms.fixedFee === null ? 'fixed-fee' : 'terms-rate');
  if (shipping === null) missing.push(terms.shipping === null ? 'seller-shipping' : 'terms-rate');
  const taken = [commission, payment, fixedFee, shipping].filter((line) => line !== null);
  const net = taken.reduce(subtract, price);
  return { lines: { commission, payment, fixedFee, shipping }, net, missing: [...new Set(missing)] };
}

function toCurrency(amount: Money | null, currency: CurrencyCode, rateOf: RateOf): Money | null {
  if (amount === null || amount.currency === currency) return amount;
  if (amount.minor === 0) return money(0, currency);
  return inCurrency(amount, currency, rateOf(amount.currency, currency), 'half-even');
}

export interface BestPlace {
  readonly place: 'alias' | 'here';
  /** How much more arrives than at the other place; null where the other's net is only the most it can be. */
  readonly ahead: Money | null;
}

/**
 * Where selling brings more; null when that cannot be told. Equal is alias. A net here that is not complete is the
 * most it can be: it can lose against alias, never win.
 *
 * @param aliasNet in the page's currency; null when not known
 * @example alias $80.38, here $90.88: here, by $10.50
 */
export function bestPlace(aliasNet: Money | null, here: SellHere): BestPlace | null {
  if (aliasNet === null || here.net === null || aliasNet.currency !== here.net.currency) return null;
  const ahead = compare(here.net, aliasNet);
  if (here.missing.length > 0) return ahead <= 0 ? { place: 'alias', ahead: null } : null;
  return ahead > 0
    ? { place: 'here', ahead: subtract(here.net, aliasNet) }
    : { place: 'alias', ahead: subtract(aliasNet, here.net) };
}
