import { expect, test, vi } from 'vitest';
import { runUndoneText } from './run-undone-text';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

test.each([
  [12, 1, '12 prices taken back, 1 more as soon as it has arrived.'],
  [1, 3, '1 price taken back, 3 more as soon as they have arrived.'],
  [2, 0, '2 prices taken back.'],
  [0, 1, '1 is on its way; it is taken back as soon as it has arrived.'],
  [0, 0, null],
])('%d at once and %d later: %s', (now, later, words) => {
  expect(runUndoneText(now, later)).toBe(words);
});
