import { expect, test } from 'vitest';
import { money } from '../money/money';
import { checkRule, type RuleProblem } from './check-rule';
import { makeSettings, usd } from './fake-decision';
import type { RuleSettings } from './rule';

const SCOPE = makeSettings().scope;
const percent = (side: 'below' | 'above' | 'match', basisPoints: number) =>
  ({ strategy: { kind: 'position', side, distance: { kind: 'percent', basisPoints } } }) as const;
const amount = (side: 'below' | 'above' | 'match', dollars: number) =>
  ({ strategy: { kind: 'position', side, distance: { kind: 'amount', amount: usd(dollars) } } }) as const;
const aging = (change: object) => ({
  strategy: {
    kind: 'aging' as const,
    afterDays: 30,
    everyDays: 7,
    stepBasisPoints: 500,
    mostBasisPoints: 2000,
    revertAfterDays: null,
    ...change,
  },
});
const always = { weekdays: [1], fromMinute: 0, toMinute: 60 };

test.each<[string, Partial<RuleSettings>]>([
  ['as it comes', {}],
  ['matching needs no distance', percent('match', 0)],
  ['9,999 of 10,000 below', percent('below', 9999)],
  ['twice the ask', percent('above', 10_000)],
  ['aging from the first day', aging({ afterDays: 0, stepBasisPoints: 2000 })],
  ['a night', { schedule: { weekdays: [0, 6], fromMinute: 1320, toMinute: 360 } }],
  [
    'a minimum in the currency of the costs',
    { floor: { target: { kind: 'break-even' }, ownMinimum: money(9000, 'GBP') } },
  ],
  ['a ceiling as low as the minimum', { floor: { target: { kind: 'break-even' }, ownMinimum: usd(400) } }],
  ['a ceiling at the floor', { ceiling: { kind: 'floor', basisPoints: 10_000 } }],
  [
    'a margin that follows without distance',
    {
      strategy: { kind: 'margin', target: { kind: 'break-even' }, distance: { kind: 'amount', amount: usd(0) } },
    },
  ],
])('can be meant: %s', (_, settings) => {
  expect(checkRule(makeSettings(settings))).toEqual([]);
});

test.each<[RuleProblem['code'], string, Partial<RuleSettings>]>([
  ['zero', 'strategy.distance.amount', amount('below', 0)],
  ['zero', 'strategy.distance.basisPoints', percent('above', 0)],
  ['negative', 'strategy.distance.amount', amount('below', -1)],
  ['negative', 'strategy.distance.basisPoints', percent('below', -5)],
  ['too-large', 'strategy.distance.basisPoints', percent('below', 10_000)],
  ['not-whole', 'strategy.distance.basisPoints', percent('below', 2.5)],
  ['not-a-number', 'strategy.distance.basisPoints', percent('below', Number.NaN)],
  [
    'currency',
    'strategy.distance.amount',
    { strategy: { kind: 'position', side: 'below', distance: { kind: 'amount', amount: money(100, 'EUR') } } },
  ],
  ['zero', 'strategy.days', { strategy: { kind: 'velocity', days: 0 } }],
  ['zero', 'strategy.stepBasisPoints', aging({ stepBasisPoints: 0 })],
  ['zero', 'strategy.everyDays', aging({ everyDays: 0 })],
  ['zero', 'strategy.revertAfterDays', aging({ revertAfterDays: 0 })],
  ['negative', 'strategy.afterDays', aging({ afterDays: -1 })],
  ['too-large', 'strategy.mostBasisPoints', aging({ mostBasisPoints: 10_000 })],
  ['step-above-most', 'strategy.stepBasisPoints', aging({ stepBasisPoints: 2001 })],
  ['zero', 'strategy.quietDays', { strategy: { kind: 'dynamic', stepBasisPoints: 300, quietDays: 0 } }],
  ['too-large', 'strategy.stepBasisPoints', { strategy: { kind: 'dynamic', stepBasisPoints: 5001, quietDays: 1 } }],
  ['empty', 'strategy.experimentId', { strategy: { kind: 'experiment', experimentId: '' } }],
  [
    'too-large',
    'strategy.target.basisPoints',
    {
      strategy: {
        kind: 'margin',
        target: { kind: 'margin', basisPoints: 10_000 },
        distance: { kind: 'amount', amount: usd(1) },
      },
    },
  ],
  ['negative', 'floor.target.basisPoints', { floor: { target: { kind: 'roi', basisPoints: -100 }, ownMinimum: null } }],
  ['negative', 'floor.target.amount', { floor: { target: { kind: 'profit', amount: usd(-1) }, ownMinimum: null } }],
  ['negative', 'floor.ownMinimum', { floor: { target: { kind: 'break-even' }, ownMinimum: usd(-1) } }],
  ['zero', 'ceiling.amount', { ceiling: { kind: 'amount', amount: usd(0) } }],
  ['currency', 'ceiling.amount', { ceiling: { kind: 'amount', amount: money(40_000, 'EUR') } }],
  ['zero', 'ceiling.basisPoints', { ceiling: { kind: 'reference', of: 'last-sale', basisPoints: 0 } }],
  ['ceiling-below-floor', 'ceiling.basisPoints', { ceiling: { kind: 'floor', basisPoints: 9999 } }],
  ['ceiling-below-minimum', 'ceiling.amount', { floor: { target: { kind: 'break-even' }, ownMinimum: usd(400.01) } }],
  ['from-above-to', 'scope.age', { scope: { ...SCOPE, age: { from: 5, to: 4 } } }],
  ['negative', 'scope.age.from', { scope: { ...SCOPE, age: { from: -5, to: null } } }],
  ['from-above-to', 'scope.price', { scope: { ...SCOPE, price: { from: usd(5), to: usd(4) } } }],
  ['currency', 'scope.price.to', { scope: { ...SCOPE, price: { from: null, to: money(4, 'EUR') } } }],
  ['empty', 'scope.brands', { scope: { ...SCOPE, brands: ['Nike', ' '] } }],
  ['not-a-number', 'scope.usSizes', { scope: { ...SCOPE, usSizes: [Number.NaN] } }],
  ['no-weekday', 'schedule.weekdays', { schedule: { ...always, weekdays: [] } }],
  ['weekday', 'schedule.weekdays', { schedule: { ...always, weekdays: [7] } }],
  ['minute', 'schedule.toMinute', { schedule: { ...always, toMinute: 1440 } }],
  ['empty-hours', 'schedule.toMinute', { schedule: { ...always, toMinute: 0 } }],
])('%s at %s', (code, path, settings) => {
  expect(checkRule(makeSettings(settings))).toEqual([{ code, path }]);
});

test('every problem is told, in the order of the fields', () => {
  const settings = makeSettings({
    schedule: { ...always, weekdays: [] },
    ...amount('below', 0),
    ceiling: { kind: 'amount', amount: usd(0) },
  });
  expect(checkRule(settings).map(({ path }) => path)).toEqual([
    'schedule.weekdays',
    'strategy.distance.amount',
    'ceiling.amount',
  ]);
});
