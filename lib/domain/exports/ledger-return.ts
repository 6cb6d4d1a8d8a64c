import { negate } from '../money/arithmetic';
import type { CalendarDate } from '../time/instant';
import type { Ledger, LedgerSale } from './ledger';

/**
 * A sale that was given back, on the day of that. Programs of accountants keep what they were once given, so both the sale
 * and its return are told, each in its own time: whoever took the sale takes the return off again, and whoever takes both
 * is left with nothing.
 */
export interface LedgerReturn {
  readonly on: CalendarDate;
  /** As it was told, or would have been. */
  readonly sale: LedgerSale;
}

/** Sales that stand: what figures and tables count. */
export function standingSales({ sales }: Pick<Ledger, 'sales'>): readonly LedgerSale[] {
  return sales.filter(({ undoneOn }) => undoneOn === null);
}

/** A sale the other way round, on the day it was given back: price, fees and what arrived, all of it. */
export function reversedSale({ on, sale }: LedgerReturn): LedgerSale {
  const { price, fees, net, tax } = sale;
  return {
    ...sale,
    on,
    price: negate(price),
    fees: fees.map(({ kind, amount }) => ({ kind, amount: negate(amount) })),
    net: negate(net),
    tax: tax === null ? null : negate(tax),
  };
}
