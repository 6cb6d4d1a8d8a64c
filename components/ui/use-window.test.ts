import { expect, test } from 'vitest';
import { SMALL_WINDOW, WINDOW, windowStart } from './use-window';

test.each([
  { size: WINDOW, screen: 60 },
  { size: SMALL_WINDOW, screen: 40 },
])('wherever a screen of rows begins, it lies inside a window of $size', ({ size, screen }) => {
  for (let first = 0; first < 10_000; first += 7) {
    const start = windowStart(first, size);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(first).toBeGreaterThanOrEqual(start);
    expect(first + screen).toBeLessThanOrEqual(start + size);
  }
});

test('scrolling a little reads nothing', () => {
  expect(windowStart(201)).toBe(windowStart(299));
});
