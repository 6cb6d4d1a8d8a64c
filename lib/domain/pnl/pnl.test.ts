import { describe, expect, test } from 'vitest';
import { day, makePair, makeSale, pound, settings, usd } from '@/tests/fixtures/pnl-rows';
import { money } from '../money/money';
import { instant, type Instant } from '../time/instant';
import { pnlLine } from './pnl-line';
import { NO_CHARGES } from '../sales/charges';
import { marginOf, profitOf, roiOf, totalCost } from './profit';

const gbp = (pounds: number) => money(Math.round(pounds * 100), 'GBP');

test('a sale elsewhere brings what the seller says arrived: no fees of alias, no cash-out, nothing estimated', () => {
  const told = makeSale({ marketplace: 'ebay', price: gbp(120), payout: gbp(106) });
  expect(pnlLine(told, makePair(gbp(60), gbp(4)), { ...settings, currency: 'GBP', schedules: [] })).toMatchObject({
    revenue: gbp(120),
    fees: { take: gbp(14), takeIs: 'actual', cashOut: gbp(0), cashOutIs: 'none' },
    missingFees: [],
    net: gbp(106),
    profit: gbp(42),
    estimated: false,
  });
});

test('a payout told in another currency than the price is told by its own way, and stops no report', () => {
  const charges = { ...NO_CHARGES, commission: usd(10) };
  const sale = makeSale({ marketplace: 'ebay', price: usd(100), payout: gbp(64), charges, fx: pound });
  expect(pnlLine(sale, makePair(usd(60)), settings)).toMatchObject({
    fees: { take: usd(20), split: null },
    net: usd(80),
    profit: usd(20),
  });
  expect(pnlLine({ ...sale, fx: null }, makePair(usd(60)), settings)).toMatchObject({ fees: null, profit: null });
});

describe('profit, margin, ROI', () => {
  test('of known figures', () => {
    expect(totalCost(usd(60), usd(5))).toEqual(usd(65));
    expect(profitOf(usd(80.38), usd(60))).toEqual(usd(20.38));
    expect(marginOf(usd(19.7), usd(119))).toBe(1655);
    expect(roiOf(usd(15), usd(100))).toBe(1500);
    expect(roiOf(usd(-15), usd(100))).toBe(-1500);
  });

  test('unknown in, unknown out', () => {
    expect(totalCost(null, usd(5))).toBeNull();
    expect(totalCost(usd(60), null)).toEqual(usd(60));
    expect(profitOf(null, usd(1))).toBeNull();
    expect(profitOf(usd(1), null)).toBeNull();
    expect(marginOf(null, usd(1))).toBeNull();
    expect(marginOf(usd(1), usd(0))).toBeNull();
    expect(roiOf(usd(1), null)).toBeNull();
    expect(roiOf(usd(1), usd(0))).toBeNull();
  });
});

describe('pnlLine', () => {
  test('with estimated fees', () => {
    expect(pnlLine(makeSale(), makePair(usd(60), usd(2)), settings)).toMatchObject({
      revenue: usd(97),
      fees: {
        take: usd(14.21),
        takeIs: 'estimated',
        split: { ...NO_CHARGES, commission: usd(9.21), sellerFee: usd(5) },
        cashOut: usd(2.41),
        cashOutIs: 'estimated',
      },
      net: usd(80.38),
      cost: usd(60),
      otherCosts: usd(2),
      profit: usd(18.38),
      estimated: true,
    });
  });

  test('with the payout the order states', () => {
    const line = pnlLine(makeSale({ payout: usd(82.79) }), makePair(usd(60)), settings);
    expect(line).toMatchObject({
      fees: { take: usd(14.21), takeIs: 'actual', split: null, cashOut: usd(2.4) },
      net: usd(80.39),
      profit: usd(20.39),
      estimated: true,
    });
    const kept = { ...settings, profile: { ...settings.profile, withdraws: false } };
    expect(pnlLine(makeSale({ payout: usd(82.79) }), makePair(usd(60)), kept)).toMatchObject({
      fees: { cashOut: usd(0), cashOutIs: 'none' },
      profit: usd(22.79),
      estimated: false,
    });
  });

  test('uses the fees of the day of the sale', () => {
    const gb = { ...settings, profile: { ...settings.profile, country: 'GB' } };
    const at = (soldAt: Instant) => pnlLine(makeSale({ soldAt }), makePair(usd(60)), gb)?.fees?.split?.sellerFee;
    expect(at(instant(Date.UTC(2023, 0, 1)))).toEqual(usd(12));
    expect(at(day(0))).toEqual(usd(5));
  });

  test('without a cost, a pair or fees the profit is unknown', () => {
    expect(pnlLine(makeSale(), makePair(null), settings)).toMatchObject({ cost: null, net: usd(80.38), profit: null });
    expect(pnlLine(makeSale(), null, settings)).toMatchObject({ cost: null, profit: null });
    const unrated = { ...settings, profile: { ...settings.profile, rating: null } };
    expect(pnlLine(makeSale(), makePair(usd(60)), unrated)).toMatchObject({
      fees: null,
      missingFees: ['rating'],
      net: null,
      profit: null,
      estimated: false,
    });
    expect(pnlLine(makeSale({ payout: usd(82.79) }), makePair(usd(60)), unrated)).toMatchObject({ profit: usd(20.39) });
  });

  test('in another currency by the sale’s own rate', () => {
    const inPounds = { ...settings, currency: 'GBP' } as const;
    expect(pnlLine(makeSale({ fx: pound }), makePair(usd(60)), inPounds)).toMatchObject({
      revenue: gbp(77.6),
      fees: { take: gbp(11.37), split: { sellerFee: gbp(4), commission: gbp(7.37) }, cashOut: gbp(1.93) },
      net: gbp(64.3),
      cost: gbp(48),
      profit: gbp(16.3),
    });
    expect(pnlLine(makeSale({ fx: pound }), makePair(gbp(48)), inPounds)).toMatchObject({ profit: gbp(16.3) });
    expect(pnlLine(makeSale(), makePair(gbp(48)), inPounds)).toBeNull();
    expect(pnlLine(makeSale({ fx: pound }), makePair(money(1, 'EUR')), inPounds)).toBeNull();
    expect(pnlLine(makeSale(), makePair(gbp(48)), settings)).toBeNull();
  });
});
