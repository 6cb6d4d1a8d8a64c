import type { Money } from '../money/money';
import type { CalendarDate } from '../time/instant';

/** A pair that was lost, damaged or given away, by the day it was written off. */
export interface LedgerWriteOff {
  readonly pairId: string;
  readonly on: CalendarDate;
  readonly name: string;
  readonly styleCode: string;
  readonly size: string;
  readonly boughtOn: CalendarDate | null;
  readonly cost: Money;
  readonly otherCosts: Money | null;
  /** Shares of expenses that fall on the pair; in `spending` too. Null: none. */
  readonly expenses: Money | null;
  /** `cost + otherCosts + expenses`. */
  readonly lost: Money;
}
