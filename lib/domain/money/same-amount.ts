import type { Money } from './money';

/** Whether two amounts are the same, currency and all; two that are not known are. */
export function isSameAmount(a: Money | null, b: Money | null): boolean {
  return a === null || b === null ? a === b : a.minor === b.minor && a.currency === b.currency;
}
