import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSpot, covered, type SpotQuestion } from './choose-spot';

const WINDOW = { width: 1280, height: 720 };
const ASKED: SpotQuestion = {
  window: WINDOW,
  wanted: { side: 'right', top: 170, folded: false },
  open: { width: 300, height: 400 },
  tab: { width: 110, height: 44 },
  keepClear: [],
};
const RIGHT_COLUMN = { left: 900, top: 0, width: 380, height: 720 };

describe('where the card stands', () => {
  test('where it is wanted, as long as that covers nothing', () => {
    expect(chooseSpot(ASKED)).toEqual(ASKED.wanted);
    expect(chooseSpot({ ...ASKED, keepClear: [{ left: 0, top: 0, width: 900, height: 720 }] })).toEqual(ASKED.wanted);
  });

  test('above a buy bar that it would touch', () => {
    const bar = { left: 190, top: 540, width: 900, height: 80 };
    expect(chooseSpot({ ...ASKED, keepClear: [bar] })).toEqual({ side: 'right', top: 132, folded: false });
  });

  test('on the other side of a column of buttons', () => {
    expect(chooseSpot({ ...ASKED, keepClear: [RIGHT_COLUMN] })).toEqual({ side: 'left', top: 170, folded: false });
  });

  test('folded, where only the tab finds room', () => {
    const most = { left: 0, top: 0, width: 1280, height: 600 };
    expect(chooseSpot({ ...ASKED, keepClear: [most] })).toEqual({ side: 'right', top: 608, folded: true });
  });

  test('folded where it covers least, when there is no room at all', () => {
    const all = { left: 0, top: 0, width: 1280, height: 720 };
    expect(chooseSpot({ ...ASKED, keepClear: [all] }).folded).toBe(true);
  });

  test('folded by the person it stays folded', () => {
    expect(chooseSpot({ ...ASKED, wanted: { ...ASKED.wanted, folded: true } }).folded).toBe(true);
  });
});

test('an open card never covers anything, and stands in the window', () => {
  const side = fc.constantFrom('left' as const, 'right' as const);
  const box = fc.record({
    left: fc.integer({ min: -200, max: 1280 }),
    top: fc.integer({ min: -400, max: 900 }),
    width: fc.integer({ min: 1, max: 1280 }),
    height: fc.integer({ min: 1, max: 700 }),
  });
  fc.assert(
    fc.property(side, fc.integer({ min: 8, max: 300 }), fc.array(box, { maxLength: 5 }), (at, top, keepClear) => {
      const question = { ...ASKED, wanted: { side: at, top, folded: false }, keepClear };
      const spot = chooseSpot(question);
      expect(spot.folded || covered(question, spot) === 0).toBe(true);
      expect(spot.top).toBeGreaterThanOrEqual(8);
      expect(spot.top + (spot.folded ? 44 : 400)).toBeLessThanOrEqual(712);
    }),
    { seed: 1 },
  );
});
