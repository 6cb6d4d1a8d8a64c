import { describe, expect, test } from 'vitest';
import { createWhose, SETTLED_MS } from './whose';

const A = { title: "Dunk Low 'Panda'", prices: '9=$175|10=$189' };
const B = { title: "Dunk Low 'Grey'", prices: '9=$98|10=$102' };
const OLD = 60_000;

function afterLeavingA() {
  const whose = createWhose();
  whose.remember('dunk-low-panda', A);
  return whose;
}

describe('after a navigation from A to B', () => {
  test('A, still on the screen, is never taken for B, however long it stays', () => {
    const whose = afterLeavingA();
    expect(whose.judge('dunk-low-grey', A, 'similar', OLD)).toEqual({ isHere: false, arePricesStale: true });
    expect(whose.judge('dunk-low-grey', A, 'other', OLD).isHere).toBe(false);
  });

  test('B’s name over A’s prices: the name counts, the prices do not', () => {
    const seen = { title: B.title, prices: A.prices };
    expect(afterLeavingA().judge('dunk-low-grey', seen, 'exact', 0)).toEqual({ isHere: true, arePricesStale: true });
  });

  test('B with its own prices is B', () => {
    expect(afterLeavingA().judge('dunk-low-grey', B, 'exact', 0)).toEqual({ isHere: true, arePricesStale: false });
  });

  test('a name that only resembles the address is believed when nothing moves any more', () => {
    const whose = afterLeavingA();
    expect(whose.judge('dunk-low-grey', B, 'similar', SETTLED_MS - 1).isHere).toBe(false);
    expect(whose.judge('dunk-low-grey', B, 'similar', SETTLED_MS).isHere).toBe(true);
    expect(whose.judge('dunk-low-grey', B, 'other', OLD).isHere).toBe(false);
  });

  test('two products of one name are told apart by their prices', () => {
    const whose = afterLeavingA();
    const again = { title: A.title, prices: B.prices };
    expect(whose.judge('dunk-low-panda-2023', again, 'similar', OLD)).toEqual({ isHere: true, arePricesStale: false });
    expect(whose.judge('dunk-low-panda-2023', { ...A, prices: null }, 'similar', OLD).isHere).toBe(false);
  });

  test('and back to A, before the page ever showed B', () => {
    const whose = afterLeavingA();
    whose.remember('dunk-low-grey', A);
    expect(whose.judge('dunk-low-panda', A, 'exact', 0)).toEqual({ isHere: true, arePricesStale: false });
    expect(whose.judge('dunk-low-grey', A, 'similar', OLD).isHere).toBe(false);
  });
});

test('nothing on the screen is nobody’s', () => {
  const nothing = { title: null, prices: null };
  expect(createWhose().judge('a', nothing, 'other', OLD)).toEqual({ isHere: false, arePricesStale: false });
});

test('it forgets the oldest, not the newest', () => {
  const whose = createWhose();
  for (let nth = 0; nth < 200; nth += 1) whose.remember(`s-${nth}`, { title: `T ${nth}`, prices: `p${nth}` });
  expect(whose.judge('x', { title: 'T 199', prices: 'p199' }, 'similar', OLD)).toEqual({
    isHere: false,
    arePricesStale: true,
  });
  expect(whose.judge('x', { title: 'T 0', prices: 'p0' }, 'similar', OLD).isHere).toBe(true);
});
