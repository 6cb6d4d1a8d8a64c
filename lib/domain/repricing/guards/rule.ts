import { checkRule } from '../check-rule';
import type { DecisionInput } from '../decision';
import { fitsScope, isOpen } from '../match-rule';
import type { RepricingRule } from '../rule';
import { line } from '../trail';
import type { Gate } from '../scene';

/** Only a rule that is about this listing, open at this time, and sound decides. */
export function checkRuleFits(input: DecisionInput, rule: RepricingRule | null, utcOffsetMinutes: number): Gate {
  const { listing, now } = input;
  const held = (hold: Gate['hold'], facts: Parameters<typeof line<'rule'>>[3]): Gate => ({
    hold,
    line: line('rule', 'held', listing.price, facts),
  });
  if (rule === null) return held('no-rule', {});
  const { id: ruleId, priority, settings } = rule;
  if (!fitsScope(listing, settings.scope, now)) return held('no-rule', { ruleId, priority, inScope: false });
  const [problem] = checkRule(settings);
  if (problem !== undefined) {
    return held('rule-invalid', { ruleId, priority, problem: problem.code, path: problem.path });
  }
  if (!isOpen(settings.schedule, now, utcOffsetMinutes)) {
    return held('schedule', { ruleId, priority, inSchedule: false });
  }
  return { hold: null, line: line('rule', 'passed', listing.price, { ruleId, priority }) };
}
