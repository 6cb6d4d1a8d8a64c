import { checkRule } from '../check-rule';
import type { HoldReason } from '../decision';
import { fitsScope, isOpen } from '../match-rule';
import type { RepricingRule } from '../rule';
import { line, type TrailFacts } from '../trail';
import type { Asked, Gate } from '../scene';

/** Only a rule that is about this listing, open at this time, and sound decides. */
export const ruleGate: Gate = {
  judge({ input, rule, utcOffsetMinutes }) {
    if (rule === null || !fitsScope(input.listing, rule.settings.scope, input.now)) return 'no-rule';
    if (checkRule(rule.settings).length > 0) return 'rule-invalid';
    return isOpen(rule.settings.schedule, input.now, utcOffsetMinutes) ? null : 'schedule';
  },
  tell: ({ rule }, hold) => line('rule', hold === null ? 'passed' : 'held', null, factsOf(rule, hold)),
};

function factsOf(rule: Asked['rule'], hold: HoldReason | null): TrailFacts['rule'] {
  if (rule === null) return {};
  const told = { ruleId: rule.id, priority: rule.priority };
  switch (hold) {
    case 'no-rule':
      return { ...told, inScope: false };
    case 'rule-invalid':
      return { ...told, ...problemOf(rule) };
    case 'schedule':
      return { ...told, inSchedule: false };
    default:
      return told;
  }
}

function problemOf({ settings }: RepricingRule): TrailFacts['rule'] {
  const [problem] = checkRule(settings);
  return problem === undefined ? {} : { problem: problem.code, path: problem.path };
}
