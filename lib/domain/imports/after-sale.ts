import { add, negate, sum } from '../money/arithmetic';
import { money, type Money } from '../money/money';
import { CHARGE_KINDS, closeCharges } from '../sales/charges';
import type { Sale, SaleCharges } from '../sales/sale';
import { isCertainRefund, isToldByHand } from './certain-refund';
import { detailsOfEntry } from './details-of-entry';
import type { AfterSaleEntry, SaleEntry } from './entry';
import { shareAfterSale, type AfterShare } from './share-after-sale';

/** What of a sale a refund can change, and what tells whether it may. */
export type Refundable = Pick<Sale, 'externalOrderId' | 'price' | 'payout' | 'charges' | 'status' | 'reversal'> &
  Pick<Sale, 'importId' | 'details'> & { readonly told?: NonNullable<Sale['told']> };

/** A sale as it was told, without what came after it. */
export function withoutAfterSale<S extends Refundable>(sale: S): S {
  const { told, ...rest } = sale;
  return told === undefined ? sale : ({ ...rest, ...told } as unknown as S);
}

/** A sale as a file tells it, which is not in the books yet. */
export function asRefundable(entry: SaleEntry): Refundable {
  const { key, price, payout, charges, status, reversal } = entry;
  const figures = { price, payout, charges, status, reversal };
  return { externalOrderId: key, ...figures, importId: '', details: detailsOfEntry(entry, 'auto') };
}

/** A sale whose figures somebody put right: they are the seller's own, and what came after is not worked out anew. */
export function asItStands<S extends Refundable>(sale: S): S {
  const { told: _told, ...rest } = sale;
  return rest as unknown as S;
}

/**
 * The sales of one order with all that came after them, worked out from what was told of them: the same refunds and fees
 * give the same figures in whatever order they came. A refund of everything reverses a sale, and what the platform kept is
 * its penalty; one of a part lowers the price, the charges and what arrived. A later fee is one more charge.
 *
 * Sales that are reversed already, and figures the seller put right, stay as they are; of a sale told by hand a refund of
 * everything is taken over, and one of a part where a file confirms its figures, which else may allow for it already.
 *
 * @param after rows of this order; of one that several reports tell, those of the report that knows most
 * @example price 250.00, payout 221.15, refund gross -50.00, net -44.30, fee back 5.70: price 200.00, payout 176.85
 */
export function withAfterSale<S extends Refundable>(
  sales: readonly S[],
  after: readonly AfterSaleEntry[],
): readonly S[] {
  const bases = sales.map((sale) => withoutAfterSale(sale));
  const shares = shareAfterSale(bases, after);
  return bases.map((base, nth) => {
    const all = shares[nth];
    if (all === undefined || all === null || !isOpen(base)) return base;
    const isWhole = all.gross.minor < 0 && all.gross.minor + base.price.minor <= 0;
    const share = isByHand(base) && !isWhole ? certainShare(bases, after) : all;
    if (share === null) return base;
    const { price, payout, charges, status, reversal } = base;
    const told = { price, payout, charges, status, reversal };
    return { ...base, told, ...(isWhole ? reversedBy(base, share) : loweredBy(base, share)) };
  });
}

/** What certainly came off the only sale of an order, told by hand, after its figures; null: nothing. */
function certainShare(bases: readonly Refundable[], after: readonly AfterSaleEntry[]): AfterShare | null {
  const certain = after.filter((row) => isCertainRefund(bases, row));
  return shareAfterSale(bases, certain)[0] ?? null;
}

function isOpen({ status, details, price }: Refundable): boolean {
  return status !== 'reversed' && details?.imported?.corrected !== true && price.minor > 0;
}

/** Told by the seller, by no file. */
export function isByHand(sale: Refundable): boolean {
  return isToldByHand(sale) || sale.details?.imported?.corrected === true;
}

function reversedBy({ payout, charges }: Refundable, share: AfterShare): Pick<Refundable, 'status' | 'reversal'> {
  const left = payout === null ? null : add(payout, share.net);
  // A fee the statement named and gave back is no cost: said outright, since without a word the named one would count.
  const isNamed = charges?.penalty != null;
  const penalty = left === null ? null : left.minor < 0 ? negate(left) : isNamed ? money(0, left.currency) : null;
  return { status: 'reversed', reversal: { reason: 'refunded', at: share.at, penalty, note: '' } };
}

function loweredBy(base: Refundable, share: AfterShare): Pick<Refundable, 'price' | 'payout' | 'charges'> {
  const price = add(base.price, share.gross);
  const payout = base.payout === null ? null : add(base.payout, share.net);
  // Where nobody told how the take splits, what came back of it splits nothing either.
  if (base.charges === null && isByHand(base)) return { price, payout, charges: null };
  const charges = mergedCharges(base.charges, share.charges, price);
  return { price, payout, charges: closeCharges({ ...charges, adjustment: null }, price, payout) };
}

function mergedCharges(a: SaleCharges | null, b: Partial<SaleCharges>, { currency }: Money): Partial<SaleCharges> {
  const merged = CHARGE_KINDS.flatMap((kind) => {
    const parts = [a?.[kind], b[kind]].filter((part): part is Money => part != null && part.currency === currency);
    return parts.length === 0 ? [] : [[kind, sum(parts, currency)] as const];
  });
  return Object.fromEntries(merged);
}
