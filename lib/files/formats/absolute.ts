import { negate } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';

/** What was taken, whichever sign it is written with. */
export function absolute(amount: Money | null): Money | null {
  return amount === null || amount.minor >= 0 ? amount : negate(amount);
}
