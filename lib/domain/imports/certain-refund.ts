import { isSameAmount } from '../money/same-amount';
import type { Sale, SaleDetails } from '../sales/sale';
import type { Refundable } from './after-sale';
import type { AfterSaleEntry, SaleEntry } from './entry';

/** Told by the seller, whatever files confirmed of it since. */
export function isToldByHand({ importId, details }: Pick<Refundable, 'importId' | 'details'>): boolean {
  return importId === null && details?.imported === undefined;
}

/**
 * Whether figures the seller told by hand certainly do not allow for a refund of a part yet: the sale is the only one of that
 * order in the books, and a file told the very same price and payout of it, and of the article that was refunded.
 *
 * @param sales of the order
 * @example told by hand at 250.00, which the row of order 11-1 tells as well: 50.00 that came back are not in it. Told at
 * 200.00: they may be
 */
export function isCertainRefund(sales: readonly Refundable[], { what, order, item }: AfterSaleEntry): boolean {
  const [sale, ...others] = sales;
  if (sale === undefined || others.length > 0 || what !== 'refund' || !isToldByHand(sale)) return false;
  const key = sale.details?.confirmed ?? '';
  if (key === '' || item === '') return key !== '';
  const named = `${order}/${item}`;
  return key.startsWith(named) && /^(?:[#~]|$)/.test(key.slice(named.length));
}

/**
 * A platform's report that tells the very figures the seller told by hand shows what they are: those of the sale alone. The
 * seller's own table is their own word once more.
 */
export function confirmedBy(known: Sale, entry: SaleEntry, details: SaleDetails | null): SaleDetails | null {
  const before = known.details?.confirmed;
  const isByHand = isToldByHand(known) && known.marketplace !== 'alias' && entry.source !== 'own-sales';
  if (!isByHand || !(known.payout === null || isSameAmount(known.payout, entry.payout)))
    return before === undefined ? details : { ...(details ?? NOTHING), confirmed: before };
  const confirmed = before === undefined || before === entry.key ? entry.key : '';
  return { ...(details ?? NOTHING), confirmed };
}

const NOTHING: SaleDetails = { buyer: '', country: null, invoiceNumber: '', marketplaceTax: null, note: '' };
