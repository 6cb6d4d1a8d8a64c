import type { CurrencyCode } from '@/lib/domain/money/currency';
import { minor, type Money } from '@/lib/domain/money/money';
import { amountProblem } from '../bridge/amount-problem';
import { parseCost } from '../bridge/parse-cost';
import { parsePercent } from '../bridge/parse-percent';
import { readPrice } from '../bridge/read-price';
import { t } from '../ui/text';
import type { PriceChange } from './price-change';

/** The ways of changing many prices, in the order they are offered. */
export const CHANGE_KINDS = ['undercut', 'match', 'set', 'by', 'percent', 'floor'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type ReadChange =
  | { readonly ok: true; readonly change: PriceChange }
  /** `problem` is null while nothing is typed. */
  | { readonly ok: false; readonly problem: string | null };

/** Whether an amount has to be typed for it. */
export function needsAmount(kind: ChangeKind): boolean {
  return kind !== 'undercut' && kind !== 'match';
}

/**
 * Reads how prices are to change.
 *
 * @example `by` and `-5` is five dollars down; `percent` and `−2.5 %` is 2.5 % down; `undercut` needs nothing typed
 */
export function readChange(kind: ChangeKind, text: string, currency: CurrencyCode): ReadChange {
  const amount = (cents: number): Money => ({ minor: minor(cents), currency });
  switch (kind) {
    case 'undercut':
      return { ok: true, change: { kind: 'below-ask', by: amount(100) } };
    case 'match':
      return { ok: true, change: { kind: 'below-ask', by: amount(0) } };
    case 'set': {
      const read = readPrice(text, currency);
      return read.ok ? { ok: true, change: { kind: 'set', to: read.price } } : read;
    }
    case 'percent': {
      const { sign, rest } = signOf(text);
      if (rest === '') return { ok: false, problem: null };
      const basisPoints = parsePercent(rest);
      if (basisPoints === null) return { ok: false, problem: t('bulkPrice.notAShare') };
      return { ok: true, change: { kind: 'percent', basisPoints: sign * basisPoints } };
    }
    case 'by':
    case 'floor': {
      const { sign, rest } = signOf(text);
      const parsed = parseCost(rest, currency);
      if (!parsed.ok) return { ok: false, problem: amountProblem(parsed.reason) };
      if (parsed.cost === null) return { ok: false, problem: null };
      if (parsed.cost.currency !== currency) return { ok: false, problem: t('price.otherCurrency', [currency]) };
      const by = amount(sign * parsed.cost.minor);
      if (kind === 'by') return { ok: true, change: { kind: 'by', amount: by } };
      return sign < 0
        ? { ok: false, problem: t('bulkPrice.notBelowFloor') }
        : { ok: true, change: { kind: 'above-floor', by } };
    }
  }
}

function signOf(text: string): { readonly sign: 1 | -1; readonly rest: string } {
  const trimmed = text.trim();
  const isDown = /^[-\u2212]/.test(trimmed);
  return { sign: isDown ? -1 : 1, rest: trimmed.replace(/^[+\-\u2212]\s*/, '') };
}
