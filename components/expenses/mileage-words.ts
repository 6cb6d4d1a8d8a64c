import type { Mileage } from '@/lib/domain/expenses/expense';
import { t } from '../ui/text';

/**
 * A distance with its unit.
 *
 * @example 123 tenths of a mile are `12.3 miles`
 */
export function distanceText({ tenths, unit }: Pick<Mileage, 'tenths' | 'unit'>): string {
  const shown = (tenths / 10).toLocaleString('en', { maximumFractionDigits: 1 });
  return unit === 'mile' ? t('mileage.miles', [shown]) : t('mileage.kilometres', [shown]);
}

/** A distance as people type it (`12.3`, `12,3`), in tenths; null when it is none. */
export function parseDistance(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,6}(\.\d)?$/.test(plain)) return null;
  const tenths = Math.round(Number(plain) * 10);
  return tenths > 0 ? tenths : null;
}

/** A rate per unit of distance as people type it (`0.725`), in thousandths of a minor unit; null when it is none. */
export function parseRate(text: string, minorPerUnit: number): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{0,4}(\.\d{1,5})?$/.test(plain) || !/\d/.test(plain)) return null;
  const milli = Math.round(Number(plain) * minorPerUnit * 1000);
  return milli > 0 && milli <= 100_000_000 ? milli : null;
}

/** `72500` of a currency with cents is `0.725`. */
export function rateInput(rateMilli: number, minorPerUnit: number): string {
  return String(rateMilli / 1000 / minorPerUnit);
}
