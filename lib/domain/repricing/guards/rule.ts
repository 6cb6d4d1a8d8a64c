import { checkRule } from '../check-rule';
import type { DecisionInput, HoldReason } from '../decision';
import { fitsScope, isOpen } from '../match-rule';
import type { RepricingRule } from '../rule';
import { line, type TrailFacts } from '../trail';
import type { Gate } from '../scene';

/** Only a rule that is about this listing, open at this time, and sound decides. */
export function checkRuleFits(input: DecisionInput, rule: RepricingRule | null, utcOffsetMinutes: number): Gate {
  if (rule === null) return hold('no-rule', {});
  const { id: ruleId, priority, settings } = rule;
  if (!fitsScope(input.listing, settings.scope, input.now))
    return hold('no-rule', { ruleId, priority, inScope: false });
  const [problem] = checkRule(settings);
  if (problem !== undefined) {
    return hold('rule-invalid', { ruleId, priority, problem: problem.code, path: problem.path });
  }
  if (!isOpen(settings.schedule, input.now, utcOffsetMinutes)) {
    return hold('schedule', { ruleId, priority, inSchedule: false });
  }
  return pass(rule);
}

/** Thousands of listings go by one rule: its line is one, too. */
const passes = new WeakMap<RepricingRule, Gate>();

function pass(rule: RepricingRule): Gate {
  let gate = passes.get(rule);
  if (gate === undefined) {
    gate = { hold: null, line: line('rule', 'passed', null, { ruleId: rule.id, priority: rule.priority }) };
    passes.set(rule, gate);
  }
  return gate;
}

function hold(reason: HoldReason, facts: TrailFacts['rule']): Gate {
  return { hold: reason, line: line('rule', 'held', null, facts) };
}
