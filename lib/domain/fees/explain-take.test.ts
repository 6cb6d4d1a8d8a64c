import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import { money } from '../money/money';
import { netOf, type ResolvedFees } from './estimate-net';
import { explainTake } from './explain-take';

const fees = (commissionBasisPoints: number, sellerFee: number): ResolvedFees => ({
  kind: 'resolved',
  commissionBasisPoints,
  sellerFee: usd(sellerFee),
  cashOutBasisPoints: 290,
});

describe('a payout by 9.5 % and $5.00', () => {
  test.each<[string, number, number, readonly [number, number] | null]>([
    ['120.00 - 11.40 - 5.00 = 103.60', 120, 103.6, [11.4, 5]],
    ['97.00 - 9.215 - 5.00 = 82.785, credited as 82.79: commission 9.21', 97, 82.79, [9.21, 5]],
    ['97.00 - 9.215 - 5.00 = 82.785, credited as 82.78: commission 9.22', 97, 82.78, [9.22, 5]],
    ['97.00 to 82.80 is a cent and a half more than 82.785: not explained', 97, 82.8, null],
    ['97.00 to 82.77 is a cent and a half less than 82.785: not explained', 97, 82.77, null],
    ['120.00 to 103.61 is one cent more: not explained', 120, 103.61, null],
    ['120.00 to 97.00 is 15 % and 5.00, another rating: not explained', 120, 97, null],
    ['4.00 - 0.38 - 5.00 = -1.38: below zero, and explained', 4, -1.38, [0.38, 5]],
    ['120.00 to 120.00, nothing taken: not explained', 120, 120, null],
  ])('%s', (_, price, payout, parts) => {
    const expected = parts === null ? null : { commission: usd(parts[0]), sellerFee: usd(parts[1]) };
    expect(explainTake(usd(price), usd(payout), fees(950, 5))).toEqual(expected);
  });

  test('nothing is told across currencies, nor of amounts beyond what a number holds', () => {
    expect(explainTake(usd(120), money(10_360, 'GBP'), fees(950, 5))).toBeNull();
    expect(explainTake(money(12_000, 'GBP'), money(10_360, 'GBP'), fees(950, 5))).toBeNull();
    const huge = money(Number.MAX_SAFE_INTEGER, 'USD');
    expect(explainTake(huge, huge, fees(0, 0))).toBeNull();
  });
});

test('what the estimate pays is always explained, as it has it; a payout more than half a cent off never is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000_000 }),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: -3, max: 3 }),
      (price, basisPoints, sellerFee, off) => {
        const by: ResolvedFees = { ...fees(basisPoints, 0), sellerFee: money(sellerFee, 'USD') };
        const sold = money(price, 'USD');
        const { payout, commission } = netOf(sold, by);
        expect(explainTake(sold, payout, by)).toEqual({ commission, sellerFee: by.sellerFee });
        const paid = money(payout.minor + off, 'USD');
        const told = explainTake(sold, paid, by);
        // In ten-thousandths of a cent, in big numbers.
        const left = BigInt(price) * BigInt(10_000 - basisPoints) - BigInt(sellerFee) * 10_000n;
        const far = left - BigInt(paid.minor) * 10_000n;
        expect(told !== null).toBe(far <= 5000n && far >= -5000n);
        if (told !== null) expect(told.commission.minor + told.sellerFee.minor).toBe(price - paid.minor);
      },
    ),
    { seed: 1, numRuns: 2000 },
  );
});
