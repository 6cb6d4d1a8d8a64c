import { expect, test, vi } from 'vitest';
import type { RuleSettings } from '@/lib/domain/repricing/rule';
import { usd } from '@/tests/fixtures/builders';
import { makeRuleSettings } from '@/tests/fixtures/rules';
import { ruleSentence } from './rule-sentence';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

const BASE = makeRuleSettings({ ceiling: { kind: 'reference', of: 'last-sale', basisPoints: 13_000 } });

test('a rule with a scope and hours', () => {
  const rule: RuleSettings = {
    ...BASE,
    floor: { target: { kind: 'roi', basisPoints: 1000 }, ownMinimum: null },
    scope: { ...BASE.scope, brands: ['Nike'], age: { from: 30, to: null } },
    schedule: { weekdays: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1020 },
  };
  expect(ruleSentence(rule)).toBe(
    'Undercut the lowest ask by $1, never below break-even + 10 % ROI, never above 130 % of the last sale; Nike, listed over 30 days; weekdays 9–17.',
  );
});

test.each<[Partial<RuleSettings>, string]>([
  [
    {},
    'Undercut the lowest ask by $1, never below break-even, never above 130 % of the last sale; all listings; at any time.',
  ],
  [
    { strategy: { kind: 'position', side: 'match', distance: { kind: 'amount', amount: usd(0) } } },
    'Match the lowest ask,',
  ],
  [
    { strategy: { kind: 'position', side: 'above', distance: { kind: 'percent', basisPoints: 250 } } },
    'Ask 2.5 % more than the lowest ask,',
  ],
  [{ strategy: { kind: 'velocity', days: 14 } }, 'Ask the most that still sells within 14 days,'],
  [
    {
      strategy: {
        kind: 'margin',
        target: { kind: 'roi', basisPoints: 1500 },
        distance: { kind: 'amount', amount: usd(1) },
      },
    },
    'Hold what brings 15 % ROI and follow the lowest ask, $1 below it, only above that,',
  ],
  [
    {
      strategy: {
        kind: 'aging',
        afterDays: 60,
        everyDays: 1,
        stepBasisPoints: 500,
        mostBasisPoints: 3000,
        revertAfterDays: 30,
      },
    },
    'After 60 days lower by 5 % every 1 day, by 30 % at most, and go back up after 30 days at the bottom,',
  ],
  [
    { strategy: { kind: 'dynamic', stepBasisPoints: 200, quietDays: 7 } },
    '2 % up when asks thin out or sales speed up, 2 % down after 7 days without a sale,',
  ],
  [
    { floor: { target: { kind: 'profit', amount: usd(20) }, ownMinimum: usd(80) } },
    'never below break-even + $20 profit, or $80,',
  ],
  [{ ceiling: { kind: 'amount', amount: usd(300) } }, 'never above $300;'],
  [{ ceiling: { kind: 'floor', basisPoints: 20_000 } }, 'never above 200 % of its floor;'],
  [
    {
      scope: {
        ...BASE.scope,
        usSizes: [9, 10.5],
        tags: ['hold'],
        price: { from: usd(100), to: usd(200) },
        consigned: false,
      },
    },
    '; size US 9, US 10.5, tagged hold, asked $100 to $200, with you only;',
  ],
  [{ scope: { ...BASE.scope, brands: ['A', 'B', 'C', 'D', 'E'] } }, '; A, B and 3 more;'],
  [{ schedule: { weekdays: [0, 6], fromMinute: 0, toMinute: 450 } }, '; weekends 0–7:30.'],
  [{ schedule: { weekdays: [0, 1], fromMinute: 1320, toMinute: 360 } }, '; Mon, Sun 22–6.'],
  [{ schedule: { weekdays: [0, 1, 2, 3, 4, 5, 6], fromMinute: 60, toMinute: 120 } }, '; every day 1–2.'],
])('%j', (part, said) => {
  expect(ruleSentence({ ...BASE, ...part })).toContain(said);
});
