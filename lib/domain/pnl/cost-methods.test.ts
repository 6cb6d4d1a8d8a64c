import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COST_METHODS, costsBy, type CostLot, type CostMethod, type SoldLot } from './cost-methods';

const lot = (pairId: string, boughtAt: number, cost: number | null, kind = 'DD1391-100 10'): CostLot => ({
  pairId,
  kind,
  boughtAt,
  cost,
});
const sold = (pairId: string, soldAt: number): SoldLot => ({ saleId: `sale of ${pairId}`, pairId, soldAt });
const costsOf = (method: CostMethod, lots: readonly CostLot[], sales: readonly SoldLot[]) => [
  ...costsBy(method, lots, sales).costs.values(),
];

describe('cost methods', () => {
  const lots = [lot('a', 1, 1000), lot('b', 2, 2000), lot('c', 3, 3000)];

  test('bought at 10, 20, 30, the last sold: specific 30, FIFO 10, average 60 / 3 = 20', () => {
    const sales = [sold('c', 4)];
    expect(costsOf('specific', lots, sales)).toEqual([3000]);
    expect(costsOf('fifo', lots, sales)).toEqual([1000]);
    expect(costsOf('average', lots, sales)).toEqual([2000]);
  });

  test('average moves: 10 and 20 bought, one sold for 15; 40 bought, (15 + 40) / 2 = 27.50 for the next', () => {
    const later = [lot('a', 1, 1000), lot('b', 2, 2000), lot('d', 5, 4000)];
    expect(costsOf('average', later, [sold('a', 3), sold('d', 6)])).toEqual([1500, 2750]);
  });

  test('10.00 over three pairs is 3.33, 3.34 of 6.67, 3.33 of 3.33: nothing is lost to rounding', () => {
    const three = [lot('a', 1, 334), lot('b', 1, 333), lot('c', 1, 333)];
    const { sold: total, remaining } = costsBy('average', three, [sold('a', 2), sold('b', 3), sold('c', 4)]);
    expect([total, remaining]).toEqual([1000, 0]);
  });

  test('another style or size stands for none of these', () => {
    const two = [lot('old', 1, 500, 'DD1391-100 9'), lot('new', 2, 900)];
    expect(costsOf('fifo', two, [sold('new', 3)])).toEqual([900]);
  });

  test('an unknown cost is in no sum by any method, and is counted', () => {
    const some = [lot('x', 1, null), lot('a', 2, 1000), lot('y', 3, null)];
    for (const method of COST_METHODS) {
      const { costs, ...sums } = costsBy(method, some, [sold('x', 4), sold('a', 5)]);
      expect([...costs.values()]).toEqual([null, 1000]);
      expect(sums).toEqual({ sold: 1000, remaining: 0, soldUnknown: 1, remainingUnknown: 1 });
    }
  });

  test('sold before the day it is said to have been bought: as if bought then', () => {
    expect(costsOf('average', [lot('a', 9, 1000), lot('b', 1, 2000)], [sold('a', 3)])).toEqual([1500]);
  });

  test('a pair that is in the books as sold twice costs once', () => {
    const twice = [sold('a', 4), { saleId: 'again', pairId: 'a', soldAt: 5 }];
    expect(costsBy('fifo', lots, twice)).toMatchObject({ sold: 1000, remaining: 5000 });
  });
});

const anyBooks = fc
  .array(
    fc.record({
      kind: fc.constantFrom('one', 'two', 'three'),
      boughtAt: fc.nat(50),
      cost: fc.option(fc.nat(50_000), { freq: 5 }),
      soldAfter: fc.option(fc.integer({ min: -5, max: 30 })),
    }),
    { maxLength: 60 },
  )
  .map((rows) => ({
    lots: rows.map(({ kind, boughtAt, cost }, nth) => lot(`p${nth}`, boughtAt, cost, kind)),
    sales: rows.flatMap(({ boughtAt, soldAfter }, nth) =>
      soldAfter === null ? [] : [sold(`p${nth}`, boughtAt + soldAfter)],
    ),
  }));

describe('by every method', () => {
  test('sold and remaining are what was bought, and every sale is told', () => {
    fc.assert(
      fc.property(anyBooks, fc.constantFrom(...COST_METHODS), ({ lots, sales }, method) => {
        const bought = lots.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
        const made = costsBy(method, lots, sales);
        expect(made.sold + made.remaining).toBe(bought);
        expect(made.remaining).toBeGreaterThanOrEqual(0);
        expect(made.costs.size).toBe(sales.length);
        expect(made.soldUnknown + made.remainingUnknown).toBe(lots.filter(({ cost }) => cost === null).length);
        const unknown = [...made.costs.values()].filter((cost) => cost === null).length;
        expect(unknown).toBe(made.soldUnknown);
      }),
      { seed: 1 },
    );
  });

  test('any order of the same rows gives the same cents', () => {
    fc.assert(
      fc.property(anyBooks, fc.constantFrom(...COST_METHODS), fc.infiniteStream(fc.nat()), (books, method, chance) => {
        const keys = new Map([...books.lots, ...books.sales].map((row) => [row, chance.next().value as number]));
        const shuffled = <Row extends CostLot | SoldLot>(rows: readonly Row[]) =>
          rows.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(costsBy(method, shuffled(books.lots), shuffled(books.sales))).toEqual(
          costsBy(method, books.lots, books.sales),
        );
      }),
      { seed: 2 },
    );
  });

  test('when everything is sold, each method comes to the same cost of all', () => {
    fc.assert(
      fc.property(anyBooks, ({ lots }) => {
        const all = lots.map(({ pairId, boughtAt }) => sold(pairId, boughtAt + 1));
        const totals = COST_METHODS.map((method) => costsBy(method, lots, all).sold);
        expect(new Set(totals).size).toBe(1);
      }),
      { seed: 3 },
    );
  });
});
