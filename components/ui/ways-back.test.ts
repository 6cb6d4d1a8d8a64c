import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WaysBack } from './ways-back';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function set() {
  const ways = new WaysBack();
  const taken: string[] = [];
  const offer = (id: string) => ways.offer({ id, takeBack: () => taken.push(id) });
  return { ways, taken, offer };
}

test('the keys take back the newest, once', () => {
  const { ways, taken, offer } = set();
  offer('first');
  offer('second');
  expect(taken).toEqual([]);
  ways.press();
  ways.press();
  expect(taken).toEqual(['second']);
});

test('keys that are quicker than the answer mean the change that is on its way, not the one before it', async () => {
  const { ways, taken, offer } = set();
  offer('before');
  const arrived = ways.begin();
  ways.press();
  ways.press();
  expect(taken).toEqual([]);
  arrived();
  offer('meant');
  expect(taken).toEqual(['meant']);
  await vi.runAllTimersAsync();
  expect(taken).toEqual(['meant']);
});

test('a change that arrives without a way back leaves the one before it to the keys', async () => {
  const { ways, taken, offer } = set();
  offer('before');
  const arrived = ways.begin();
  ways.press();
  arrived();
  expect(taken).toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(taken).toEqual(['before']);
});

test('a change that takes long is not waited for without end, and is not taken back out of the blue later', async () => {
  const { ways, taken, offer } = set();
  offer('before');
  const arrived = ways.begin();
  ways.press();
  await vi.advanceTimersByTimeAsync(1999);
  expect(taken).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(taken).toEqual(['before']);
  arrived();
  offer('late');
  await vi.runAllTimersAsync();
  expect(taken).toEqual(['before']);
});

test('what was taken back by its button, or has been closed, no longer answers to the keys', () => {
  const { ways, taken, offer } = set();
  offer('first');
  offer('second');
  ways.forget('first');
  ways.press();
  offer('third');
  ways.forget('third');
  ways.press();
  expect(taken).toEqual(['second']);
});
