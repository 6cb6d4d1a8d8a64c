import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HalfTyped } from './half-typed';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [ROW_3, ROW_2] = [{}, {}];

test('a row that moves takes along what is typed into it', async () => {
  const typed = new HalfTyped();
  typed.hold('cost/pair-a', ROW_3, '12');
  expect(typed.read('cost/pair-b'), 'of nothing else').toBeUndefined();
  // React reads while it draws, then takes the old row away, and puts the new one in.
  const goesOnWith = typed.read('cost/pair-a');
  typed.leave('cost/pair-a', ROW_3);
  typed.hold('cost/pair-a', ROW_2, goesOnWith ?? '');
  await vi.runAllTimersAsync();
  expect(typed.read('cost/pair-a')).toBe('12');
});

test('a field that is gone for good is not found open later', async () => {
  const typed = new HalfTyped();
  typed.hold('cost/pair-a', ROW_3, '12');
  typed.leave('cost/pair-a', ROW_3);
  await vi.runAllTimersAsync();
  expect(typed.read('cost/pair-a')).toBeUndefined();
});

test('what was kept or left is not typed any more', () => {
  const typed = new HalfTyped();
  typed.hold('cost/pair-a', ROW_3, '12');
  typed.forget('cost/pair-a');
  expect(typed.read('cost/pair-a')).toBeUndefined();
});
