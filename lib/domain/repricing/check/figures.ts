import type { Money } from '../../money/money';
import type { RuleProblem, RuleProblemCode } from '../check-rule';

/** Every price on alias is in dollars. What a sale must bring may be in the currency of the costs. */
export const PRICE_CURRENCY = 'USD';

export type Found = readonly RuleProblem[];

export const NONE: Found = [];

export function problem(code: RuleProblemCode, path: string): Found {
  return [{ code, path }];
}

export function number(value: number, path: string, least: number, most: number): Found {
  if (!Number.isFinite(value)) return problem('not-a-number', path);
  if (value < 0 && least >= 0) return problem('negative', path);
  if (value < least) return problem(value === 0 ? 'zero' : 'negative', path);
  if (value > most) return problem('too-large', path);
  return Number.isInteger(value) ? NONE : problem('not-whole', path);
}

export function amount(value: Money | null, path: string, currency: string | null): Found {
  if (value === null) return NONE;
  if (currency !== null && value.currency !== currency) return problem('currency', path);
  return number(value.minor, path, 0, Number.MAX_SAFE_INTEGER);
}

export function someAmount(value: Money, path: string): Found {
  const found = amount(value, path, PRICE_CURRENCY);
  return found.length === 0 && value.minor === 0 ? problem('zero', path) : found;
}
