import { expect, test } from 'vitest';
import { makeGuards, makeInput, makeRule, NOW, usd } from './fake-decision';
import { planRun } from './plan-run';
import type { DecisionInput } from './decision';

const EXPERIMENT = makeRule(
  { strategy: { kind: 'experiment', experimentId: 'e' } },
  { id: 'experiment', priority: -1 },
);
const OTHERS = makeRule({}, { id: 'others', priority: 0 });

function planned(arm: DecisionInput['arm'], rules = [OTHERS, EXPERIMENT]) {
  const history = { changesToday: 0, loweredToday: null };
  const items = [makeInput({ arm })];
  return planRun({ items, rules, guards: makeGuards(), history, utcOffsetMinutes: 0, now: NOW }).decisions[0];
}

test('a listing of the experiment goes by the price of its arm', () => {
  const decision = planned({ experimentId: 'e', basisPoints: -200 });
  // 2 % below $190 are $186.20, rounded down.
  expect(decision).toMatchObject({ ruleId: 'experiment', decision: { kind: 'change', to: usd(186) } });
});

test.each([
  ['in none', null],
  ['in another one', { experimentId: 'f', basisPoints: -200 }],
])('a listing that is %s falls to the next rule', (_name, arm) => {
  expect(planned(arm)).toMatchObject({ ruleId: 'others', decision: { kind: 'change', to: usd(189) } });
  expect(planned(arm, [EXPERIMENT])).toMatchObject({ ruleId: null, decision: { kind: 'hold', reason: 'no-rule' } });
});
