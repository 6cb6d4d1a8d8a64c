import type { Money } from '../money/money';

export function convertKnown(amount: Money | null, to: (amount: Money) => Money | null): Money | null | 'no-rate' {
  return amount === null ? null : (to(amount) ?? 'no-rate');
}
