import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { TrailLine } from '@/lib/domain/repricing/decision';
import { moneyText } from '../ui/format';

/** Facts of one line, read with care: trails are kept for two years and know what was known then. */
export interface LineFacts {
  /** An amount by its key in minor units; null: not known, or not told. */
  readonly amount: (key: string) => string | null;
  readonly number: (key: string) => number | null;
  readonly text: (key: string) => string | null;
  readonly is: (key: string) => boolean;
  /** Told, and not so. */
  readonly isNot: (key: string) => boolean;
}

/** @param currency of the listing: what amounts are in */
export function factsOf({ facts }: TrailLine, currency: CurrencyCode): LineFacts {
  const number = (key: string) => {
    const value = facts[key];
    return typeof value === 'number' && Number.isSafeInteger(Math.round(value)) ? value : null;
  };
  const amount = (key: string) => {
    const minor = number(key);
    return minor === null ? null : moneyText(money(Math.round(minor), currency));
  };
  const text = (key: string) => (typeof facts[key] === 'string' ? facts[key] : null);
  return { amount, number, text, is: (key) => facts[key] === true, isNot: (key) => facts[key] === false };
}

/** The sentences that have something to say. */
export function sentences(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' ');
}
