import { expect, test, vi } from 'vitest';
import { makeReading } from '@/tests/fixtures/pages/make-reading';
import { createPageStates } from './page-state';

const A = 'https://www.goat.com/sneakers/a-dz5485-612';
const B = 'https://www.goat.com/sneakers/b-qx4321';

test('a navigation clears what was known at once', () => {
  const states = createPageStates(A);
  const first = states.begin(A, 'loading');
  states.settle(first, 'reading', makeReading({ url: A }));
  expect(states.current()).toMatchObject({ status: 'reading', reading: { url: A } });
  states.begin(B, 'loading');
  expect(states.current()).toEqual({ generation: first + 1, url: B, status: 'loading', reading: null });
});

test('what an earlier navigation finds out later is not heard', () => {
  const states = createPageStates(A);
  const first = states.begin(A, 'loading');
  const second = states.begin(B, 'loading');
  states.settle(first, 'reading', makeReading({ url: A }));
  expect(states.current()).toMatchObject({ generation: second, status: 'loading', reading: null });
});

test('the same reading again tells nobody; another one does', () => {
  const states = createPageStates(A);
  const generation = states.begin(A, 'loading');
  const heard = vi.fn();
  const stop = states.subscribe(heard);
  states.settle(generation, 'reading', makeReading({ url: A }));
  const shown = states.current();
  states.settle(generation, 'reading', makeReading({ url: A }));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(states.current()).toBe(shown);
  states.settle(generation, 'reading', makeReading({ url: A, availability: 'sold_out' }));
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  states.begin(B, 'gone');
  expect(heard).toHaveBeenCalledTimes(2);
});

test('a status without a reading carries none', () => {
  const states = createPageStates(A);
  const generation = states.begin(A, 'loading');
  states.settle(generation, 'unreadable', makeReading({ url: A }));
  expect(states.current()).toMatchObject({ status: 'unreadable', reading: null });
});
