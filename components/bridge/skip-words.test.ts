import { expect, test, vi } from 'vitest';
import { skipText } from './skip-words';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

test.each([
  ['write-under-way', 'A change is on its way already.'],
  ['below-floor', 'It would be below its floor.'],
  ['pair-sold', 'The pair is sold.'],
  [
    'would-sell-at-once',
    'The highest offer would take it at once at that price. Raise the price first, or say that it is meant.',
  ],
  ['rate-unknown', 'No exchange rate.'],
  ['something-new', 'Something new.'],
])('%s is told in words', (code, words) => {
  expect(skipText(code)).toBe(words);
});
