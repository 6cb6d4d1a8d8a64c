import { expect, test } from 'vitest';
import { readEach } from './read-each';

async function run(
  items: readonly number[],
  given: { failAt?: number; yieldAfter?: number; failKeepAt?: number } = {},
) {
  const kept: number[] = [];
  let asked = 0;
  const end = await readEach({
    items,
    ask: async (item) => {
      asked += 1;
      if (item === given.failAt) throw new Error('no answer');
      return item * 10;
    },
    keep: async (item, answer) => {
      if (item === given.failKeepAt) throw new Error('the disk is full');
      kept.push(answer);
    },
    shouldYield: () => given.yieldAfter !== undefined && asked >= given.yieldAfter,
  }).catch((error: unknown) => String(error));
  return { end, kept, asked };
}

test('everything is asked for once and kept in order', async () => {
  expect(await run([1, 2, 3])).toEqual({ end: 'done', kept: [10, 20, 30], asked: 3 });
});

test('nothing to ask is done', async () => {
  expect(await run([])).toEqual({ end: 'done', kept: [], asked: 0 });
});

test('out of time, it keeps what was answered and asks no more', async () => {
  expect(await run([1, 2, 3, 4], { yieldAfter: 2 })).toEqual({ end: 'more', kept: [10, 20], asked: 2 });
});

test('a failing question loses no answer before it', async () => {
  expect(await run([1, 2, 3], { failAt: 3 })).toMatchObject({ end: 'Error: no answer', kept: [10, 20] });
});

test('a failing commit ends with its reason although the next question fails too', async () => {
  expect(await run([1, 2, 3], { failKeepAt: 1, failAt: 2 })).toMatchObject({
    end: 'Error: the disk is full',
    kept: [],
  });
});
