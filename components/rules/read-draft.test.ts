import { expect, test, vi } from 'vitest';
import { money } from '@/lib/domain/money/money';
import type { RuleSettings, Strategy } from '@/lib/domain/repricing/rule';
import { fieldOf } from './field-problems';
import { readDraft } from './read-draft';
import { draftOf } from './rule-draft';
import { BLANK, TEMPLATES } from './templates';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

const usd = (minor: number) => money(minor, 'USD');

const FULL: RuleSettings = {
  scope: {
    brands: ['Nike'],
    styleCodes: ['DD1391-100'],
    usSizes: [9, 10.5],
    tags: ['hold'],
    age: { from: 30, to: 90 },
    price: { from: usd(5000), to: usd(19_950) },
    consigned: false,
  },
  schedule: { weekdays: [1, 5], fromMinute: 545, toMinute: 60 },
  strategy: { kind: 'position', side: 'above', distance: { kind: 'percent', basisPoints: 250 } },
  fallbacks: { alone: 'last-sale', belowFloor: 'ceiling' },
  floor: { target: { kind: 'margin', basisPoints: 1250 }, ownMinimum: usd(8050) },
  ceiling: { kind: 'reference', of: 'median-sale', basisPoints: 14_500 },
};

const STRATEGIES: readonly Strategy[] = [
  { kind: 'velocity', days: 21 },
  { kind: 'margin', target: { kind: 'profit', amount: usd(2000) }, distance: { kind: 'amount', amount: usd(0) } },
  { kind: 'aging', afterDays: 60, everyDays: 7, stepBasisPoints: 550, mostBasisPoints: 3000, revertAfterDays: 14 },
  { kind: 'dynamic', stepBasisPoints: 200, quietDays: 9 },
  { kind: 'experiment', experimentId: 'e1' },
];

test.each([
  FULL,
  BLANK,
  ...TEMPLATES.map(({ settings }) => settings),
  ...STRATEGIES.map((strategy) => ({ ...FULL, strategy })),
  { ...FULL, ceiling: { kind: 'amount', amount: usd(30_000) } } as const,
  { ...FULL, ceiling: { kind: 'floor', basisPoints: 20_000 } } as const,
])('a rule that is opened and saved again is the same rule: %#', (settings) => {
  expect(readDraft(draftOf('x', settings))).toEqual({ settings, problems: {} });
});

test.each([
  [{ name: ' ' }, 'name', 'needed'],
  [{ distance: '' }, 'distance', 'needed'],
  [{ distance: '£3' }, 'distance', 'amount'],
  [{ distance: '101 %' }, 'distance', 'percent'],
  [{ floorKind: 'roi', floor: 'ten' }, 'floor', 'percent'],
  [{ ownMinimum: '-5' }, 'ownMinimum', 'amount'],
  [{ ceilingKind: 'amount', ceiling: '12,3,4' }, 'ceiling', 'amount'],
  [{ ageFrom: '1.5' }, 'ageFrom', 'days'],
  [{ sizes: ['ten'] }, 'sizes', 'size'],
  [{ scheduled: true, weekdays: [] }, 'weekdays', 'weekday'],
  [{ scheduled: true, from: '25:00' }, 'from', 'time'],
] as const)('%j: %s is %s', (part, field, problem) => {
  const read = readDraft({ ...draftOf('x', BLANK), ...part });
  expect(read.settings).toBeNull();
  expect(read.problems[field]).toBe(problem);
});

test('what is typed with its signs is read: amounts, shares, sizes with a comma', () => {
  const draft = { ...draftOf('x', BLANK), distance: '3 %', ownMinimum: '$79.50', sizes: ['US 10,5', '9'] };
  const { settings } = readDraft(draft);
  expect(settings?.strategy).toMatchObject({ distance: { kind: 'percent', basisPoints: 300 } });
  expect(settings?.floor.ownMinimum).toEqual(usd(7950));
  expect(settings?.scope.usSizes).toEqual([10.5, 9]);
});

test.each([
  ['scope.age.from', 'ageFrom'],
  ['scope.age', 'ageTo'],
  ['strategy.distance.basisPoints', 'distance'],
  ['floor.target.amount', 'floor'],
  ['ceiling.basisPoints', 'ceiling'],
  ['something.new', 'name'],
])('a problem at %s is told under %s', (path, field) => {
  expect(fieldOf(path)).toBe(field);
});
