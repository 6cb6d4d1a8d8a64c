import { expect, test } from 'vitest';
import { WINDOW, windowStart } from './use-window';

test('wherever a screen of rows begins, it lies inside the window', () => {
  for (let first = 0; first < 10_000; first += 7) {
    const start = windowStart(first);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(first).toBeGreaterThanOrEqual(start);
    expect(first + 60).toBeLessThanOrEqual(start + WINDOW);
  }
});

test('scrolling a little reads nothing', () => {
  expect(windowStart(201)).toBe(windowStart(299));
});
