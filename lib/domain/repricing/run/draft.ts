import type { Floor } from '../../fees/floor-price';
import type { Money } from '../../money/money';
import type { Decision, DecisionInput, HoldReason, TrailLine } from '../decision';

/** A listing's decision while the run may still take it back or move it. */
export interface Draft {
  readonly input: DecisionInput;
  readonly ruleId: string | null;
  readonly floor: Floor;
  readonly competingAsk: Money | null;
  decision: Decision;
}

export type ChangeDraft = Draft & { decision: Extract<Decision, { kind: 'change' }> };

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
  const { trail, ceiling } = draft.decision;
  draft.decision = { kind: 'hold', reason, trail: [...trail, told], floor: draft.floor, ceiling };
}
