import type { PairStatus } from '../inventory/pair';
import type { OrderStage } from '../orders/order-stage';
import type { Sale, SaleReversal } from './sale';

/**
 * Where a sale stands, of whatever platform: what its order says while that goes on, `verified` once the marketplace has
 * finished it, `paid` once its money came; and how it came to nothing. `consigned`: it came to nothing, and its pair is
 * sold by the marketplace from there.
 */
export type SaleStage =
  | Exclude<OrderStage, 'completed' | 'cancelled'>
  | 'sold'
  | 'verified'
  | 'paid'
  | 'consigned'
  | 'reversed'
  | SaleReversal['reason'];

/**
 * @param order where its order stands; null: it has none in the books
 * @param pair what became of its pair since; null: not in the books
 * @example failed the verification, and the pair is consigned: `consigned`; a StockX sale with a payment: `paid`
 */
export function saleStage(
  { status, paid, reversal }: Pick<Sale, 'status' | 'paid' | 'reversal'>,
  order: OrderStage | null,
  pair: PairStatus | null,
): SaleStage {
  if (status === 'reversed') return pair === 'consigned' ? 'consigned' : (reversal?.reason ?? 'reversed');
  if (paid !== null) return 'paid';
  if (order === 'cancelled') return 'cancelled';
  if (order === 'completed') return 'verified';
  return order ?? 'sold';
}
