import type { Floor } from '../../fees/floor-price';
import type { Money } from '../../money/money';
import type { DecisionInput, HoldReason, TrailLine } from '../decision';
import type { Outcome } from '../deliberate';
import type { RepricingRule } from '../rule';

/** A listing's decision while the run may still take it back or move it. */
export interface Draft {
  readonly input: DecisionInput;
  readonly rule: RepricingRule | null;
  readonly floor: Floor;
  readonly competingAsk: Money | null;
  decision: Outcome;
  /** What the run itself made of it: the end of its trail. */
  notes: readonly TrailLine[];
}

export const NO_NOTES: readonly TrailLine[] = [];

export type ChangeDraft = Draft & { decision: Extract<Outcome, { kind: 'change' }> };

export function isChange(draft: Draft): draft is ChangeDraft {
  return draft.decision.kind === 'change';
}

/** Whether its price falls. */
export function isLowered(draft: Draft): draft is ChangeDraft {
  return isChange(draft) && draft.decision.to.minor < draft.input.listing.price.minor;
}

/** Whether it is raised because its price lies below its floor. */
export function isCorrection(draft: Draft): boolean {
  return isChange(draft) && draft.input.listing.price.minor < draft.decision.floor.minor;
}

export function hold(draft: Draft, reason: HoldReason, told: TrailLine): void {
  draft.decision = { kind: 'hold', reason, floor: draft.floor, ceiling: draft.decision.ceiling };
  draft.notes = [...draft.notes, told];
}
