import type { Decision, TrailLine } from './decision';
import { deliberate, type Outcome, type Question } from './deliberate';

/**
 * A decision whose trail is written when it is first read, by deciding once more and taking notes. A run decides on
 * thousands of listings and keeps the few decisions that are news; storing or copying one reads its trail.
 *
 * @param notes what followed after the decision was made: the end of the trail
 */
export function tellWhenRead(outcome: Outcome, question: Question, notes: readonly TrailLine[]): Decision {
  let told: readonly TrailLine[] | null = null;
  if (outcome.kind === 'change') {
    const { kind, to, reason, floor, ceiling } = outcome;
    return {
      kind,
      to,
      reason,
      get trail() {
        return (told ??= trailOf(question, notes));
      },
      floor,
      ceiling,
    };
  }
  const { kind, reason, floor, ceiling } = outcome;
  return {
    kind,
    reason,
    get trail() {
      return (told ??= trailOf(question, notes));
    },
    floor,
    ceiling,
  };
}

function trailOf(question: Question, notes: readonly TrailLine[]): readonly TrailLine[] {
  const trail: TrailLine[] = [];
  deliberate(question, trail);
  return [...trail, ...notes];
}
