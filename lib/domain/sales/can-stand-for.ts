import type { Pair } from '../inventory/pair';
import { kindOf } from '../inventory/waiting-pairs';

/**
 * Whether a pair in stock may be the very one that was sold as `sold`, of which nobody has said what it cost: the same
 * style and size, with its cost, not offered anywhere. May be, so a person decides.
 *
 * @example a sale of DD1391-100 US 10 came from a file; DD1391-100 US 10 for £60 lies in stock
 */
export function canStandFor(sold: Pair, inStock: Pair): boolean {
  return (
    sold.styleCode !== null &&
    inStock.styleCode !== null &&
    kindOf(sold.styleCode, sold.size) === kindOf(inStock.styleCode, inStock.size) &&
    sold.status === 'sold' &&
    sold.cost === null &&
    sold.ledgerRef === null &&
    sold.id !== inStock.id &&
    inStock.cost !== null &&
    inStock.status === 'in-stock' &&
    inStock.deletedAt === null
  );
}
