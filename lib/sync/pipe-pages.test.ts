import { describe, expect, test } from 'vitest';
import { instant } from '@/lib/domain/time/instant';
import type { Page } from '@/lib/marketplaces/contract/page';
import { pipePages } from './pipe-pages';

function page(nth: number, last: number): Page<number> {
  return {
    items: [nth],
    rejected: [],
    next: nth < last ? String(nth + 1) : null,
    total: null,
    origin: { requestId: null, receivedAt: instant(0) },
  };
}

interface Script {
  readonly last: number;
  readonly ahead: boolean;
  readonly yieldAfter?: number;
  readonly failAt?: number;
  readonly commit?: (numbers: readonly number[]) => Promise<'go-on' | 'stop'>;
}

async function run(script: Script) {
  const committed: number[][] = [];
  let fetched = 0;
  const result = pipePages<number>({
    first: null,
    ahead: script.ahead,
    shouldYield: () => script.yieldAfter !== undefined && fetched >= script.yieldAfter,
    fetch: async (token) => {
      const nth = Number(token ?? 0);
      if (nth === script.failAt) throw new Error('the line is dead');
      fetched += 1;
      return page(nth, script.last);
    },
    commit: async (pages) => {
      const numbers = pages.flatMap((one) => one.items);
      const verdict = (await script.commit?.(numbers)) ?? 'go-on';
      committed.push(numbers);
      return verdict;
    },
  });
  const end = await result.catch((error: unknown) => String(error));
  return { end, committed, fetched };
}

describe('pages, read and committed in order', () => {
  test.each([true, false])('every page once, in order (ahead: %s)', async (ahead) => {
    const { end, committed } = await run({ last: 30, ahead });
    expect(end).toBe('end');
    expect(committed.flat()).toEqual(Array.from({ length: 31 }, (_, nth) => nth));
  });

  test('while a commit is slow, the pages that arrive go together, 25 at most', async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const commit = async (numbers: readonly number[]): Promise<'go-on'> => {
      if (numbers[0] === 0) await gate;
      return 'go-on';
    };
    const running = run({ last: 59, ahead: true, commit });
    await Promise.resolve();
    open();
    const { committed } = await running;
    expect(committed.flat()).toHaveLength(60);
    expect(Math.max(...committed.map((group) => group.length))).toBeLessThanOrEqual(25);
  });

  test('a poll fetches no page beyond the one that told it to stop', async () => {
    const { end, fetched } = await run({
      last: 30,
      ahead: false,
      commit: async (numbers) => (numbers[0] === 2 ? 'stop' : 'go-on'),
    });
    expect(end).toBe('stop');
    expect(fetched).toBe(3);
  });

  test('when its time is used up it commits what it has and says so', async () => {
    const { end, committed } = await run({ last: 30, ahead: true, yieldAfter: 5 });
    expect(end).toBe('yield');
    expect(committed.flat()).toEqual([0, 1, 2, 3, 4]);
  });

  test('a failing request loses none of the pages before it', async () => {
    const { end, committed } = await run({ last: 30, ahead: true, failAt: 7 });
    expect(end).toBe('Error: the line is dead');
    expect(committed.flat()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('a failing commit ends the reading with its reason', async () => {
    const { end } = await run({
      last: 30,
      ahead: true,
      commit: async () => Promise.reject(new Error('the disk is full')),
    });
    expect(end).toBe('Error: the disk is full');
  });
});
