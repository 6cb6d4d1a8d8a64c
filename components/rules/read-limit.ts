import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import type { Money } from '@/lib/domain/money/money';
import { parseMoney } from '@/lib/domain/money/parse-money';
import { parsePercent, percentInput } from '../bridge/parse-percent';
import { moneyText } from '../ui/format';
import type { Limit } from './limit-list';

/** alias trades in it. */
const CURRENCY = 'USD';

/** A limit as it is typed. */
export function limitInput(guards: GuardSettings, { key, unit }: Limit): string {
  const value = guards[key];
  if (value === null) return '';
  if (typeof value === 'object') return moneyText(value);
  return unit === 'percent' ? percentInput(value) : String(value);
}

/**
 * The limits with one of them as typed; null when that cannot be read, or cannot be meant.
 *
 * @example `12.5` for a share is 1,250 basis points; nothing for the fall of a day is no limit
 */
export function readLimit(guards: GuardSettings, limit: Limit, typed: string): GuardSettings | null {
  const value = valueOf(limit, typed.trim());
  return value === undefined ? null : { ...guards, [limit.key]: value };
}

function valueOf({ unit, least, most }: Limit, typed: string): number | Money | null | undefined {
  if (unit === 'optional-amount' && typed === '') return null;
  if (unit === 'amount' || unit === 'optional-amount') {
    const parsed = parseMoney(typed, CURRENCY);
    return parsed.ok && parsed.money.minor >= 0 ? parsed.money : undefined;
  }
  const value = unit === 'percent' ? parsePercent(typed) : /^\d{1,6}$/.test(typed) ? Number(typed) : null;
  return value !== null && value >= least && value <= most ? value : undefined;
}
