import { expect, test, vi } from 'vitest';
import type { TrailLine } from '@/lib/domain/repricing/decision';
import { line } from '@/lib/domain/repricing/trail';
import { trailText } from './trail-words';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

const ground = { currency: 'USD', ruleName: 'A dollar below' } as const;

test.each<[TrailLine, string]>([
  [line('listing', 'passed', null, {}), 'For sale, and nothing else is under way.'],
  [line('listing', 'held', null, { openWrite: true }), 'A change to it is still under way.'],
  [
    line('listing', 'held', null, { currency: 'USD', otherCurrency: 'GBP', currencyOf: 'minimum' }),
    'Its price is in USD, its minimum in GBP.',
  ],
  [line('rule', 'passed', null, { ruleId: 'r', priority: 1 }), 'Decided by "A dollar below".'],
  [
    line('rule', 'held', null, { ruleId: 'r', priority: 1, inSchedule: false }),
    'Its rule "A dollar below" does not count at this hour.',
  ],
  [line('rule', 'held', null, {}), 'No rule that is on fits it.'],
  [
    line('freshness', 'passed', null, { ageMinutes: 12, limitMinutes: 30, beforeOwnMove: false }),
    'Read 12 min before. Up to 30 min count as fresh.',
  ],
  [
    line('freshness', 'held', null, { ageMinutes: null, limitMinutes: 30, beforeOwnMove: false }),
    'Its market was never read.',
  ],
  [
    line('variant', 'passed', null, { usSize: 10.5, condition: 'new', packaging: 'good' }),
    'Market of US 10.5, new, good.',
  ],
  [
    line('outlier', 'noted', null, {
      lowestAskMinor: 6000,
      reference: 'median-sale',
      referenceMinor: 12_000,
      limitMinor: 7800,
      ignoredMinor: 6000,
      usedMinor: null,
    }),
    'Lowest ask $60 is ignored: below $78, against the median sale of $120.',
  ],
  [
    line('own-listings', 'passed', null, {
      standing: 'follow',
      ownListings: 2,
      lowestOwnMinor: 10_500,
      competingAskMinor: 9800,
    }),
    'You have 2 of it, the lowest at $105. The lowest ask of others is $98.',
  ],
  [
    line('strategy', 'moved', null, {
      kind: 'position',
      side: 'below',
      referenceMinor: 9800,
      distanceMinor: 100,
      wantedMinor: 9700,
    }),
    'Lowest ask $98 less $1 is $97.',
  ],
  [
    line('strategy', 'moved', null, {
      kind: 'position',
      wantedMinor: 15_000,
      referenceMinor: null,
      fallback: 'ceiling',
    }),
    'The rule then says: go to the ceiling. It wants $150.',
  ],
  [
    line('step', 'moved', null, {
      fromMinor: 10_500,
      lowestMinor: 9500,
      highestMinor: 12_600,
      maxDownBasisPoints: 1000,
      maxUpBasisPoints: 2000,
    }),
    'From $105 one step may lead to $95 at lowest and $126 at highest (10 % down, 20 % up).',
  ],
  [
    line('cool-down', 'held', null, { minutesSinceMove: 45, cooldownMinutes: 60 }),
    'Last changed 45 min before. 60 min must lie between two changes.',
  ],
  [line('rounding', 'passed', null, { way: 'down' }), 'Rounded down to whole dollars.'],
  [
    line('instant-sale', 'moved', null, { highestOfferMinor: 9000, lowestMinor: 9100 }),
    'Highest offer $90. From $91 on it stays above it.',
  ],
  [line('catalogue', 'passed', null, { minimumMinor: 2500, maximumMinor: null }), 'The catalogue allows $25 or more.'],
  [
    line('ceiling', 'passed', null, { ceilingMinor: 15_600, decidedBy: 'rule', referenceMinor: 12_000 }),
    'Its ceiling is $156, from $120.',
  ],
  [
    line('floor', 'moved', null, { floorMinor: 10_100, decidedBy: 'target', targetMinor: 10_100 }),
    'Its floor is $101: with fees and cost, what the rule asks for needs that much.',
  ],
  [
    line('floor', 'held', null, { missing: 'cost', missingAll: 'cost,fx-rate' }),
    'It has no floor. Not known: its cost, an exchange rate.',
  ],
  [
    line('siblings', 'moved', null, { siblingMinor: 10_000, wantedMinor: 9900 }),
    'Your other listing of it is at $100. This one wanted $99.',
  ],
  [
    line('run-limit', 'held', null, { limit: 'changes-per-run', most: 500, used: 500 }),
    '500 changes in this run, 500 at most.',
  ],
])('%j', (told, said) => {
  expect(trailText(told, ground)).toBe(said);
});

test('a line from another version, with facts nobody knows, still reads', () => {
  for (const guard of [
    'listing',
    'strategy',
    'step',
    'floor',
    'ceiling',
    'outlier',
    'run-limit',
    'cool-down',
  ] as const) {
    const old: TrailLine = { guard, did: 'noted', price: null, facts: { somethingElse: 'x' } };
    expect(trailText(old, ground)).not.toMatch(/undefined|NaN|\$\d\b.*\$\d\b.*undefined/);
  }
});
