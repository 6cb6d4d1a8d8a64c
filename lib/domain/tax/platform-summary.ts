import { minor, money, type Money } from '../money/money';
import { chargesOf } from '../sales/charges';
import { inCurrency } from '../money/fx';
import type { Sale } from '../sales/sale';
import { isWithin } from '../time/period';
import type { SettledBooks } from './settle-books';
import { takeOf, type SaleEvent } from './settle-books';
import type { TaxBooks } from './tax-books';
import type { TaxPeriod } from './tax-period';

/** From what buyers paid on a platform to what arrived: what a form of the platform must tally with. */
export interface PlatformSummary {
  readonly platform: Sale['marketplace'];
  /** Sales that came about, also those given back later. */
  readonly sales: number;
  readonly gross: Money;
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

const NEVER_WAS: readonly string[] = ['cancelled', 'failed-verification'];

/**
 * Platform by platform, the largest gross first. Gross is told before fees, as forms of platforms tell it, and so are
 * sales that were given back later; those that were cancelled or failed verification never came about.
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
    const never = event.sale.reversal !== null && NEVER_WAS.includes(event.sale.reversal.reason);
    if (isWithin(period, event.at) && !never) addEvent(sumsOf(event.sale.marketplace), event);
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

function addEvent(sums: Sums, event: SaleEvent): void {
  sums.saleIds.push(event.sale.id);
  if (event.kind === 'reversal') {
    sums.refunds = minor(sums.refunds + event.price.minor);
    return;
  }
  sums.sales += 1;
  sums.gross = minor(sums.gross + event.price.minor);
  const take = takeOf(event);
  if (take === null) {
    sums.feesUnknown += 1;
    return;
  }
  const label = chargesOf(event.sale).shipping;
  const shipping =
    label === null ? 0 : (inCurrency(label, event.price.currency, event.sale.fx, 'half-even')?.minor ?? 0);
  sums.shipping = minor(sums.shipping + shipping);
  sums.fees = minor(sums.fees + take.minor - shipping);
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
