import type { RepricingDecisionRow } from '@/lib/db/repricing-rows';
import { isSameAmount } from '@/lib/domain/money/same-amount';
import type { Decision, ListingDecision, VariantMarket } from '@/lib/domain/repricing/decision';

type Seen = RepricingDecisionRow['seen'];

/**
 * Whether a decision only repeats a stored one on the same figures. When the figures were read, and what they were a day
 * and a week ago, changes by itself and is no news.
 */
export function isSameDecision(before: RepricingDecisionRow, made: ListingDecision, market: VariantMarket): boolean {
  return (
    before.ruleId === made.ruleId &&
    isSameAmount(before.from, made.from) &&
    isSameOutcome(before.decision, made.decision) &&
    FIGURES.every((figure) => isSameAmount(before.seen[figure], market[figure]))
  );
}

const FIGURES = [
  'lowestAsk',
  'highestOffer',
  'lastSale',
  'lowestAskConsigned',
  'lowestAskWithYou',
] as const satisfies readonly (keyof Seen)[];

function isSameOutcome(a: Decision, b: Decision): boolean {
  if (a.kind !== b.kind || a.reason !== b.reason || !isSameAmount(a.ceiling, b.ceiling)) return false;
  if (a.kind === 'change' && b.kind === 'change') return isSameAmount(a.to, b.to) && isSameAmount(a.floor, b.floor);
  if (a.kind !== 'hold' || b.kind !== 'hold') return false;
  const [left, right] = [a.floor, b.floor];
  if (left.kind === 'known' && right.kind === 'known') return isSameAmount(left.floor, right.floor);
  if (left.kind === 'known' || right.kind === 'known') return false;
  return left.missing.join() === right.missing.join();
}
