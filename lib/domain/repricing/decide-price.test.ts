import { expect, test } from 'vitest';
import { decidePrice } from './decide-price';
import { makeGuards, makeInput, makeRule, usd } from './fake-decision';

test('a dollar below the lowest ask, with all that was looked at', () => {
  const decision = decidePrice(makeInput(), makeRule(), makeGuards(), 0);
  expect(decision).toMatchObject({
    kind: 'change',
    to: usd(189),
    reason: 'strategy',
    floor: usd(120),
    ceiling: usd(400),
  });
  expect(decision.trail.map(({ guard }) => guard)).toEqual([
    'listing',
    'rule',
    'freshness',
    'variant',
    'outlier',
    'own-listings',
    'strategy',
    'step',
    'cool-down',
    'rounding',
    'instant-sale',
    'catalogue',
    'ceiling',
    'floor',
  ]);
});
