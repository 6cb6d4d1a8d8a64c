import { minor, money, type Money } from '../money/money';
import { chargesOf, penaltyOf } from '../sales/charges';
import { inCurrency } from '../money/fx';
import type { Sale } from '../sales/sale';
import { isWithin } from '../time/period';
import type { SettledBooks } from './settle-books';
import { neverCameAbout, takeOf, type SaleEvent } from './settle-books';
import type { TaxBooks } from './tax-books';
import type { TaxPeriod } from './tax-period';

/** From what buyers paid on a platform to what arrived: what a form of the platform must tally with. */
export interface PlatformSummary {
  readonly platform: Sale['marketplace'];
  /** Sales that came about, also those given back later. */
  readonly sales: number;
  readonly gross: Money;
  /** Less those of sales given back, and with what was charged for sales that were reversed. */
  readonly fees: Money;
  readonly shipping: Money;
  /** Given back to buyers in this time. */
  readonly refunds: Money;
  /** `gross - fees - shipping - refunds`. */
  readonly net: Money;
  /** Payouts that came from there in this time. */
  readonly received: Money;
  /** Payouts in a currency without a rate; in no sum. */
  readonly payoutsLeft: number;
  /** Sales whose payout is not known: their fees are in no sum. */
  readonly feesUnknown: number;
  readonly saleIds: readonly string[];
}

/**
 * Platform by platform, the largest gross first. Gross is told before fees, as forms of platforms tell it, and so are
 * sales that were given back later; those that were cancelled or failed verification never came about, and cost a penalty
 * at most.
 *
 * @example sold for $300.00 with $31.50 of fees and a label of $10.00, $100.00 given back: net 158.50
 */
export function platformSummaries(
  settled: SettledBooks,
  books: Pick<TaxBooks, 'payouts' | 'rateAt'>,
  period: TaxPeriod,
): readonly PlatformSummary[] {
  const { currency } = settled;
  const platforms = new Map<Sale['marketplace'], Sums>();
  const sumsOf = (platform: Sale['marketplace']): Sums => {
    const known = platforms.get(platform) ?? emptySums();
    platforms.set(platform, known);
    return known;
  };
  for (const event of settled.events) {
    if (isWithin(period, event.at)) addEvent(() => sumsOf(event.sale.marketplace), event);
  }
  for (const payout of books.payouts) {
    if (!isWithin(period, payout.paidAt)) continue;
    const sums = sumsOf(payout.platform as Sale['marketplace']);
    const here =
      inCurrency(payout.amount, currency, payout.fx, 'half-even') ??
      inCurrency(payout.amount, currency, books.rateAt(payout.amount.currency, currency, payout.paidAt), 'half-even');
    if (here === null) sums.payoutsLeft += 1;
    else sums.received = minor(sums.received + here.minor);
  }
  return [...platforms]
    .map(([platform, sums]) => summaryOf(platform, sums, currency))
    .toSorted((a, b) => b.gross.minor - a.gross.minor || (a.platform < b.platform ? -1 : 1));
}

interface Sums {
  sales: number;
  gross: number;
  fees: number;
  shipping: number;
  refunds: number;
  received: number;
  payoutsLeft: number;
  feesUnknown: number;
  saleIds: string[];
}

function emptySums(): Sums {
  return {
    sales: 0,
    gross: 0,
    fees: 0,
    shipping: 0,
    refunds: 0,
    received: 0,
    payoutsLeft: 0,
    feesUnknown: 0,
    saleIds: [],
  };
}

/** @param own made as soon as there is something to tell of the platform */
function addEvent(own: () => Sums, event: SaleEvent): void {
  const { sale, sign, kind, price } = event;
  const here = (amount: Money | null): number =>
    amount === null ? 0 : (inCurrency(amount, price.currency, sale.fx, 'half-even')?.minor ?? 0);
  const charged = kind === 'reversal' ? here(penaltyOf(sale)) : 0;
  if (neverCameAbout(sale) && charged === 0) return;
  const sums = own();
  sums.saleIds.push(sale.id);
  sums.fees = minor(sums.fees + charged);
  if (neverCameAbout(sale)) return;
  if (kind === 'reversal') sums.refunds = minor(sums.refunds + price.minor);
  else {
    sums.sales += 1;
    sums.gross = minor(sums.gross + price.minor);
  }
  const take = takeOf(event);
  if (take === null) {
    if (kind === 'sale') sums.feesUnknown += 1;
    return;
  }
  const shipping = here(chargesOf(sale).shipping);
  sums.shipping = minor(sums.shipping + sign * shipping);
  sums.fees = minor(sums.fees + sign * (take.minor - shipping));
}

function summaryOf(platform: Sale['marketplace'], sums: Sums, currency: Money['currency']): PlatformSummary {
  const { gross, fees, shipping, refunds } = sums;
  return {
    platform,
    sales: sums.sales,
    gross: money(gross, currency),
    fees: money(fees, currency),
    shipping: money(shipping, currency),
    refunds: money(refunds, currency),
    net: money(gross - fees - shipping - refunds, currency),
    received: money(sums.received, currency),
    payoutsLeft: sums.payoutsLeft,
    feesUnknown: sums.feesUnknown,
    saleIds: [...new Set(sums.saleIds)],
  };
}
