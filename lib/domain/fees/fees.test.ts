import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, subtract } from '../money/arithmetic';
import { money } from '../money/money';
import { instant, parseInstant } from '../time/instant';
import { ALIAS_FEE_SCHEDULES } from './alias-fee-schedules';
import { estimateNet } from './estimate-net';
import { feesFor, type FeeProfile } from './fee-schedule';

const today = parseInstant('2026-06-01T00:00:00Z') ?? instant(0);
const schedule = feesFor(ALIAS_FEE_SCHEDULES, today);
const US: FeeProfile = { rating: 90, country: 'US', method: 'prepaid', withdraws: true };
const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');

function known(dollars: number, profile: FeeProfile = US) {
  const estimate = estimateNet(usd(dollars), schedule, profile);
  if (estimate.kind === 'unknown') throw new Error(estimate.missing.join());
  return estimate;
}

describe('feesFor', () => {
  test.each([
    ['2019-12-31T23:59:59Z', null],
    ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
    ['2024-05-09T23:59:59Z', '2020-01-01T00:00:00Z'],
    ['2024-05-10T00:00:00Z', '2024-05-10T00:00:00Z'],
    ['2030-01-01T00:00:00Z', '2024-05-10T00:00:00Z'],
  ])('at %s the schedule of %s', (at, from) => {
    const inForce = feesFor(ALIAS_FEE_SCHEDULES.toReversed(), parseInstant(at) ?? instant(0));
    expect(inForce?.validFrom ?? null).toBe(from === null ? null : parseInstant(from));
  });
});

describe('estimateNet', () => {
  test.each([
    // price, payout, net: US prepaid, rating 90
    [97, 82.79, 80.38],
    [119, 102.7, 99.72],
    [120, 103.6, 100.6],
  ])('$%d pays out $%d and nets $%d', (price, payout, net) => {
    expect(known(price)).toMatchObject({ payout: usd(payout), net: usd(net) });
  });

  test('the whole breakdown of $97', () => {
    expect(known(97)).toEqual({
      kind: 'known',
      price: usd(97),
      commission: usd(9.21),
      sellerFee: usd(5),
      payout: usd(82.79),
      cashOut: usd(2.41),
      net: usd(80.38),
    });
  });

  test.each<[Partial<FeeProfile>, number]>([
    // payout of $100
    [{}, 85.5],
    [{ method: 'drop-off' }, 90.5],
    [{ rating: 100 }, 85.5],
    [{ rating: 89 }, 80],
    [{ rating: 70 }, 80],
    [{ rating: 69 }, 75],
    [{ rating: 50 }, 75],
    [{ rating: 49 }, 70],
    [{ rating: 0 }, 70],
    [{ country: 'GB' }, 85.5],
    [{ country: 'GB', method: 'drop-off' }, 88.5],
    [{ country: 'NL' }, 84.5],
    [{ country: 'CA' }, 82.6],
    [{ country: 'FR', method: 'drop-off' }, 84.5],
    [{ country: 'IT', method: 'drop-off' }, 82.5],
    [{ country: 'JP' }, 80.5],
    [{ country: 'BR' }, 60.5],
  ])('%o pays out $%d of $100', (change, payout) => {
    expect(known(100, { ...US, ...change }).payout).toEqual(usd(payout));
  });

  test.each<[Partial<FeeProfile>, string[]]>([
    [{ rating: null }, ['rating']],
    [{ country: null }, ['country']],
    [{ rating: null, country: null }, ['rating', 'country']],
    [{ country: 'FR' }, ['seller-fee']],
    [{ country: 'CA', rating: 80 }, ['commission']],
    [{ rating: -1 }, ['commission']],
  ])('%o is unknown for want of %o', (change, missing) => {
    expect(estimateNet(usd(100), schedule, { ...US, ...change })).toEqual({ kind: 'unknown', missing });
  });

  test('without a schedule nothing is known', () => {
    expect(estimateNet(usd(100), null, US)).toEqual({ kind: 'unknown', missing: ['fee-schedule'] });
  });

  test('earnings that stay have no cash-out', () => {
    expect(known(97, { ...US, withdraws: false })).toMatchObject({ cashOut: usd(0), net: usd(82.79) });
  });

  test('a price below the fees pays out less than nothing, and nothing is withdrawn of that', () => {
    expect(known(5)).toMatchObject({ payout: usd(-0.48), cashOut: usd(0), net: usd(-0.48) });
  });

  test('lines add up, each figure is within a cent of the exact one, and more never nets less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 0, max: 100 }), (cents, rating) => {
        const net = known(cents / 100, { ...US, rating });
        expect(subtract(subtract(net.price, net.commission), net.sellerFee)).toEqual(net.payout);
        expect(add(net.net, net.cashOut)).toEqual(net.payout);
        const rate = rating >= 90 ? 0.095 : rating >= 70 ? 0.15 : rating >= 50 ? 0.2 : 0.25;
        const exact = cents * (1 - rate) - 500;
        expect(Math.abs(net.payout.minor - exact)).toBeLessThanOrEqual(0.5001);
        expect(Math.abs(net.net.minor - (exact > 0 ? exact * 0.971 : exact))).toBeLessThanOrEqual(0.5001);
        expect(Math.abs(net.commission.minor - cents * rate)).toBeLessThanOrEqual(0.5001);
        expect(known((cents + 1) / 100, { ...US, rating }).net.minor).toBeGreaterThanOrEqual(net.net.minor);
      }),
      { seed: 1 },
    );
  });
});
