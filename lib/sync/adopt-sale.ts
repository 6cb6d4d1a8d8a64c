import { isImportStandIn } from '@/lib/domain/imports/sold-pair';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { FxRate } from '@/lib/domain/money/fx';
import { isSameAmount } from '@/lib/domain/money/same-amount';
import type { Order } from '@/lib/domain/orders/order';
import { chargesOf } from '@/lib/domain/sales/charges';
import type { Sale, SaleDetails, SaleStatus } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';

interface Adoption {
  readonly order: Order;
  /** The sale a file told of under this order's number. */
  readonly told: Sale;
  /** The pair it has; undefined: not in the books any more. */
  readonly own: Pair | undefined;
  /** The pair of the order's listing, where it is still to be sold. */
  readonly free: Pair | undefined;
  /** Whether no other pair holds the listing's id. */
  readonly claimsListing: boolean;
  readonly status: SaleStatus;
  readonly reversal: Sale['reversal'];
  readonly fx: FxRate | null;
  readonly now: Instant;
}

/**
 * One order is one sale: what a file told under its number becomes the order's own sale, with alias's figures, and keeps
 * what only the file knows. Its pair is that of the listing; else the one the file's sale has, which stands in no longer.
 *
 * @returns pairs null: the sale has no pair in the books, and one is to be made
 * @example a file sold order 586612181 for $145 with $5 shipping, then alias tells of it: still one sale of $145
 */
export function adoptSale(adoption: Adoption): { readonly sale: Sale; readonly pairs: readonly Pair[] | null } {
  const { free, status, now } = adoption;
  const own = stillOwn(adoption);
  const sale = ownSale(adoption);
  if (status === 'reversed') return { sale, pairs: own === undefined ? [] : [given(own, now)] };
  if (free !== undefined && free.id !== own?.id) {
    const sold: Pair = { ...free, status: 'sold', deletedAt: null, soldAt: sale.soldAt, updatedAt: now };
    return { sale: { ...sale, pairId: free.id }, pairs: own === undefined ? [sold] : [given(own, now), sold] };
  }
  return { sale, pairs: own === undefined ? null : [kept(adoption, own)] };
}

/** Shoes of a sale that came to nothing may be sold to somebody else by now. */
function stillOwn({ told, own, status }: Adoption): Pair | undefined {
  const returns = told.status === 'reversed' && status !== 'reversed';
  return returns && own !== undefined && !isImportStandIn(own) ? undefined : own;
}

function ownSale({ order, told, status, reversal, fx, now }: Adoption): Sale {
  const { price, payout, soldAt, catalogId, name, brand, rawSku, sizeValue, orderNumber } = order;
  const { charges } = told;
  const isSame = isSameAmount(told.price, price);
  const closed = payout === null || charges === null ? charges : { ...charges, adjustment: null };
  return {
    ...told,
    price,
    payout,
    soldAt,
    catalogId,
    name,
    brand,
    rawSku,
    sizeValue,
    orderNumber,
    externalOrderId: order.externalId,
    status,
    reversal,
    fx,
    // Of another price the file's split says nothing.
    charges: closed === null || !isSame ? null : chargesOf({ price, payout, charges: closed }),
    details: detailsOf(told),
    importId: null,
    updatedAt: now,
  };
}

function detailsOf({ details }: Sale): SaleDetails | null {
  if (details === null) return null;
  const { imported: _imported, ...words } = details;
  return Object.values(words).every((value) => value === '' || value === null) ? null : words;
}

/** What only stood in for the sale goes with it; shoes of the stock are there again. */
function given(own: Pair, now: Instant): Pair {
  if (own.status !== 'sold') return own;
  const deletedAt = isImportStandIn(own) ? now : own.deletedAt;
  return { ...own, status: 'in-stock', soldAt: null, deletedAt, updatedAt: now };
}

function kept({ order, claimsListing, now }: Adoption, own: Pair): Pair {
  const isStandIn = isImportStandIn(own);
  return {
    ...own,
    origin: isStandIn ? 'order' : own.origin,
    catalogId: own.catalogId ?? order.catalogId,
    goatListingId: own.goatListingId ?? (claimsListing ? order.externalListingId : null),
    status: 'sold',
    deletedAt: null,
    soldAt: order.soldAt,
    importId: isStandIn ? null : own.importId,
    updatedAt: now,
  };
}
