import { expect, test } from 'vitest';
import { makePair, makeProduct } from '@/tests/fixtures/builders';
import { namedPair } from './named-pair';

const boston = makeProduct({
  sizeSystem: 'EU',
  allowedSizes: [{ displayName: '45', value: 45, usValue: 12 }],
});

test('a pair that came with an order is read in its product’s own system', () => {
  const pair = makePair({ origin: 'order', size: { value: 45, system: 'US' } });
  expect(namedPair(pair, boston).size).toEqual({ value: 45, system: 'EU' });
});

test('a size that somebody stated stays as it was stated', () => {
  const listed = makePair({ origin: 'listing', size: { value: 45, system: 'US' } });
  const stated = makePair({ origin: 'order', size: { value: 12, system: 'US' } });
  expect(namedPair(listed, boston).size).toEqual({ value: 45, system: 'US' });
  expect(namedPair(stated, boston).size).toEqual({ value: 12, system: 'US' });
});
