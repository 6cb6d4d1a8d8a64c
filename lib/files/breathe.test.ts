import { afterEach, expect, test, vi } from 'vitest';
import { breather } from './breathe';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A clock that goes on by so much whenever it is looked at. */
function clockBy(step: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += step));
}

test('what a screen draws in a task of its own comes in between, although what yields goes on before it', async () => {
  clockBy(2);
  // As the browser does it: what goes on after a yield is never behind a task.
  vi.stubGlobal('scheduler', { yield: () => Promise.resolve() });
  let drawn = 0;
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    drawn += 1;
  });
  port1.start();
  const breathe = breather();
  for (let step = 0; step < 300; step += 1) {
    if (step % 100 === 0) port2.postMessage(null);
    await breathe();
  }
  port1.close();
  expect(drawn).toBe(3);
});

test('between two turns nothing is waited for', () => {
  clockBy(1);
  const breathe = breather();
  expect([breathe(), breathe(), breathe()]).toEqual([undefined, undefined, undefined]);
});
