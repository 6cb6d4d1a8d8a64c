import { expect, test } from 'vitest';
import { createPace } from './pace';

/** A clock that is moved by sleeping. */
function fakeClock() {
  let ms = 0;
  return {
    now: () => ms,
    sleep: (by: number) => {
      ms += by;
      return Promise.resolve();
    },
    advance: (by: number) => {
      ms += by;
    },
  };
}

test('the first reading begins at once', async () => {
  const clock = fakeClock();
  await createPace(clock).ready();
  expect(clock.now()).toBe(0);
});

test('a reading of 200 ms is followed by 600 ms of rest', async () => {
  const clock = fakeClock();
  const pace = createPace(clock);
  const finish = pace.begin();
  clock.advance(200);
  finish();
  await pace.ready();
  expect(clock.now()).toBe(800);
});

test('a reading under way is waited for, and only the latest turn goes on', async () => {
  const clock = fakeClock();
  const pace = createPace(clock);
  const finish = pace.begin();
  const [second, third] = [pace.take(), pace.take()];
  let begun = false;
  const waiting = pace.ready().then(() => {
    begun = true;
  });
  await Promise.resolve();
  expect(begun).toBe(false);
  finish();
  await waiting;
  expect([pace.isLatest(second), pace.isLatest(third)]).toEqual([false, true]);
});

test('after the end no turn goes on', () => {
  const pace = createPace(fakeClock());
  const turn = pace.take();
  pace.end();
  expect(pace.isLatest(turn)).toBe(false);
  expect(pace.ended()).toBe(true);
});
