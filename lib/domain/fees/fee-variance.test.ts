import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { DAY_MS, instant, toIsoString, type Instant } from '../time/instant';
import { ALIAS_FEE_SCHEDULES } from './alias-fee-schedules';
import { estimateNet } from './estimate-net';
import { correctedSchedule } from './fee-proposal';
import { feesFor, type FeeProfile } from './fee-schedule';
import { feeVariance, type SettledOrder } from './fee-variance';

const usd = (units: number) => money(units, 'USD');
const US: FeeProfile = { rating: 90, country: 'US', method: 'prepaid', withdraws: true };
const monthOf = (at: Instant) => toIsoString(at).slice(0, 7);
const BEGIN = Date.UTC(2026, 0, 3, 12);

/** An order that took a share and a fixed fee, rounded as the marketplace does. */
function order(nth: number, basisPoints: number, fixed: number, dollars = 90 + ((nth * 37) % 210)): SettledOrder {
  const price = dollars * 100;
  const payout = Math.round((price * (10_000 - basisPoints)) / 10_000) - fixed;
  return {
    id: `o${String(nth).padStart(3, '0')}`,
    soldAt: instant(BEGIN + nth * 5 * DAY_MS),
    price: usd(price),
    payout: usd(payout),
  };
}
const orders = (count: number, basisPoints: number, fixed: number, from = 0) =>
  Array.from({ length: count }, (_, nth) => order(from + nth, basisPoints, fixed));
const variance = (settled: readonly SettledOrder[], profile = US) =>
  feeVariance(settled, ALIAS_FEE_SCHEDULES, profile, monthOf);

describe('feeVariance', () => {
  test('orders that took what was estimated: nothing to correct', () => {
    const found = variance(orders(20, 950, 500));
    expect(found).toMatchObject({ orders: 20, deviating: 0, withoutEstimate: 0, difference: usd(0), proposal: null });
    expect(found.stretches).toHaveLength(1);
    expect(found.stretches[0]?.found).toEqual({ basisPoints: 950, fixed: usd(500), explained: 20 });
  });

  test.each([
    ['15 % and $5.00: a rating of 70', 1500, 500, { rating: 70, country: 'US', method: 'prepaid' }],
    ['9.5 % and nothing: dropped off', 950, 0, { rating: 90, country: 'US', method: 'drop-off' }],
    ['20 % and nothing: a rating of 50, dropped off', 2000, 0, { rating: 50, country: 'US', method: 'drop-off' }],
    ['9.5 % and $6.00: sent from the Netherlands', 950, 600, { rating: 90, country: 'NL', method: 'prepaid' }],
  ] as const)('%s', (_, basisPoints, fixed, profile) => {
    const { proposal, deviating } = variance(orders(12, basisPoints, fixed));
    expect(proposal).toMatchObject({ kind: 'profile', profile, explained: 12, orders: 12 });
    expect(deviating).toBe(12);
  });

  test('8.8 % and $7.50 are in no table: fees of their own from the first such order on', () => {
    const { proposal } = variance([...orders(10, 950, 500), ...orders(10, 880, 750, 10)]);
    expect(proposal).toMatchObject({ kind: 'schedule', basisPoints: 880, fixed: usd(750) });
    expect(proposal?.kind === 'schedule' && proposal.validFrom).toBeGreaterThanOrEqual(order(10, 0, 0).soldAt);
  });

  test('of a long row of orders all are counted, though the newest say which fees they were', () => {
    const found = variance(orders(300, 950, 500));
    expect(found.stretches.map((stretch) => [stretch.orders, stretch.found?.explained])).toEqual([[300, 300]]);
  });

  test('a few penalties change nothing, and are told', () => {
    const settled = orders(20, 950, 500).map((each, nth) =>
      nth % 7 === 3 ? { ...each, payout: usd(each.payout.minor - 1000) } : each,
    );
    const found = variance(settled);
    expect([found.deviating, found.difference, found.proposal]).toEqual([3, usd(3000), null]);
  });

  test('four orders are too few, and orders that do not agree propose nothing', () => {
    expect(variance(orders(4, 1500, 500)).proposal).toBeNull();
    const random = orders(12, 950, 500).map((each, nth) => ({
      ...each,
      payout: usd(each.payout.minor - ((nth * nth * 1377) % 4000)),
    }));
    expect(variance(random).proposal).toBeNull();
  });

  test('without a rating nothing is compared, and what the orders say is proposed all the same', () => {
    const found = variance(orders(8, 1500, 500), { ...US, rating: null });
    expect(found).toMatchObject({
      withoutEstimate: 8,
      deviating: 0,
      proposal: { kind: 'profile', profile: { rating: 70 } },
    });
  });

  test('other currencies are left out; the order of the orders does not matter', () => {
    const settled = orders(15, 1500, 500);
    const foreign = { ...order(40, 950, 500), price: money(10_000, 'GBP'), payout: money(9000, 'GBP') };
    expect(variance([foreign, ...settled.toReversed()])).toEqual(variance(settled));
  });
});

test('a corrected table estimates what the orders took, for this seller alone', () => {
  const schedule = feesFor(ALIAS_FEE_SCHEDULES, instant(BEGIN));
  if (schedule === null) throw new Error('no schedule');
  const profile = { ...US, rating: 75, country: 'GB', method: 'drop-off' } as const;
  const corrected = correctedSchedule(schedule, profile, {
    validFrom: instant(BEGIN),
    basisPoints: 880,
    fixed: usd(130),
    source: 'orders',
  });
  const take = (who: FeeProfile, by = corrected) => {
    const net = estimateNet(usd(10_000), by, who);
    return net.kind === 'known' ? 10_000 - net.payout.minor : null;
  };
  expect(take(profile)).toBe(880 + 130);
  for (const who of [{ ...profile, rating: 95 }, { ...US, country: 'FR', method: 'drop-off' as const }, US])
    expect(take(who)).toBe(
      take(who, schedule) === null ? null : take(who, schedule)! + (who.country === 'GB' ? 130 - 200 : 0),
    );
});
