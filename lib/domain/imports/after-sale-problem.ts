import { isByHand, type Refundable } from './after-sale';
import { isCertainRefund } from './certain-refund';
import type { AfterSaleEntry } from './entry';

export type AfterSaleProblem = 'after-sale-waits' | 'after-sale-by-hand' | 'currency-differs';

/**
 * Why a refund or a later fee is taken off no sale; null: it is.
 *
 * @param sales of its order, as they are with all that came after them
 */
export function afterSaleProblem(sales: readonly Refundable[], entry: AfterSaleEntry): AfterSaleProblem | null {
  const { what, source, gross } = entry;
  if (sales.length === 0) return 'after-sale-waits';
  if (sales.every(({ price }) => price.currency !== gross.currency)) return 'currency-differs';
  if (sales.some(({ status }) => status === 'reversed')) return null;
  if (sales.every(isByHand)) return isCertainRefund(sales, entry) ? null : 'after-sale-by-hand';
  if (sales.some(({ told }) => told !== undefined)) return null;
  // The report that tells its fees was not read yet: with it the fee counts.
  const isTheirs = what === 'refund' || sales.some(({ details }) => details?.imported?.source === source);
  return isTheirs ? null : 'after-sale-waits';
}
