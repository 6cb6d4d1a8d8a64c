import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { instant } from '../time/instant';
import { drawArms, type Candidate } from './draw-arms';
import { judgeExperiment, type Outcome } from './judge-experiment';

const usd = (dollars: number) => money(dollars * 100, 'USD');

/** Chance that can be repeated. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const candidate = fc.record({
  listingId: fc.uuid(),
  kind: fc.constantFrom('panda|10', 'panda|11', 'gel|9'),
  price: fc.integer({ min: 40, max: 300 }).map(usd),
});
const candidates = fc.uniqueArray(candidate, { selector: ({ listingId }) => listingId, maxLength: 60 });

describe('drawing arms', () => {
  test('each listing once, every arm as large as any other, and at most a block left out', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 2, max: 4 }), fc.nat(), (some, arms, seed) => {
        const members = drawArms(some, arms, seeded(seed));
        expect(new Set(members.map(({ listingId }) => listingId)).size).toBe(members.length);
        const sizes = Array.from({ length: arms }, (_, arm) => members.filter((each) => each.arm === arm).length);
        expect(new Set(sizes).size).toBe(1);
        expect(some.length - members.length).toBeLessThan(arms);
      }),
      { seed: 1 },
    );
  });

  test('the order they come in does not matter, chance does', () => {
    const some: Candidate[] = Array.from({ length: 40 }, (_, nth) => ({
      listingId: `l-${String(nth).padStart(2, '0')}`,
      kind: nth % 2 === 0 ? 'panda|10' : 'gel|9',
      price: usd(100 + nth),
    }));
    expect(drawArms(some.toReversed(), 2, seeded(1))).toEqual(drawArms(some, 2, seeded(1)));
    expect(drawArms(some, 2, seeded(2))).not.toEqual(drawArms(some, 2, seeded(1)));
  });

  test('a block holds neighbours of one kind: the means of the arms lie close', () => {
    const some: Candidate[] = Array.from({ length: 200 }, (_, nth) => ({
      listingId: `l-${nth}`,
      kind: 'panda|10',
      price: usd(50 + nth),
    }));
    const members = drawArms(some, 2, seeded(3));
    const meanOf = (arm: number) => {
      const prices = members
        .filter((member) => member.arm === arm)
        .map(({ listingId }) => 50 + Number(listingId.slice(2)));
      return prices.reduce((total, price) => total + price, 0) / prices.length;
    };
    expect(Math.abs(meanOf(0) - meanOf(1))).toBeLessThan(1);
  });
});

const ENDS = instant(1_000_000);

function outcomes(arm: number, sold: number, count: number, profit: number): readonly (Outcome & { arm: number })[] {
  return Array.from({ length: count }, (_, nth) => ({
    arm,
    listingId: `${arm}-${nth}`,
    sold: nth < sold,
    profit: nth < sold ? usd(profit + (nth % 3)) : null,
  }));
}

function judge(all: readonly (Outcome & { arm: number })[], now: number, arms = 2) {
  return judgeExperiment({ members: all, arms, outcomes: all, endsAt: ENDS, now: instant(now) });
}

describe('what an experiment says', () => {
  test('nothing before its end, however clear it looks', () => {
    const clear = [...outcomes(0, 0, 100, 20), ...outcomes(1, 100, 100, 20)];
    expect(judge(clear, 999_999)).toMatchObject({ kind: 'running', arms: [{ sold: 0 }, { sold: 100 }] });
    expect(judge(clear, 1_000_000)).toMatchObject({ kind: 'ended', comparisons: [{ arm: 1, differs: true }] });
  });

  test('nothing of fewer than ten listings in an arm', () => {
    expect(judge([...outcomes(0, 0, 9, 20), ...outcomes(1, 9, 9, 20)], 2_000_000)).toMatchObject({ kind: 'too-few' });
  });

  test('Newcombe: 56 of 70 against 48 of 80 sold differ by 20 points, 5.24 to 33.39', () => {
    const verdict = judge([...outcomes(0, 48, 80, 20), ...outcomes(1, 56, 70, 20)], 2_000_000);
    expect(verdict).toMatchObject({ comparisons: [{ soldShare: { estimate: 2000, low: 524, high: 3339 } }] });
  });

  test('more sold for less profit is not better: the profit decides', () => {
    const verdict = judge([...outcomes(0, 50, 100, 40), ...outcomes(1, 55, 100, 5)], 2_000_000);
    if (verdict.kind !== 'ended') throw new Error(verdict.kind);
    const [comparison] = verdict.comparisons;
    expect(comparison?.soldShare.estimate).toBe(500);
    expect(comparison?.meanProfitMinor?.high).toBeLessThan(0);
    expect(comparison?.differs).toBe(true);
  });

  test('the same arm twice rarely differs: about one in twenty, and fewer with three arms', () => {
    const runs = 400;
    const wrong = (arms: number) => {
      let differing = 0;
      for (let seed = 0; seed < runs; seed += 1) {
        const next = seeded(seed * 7919 + arms);
        const all = Array.from({ length: arms * 60 }, (_, nth) => {
          const sold = next() < 0.4;
          const profit = sold ? usd(Math.floor(10 + next() * 30)) : null;
          return { arm: nth % arms, listingId: `${nth}`, sold, profit };
        });
        const verdict = judge(all, 2_000_000, arms);
        if (verdict.kind === 'ended' && verdict.comparisons.some(({ differs }) => differs)) differing += 1;
      }
      return differing / runs;
    };
    expect(wrong(2)).toBeLessThan(0.085);
    expect(wrong(4)).toBeLessThan(0.085);
  });

  test('sold without a known cost is told apart and left out of the mean', () => {
    const all = outcomes(0, 5, 20, 20).map((each, nth) => (nth === 0 ? { ...each, profit: null } : each));
    expect(judge([...all, ...outcomes(1, 5, 20, 20)], 2_000_000)).toMatchObject({
      arms: [{ sold: 5, withoutProfit: 1 }, { withoutProfit: 0 }],
    });
  });
});
