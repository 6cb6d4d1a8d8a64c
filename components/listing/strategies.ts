import type { PriceStrategy } from '@/lib/domain/listings/list-price';
import { minor, type Money } from '@/lib/domain/money/money';
import { amountProblem } from '../bridge/amount-problem';
import { parseCost } from '../bridge/parse-cost';
import { parsePercent } from '../bridge/parse-percent';
import { t } from '../ui/text';

/** The ways a price is chosen, in the order they are offered. */
export const STRATEGIES = ['undercut', 'match', 'floor', 'net', 'roi'] as const;

export type StrategyKind = (typeof STRATEGIES)[number];

export type ReadStrategy =
  | { readonly ok: true; readonly strategy: PriceStrategy }
  /** `problem` is null while nothing is typed. */
  | { readonly ok: false; readonly problem: string | null };

const WORDS: Record<StrategyKind, () => string> = {
  undercut: () => t('listing.undercut'),
  match: () => t('listing.match'),
  floor: () => t('listing.floorPlus'),
  net: () => t('listing.netTarget'),
  roi: () => t('listing.roiTarget'),
};

export function strategyText(kind: StrategyKind): string {
  return WORDS[kind]();
}

/** What has to be typed for it; null: nothing. */
export function amountOf(kind: StrategyKind): { readonly label: string; readonly initial: string } | null {
  if (kind === 'floor') return { label: t('listing.floorAmount'), initial: '0' };
  if (kind === 'net') return { label: t('listing.netAmount'), initial: '' };
  return kind === 'roi' ? { label: t('listing.roiAmount'), initial: '15' } : null;
}

const dollars = (cents: number): Money => ({ minor: minor(cents), currency: 'USD' });

/**
 * Reads a way of choosing prices, with the amount it needs.
 *
 * @example `floor` and `10` is $10 above the floor; `roi` and `15 %` returns 15 % of the cost; `undercut` needs no amount
 */
export function readStrategy(kind: StrategyKind, text: string): ReadStrategy {
  if (kind === 'undercut') return { ok: true, strategy: { kind: 'below-ask', by: dollars(100) } };
  if (kind === 'match') return { ok: true, strategy: { kind: 'below-ask', by: dollars(0) } };
  if (kind === 'roi') {
    const basisPoints = parsePercent(text);
    if (basisPoints !== null) return { ok: true, strategy: { kind: 'roi', basisPoints } };
    return { ok: false, problem: text.trim() === '' ? null : t('listing.notAShare') };
  }
  const parsed = parseCost(text, 'USD');
  if (!parsed.ok) return { ok: false, problem: amountProblem(parsed.reason) };
  if (parsed.cost === null) return { ok: false, problem: null };
  if (parsed.cost.currency !== 'USD') return { ok: false, problem: t('price.otherCurrency', ['USD']) };
  return { ok: true, strategy: { kind: kind === 'floor' ? 'floor-plus' : 'net', amount: parsed.cost } };
}
