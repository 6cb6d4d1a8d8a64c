import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';

/** An amount as it stands in a field that names its currency: `1540` cents are `15.40`, `1500` are `15`. */
export function typedAmount({ minor, currency }: Money): string {
  const unit = minorPerUnit(currency);
  return minor % unit === 0 ? String(minor / unit) : (minor / unit).toFixed(String(unit).length - 1);
}
