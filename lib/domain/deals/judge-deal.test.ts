import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALIAS_FEE_SCHEDULES } from '../fees/alias-fee-schedules';
import { netOf, resolveFees } from '../fees/estimate-net';
import { feesFor } from '../fees/fee-schedule';
import { money } from '../money/money';
import { instant } from '../time/instant';
import { judgeDeal, type DealInputs } from './judge-deal';
import type { AddedCosts } from './landed-cost';

const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');
const fx = { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: instant(0), source: 'test' } as const;

/** A site of which nothing is known. */
const UNKNOWN: AddedCosts = {
  feeBasisPoints: null,
  fixedFee: null,
  shipping: null,
  dutyBasisPoints: null,
  lacksRate: false,
};
const SENT: AddedCosts = {
  feeBasisPoints: 300,
  fixedFee: usd(0),
  shipping: usd(5),
  dutyBasisPoints: 0,
  lacksRate: false,
};

const PANDA: DealInputs = {
  pagePrice: usd(105),
  added: UNKNOWN,
  figures: { lowestAsk: usd(98), highestOffer: usd(90), lastSale: usd(99) },
  currency: 'USD',
  schedule: feesFor(ALIAS_FEE_SCHEDULES, instant(Date.UTC(2026, 5, 1))),
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  fx: null,
  targetRoiBasisPoints: 1500,
};
const judge = (given: Partial<DealInputs> = {}) => judgeDeal({ ...PANDA, ...given });

describe('judgeDeal', () => {
  test('the example of the card', () => {
    const deal = judge();
    expect(deal.underAsk).toMatchObject({
      price: usd(97),
      net: usd(80.38),
      profit: usd(-24.62),
      roiBasisPoints: -2345,
      missing: [],
    });
    expect(deal.intoOffer).toMatchObject({ price: usd(90), net: usd(74.23), profit: usd(-30.77), missing: [] });
    expect(deal).toMatchObject({ maxBuy: usd(69.89), maxBuyMissing: [] });
  });

  test('what the site adds counts: 105 + 3.15 + 5.00 = 113.15, so 80.38 - 113.15 = -32.77', () => {
    const deal = judge({ added: SENT });
    expect(deal.landed).toMatchObject({ total: usd(113.15), missing: [] });
    expect(deal.underAsk).toMatchObject({ profit: usd(-32.77), roiBasisPoints: -2896 });
    expect(deal.intoOffer).toMatchObject({ profit: usd(-38.92) });
  });

  test('max buy is the price on the page: 63.00 + 1.89 + 5.00 = 69.89, which 15 % allows, and 63.01 lands at 69.90', () => {
    expect(judge({ added: SENT }).maxBuy).toEqual(usd(63));
    expect(judge({ added: { ...SENT, shipping: usd(69.89) } })).toMatchObject({
      maxBuy: null,
      maxBuyMissing: ['no-price-would-do'],
    });
  });

  test('sold at the break-even price the landed cost comes back: 113.15 needs 135, which nets 113.78', () => {
    expect(judge({ added: SENT }).breakEven).toMatchObject({ price: usd(135), net: usd(113.78), profit: usd(0.63) });
  });

  test('what is not known of the landed cost is named', () => {
    expect(judge().landed?.missing).toEqual(['buyer-fee', 'buyer-fixed-fee', 'shipping', 'duty']);
    expect(judge({ pagePrice: null }).landed).toBeNull();
  });

  test('a price in pounds is compared in pounds', () => {
    const deal = judge({ pagePrice: money(5000, 'GBP'), currency: 'GBP', fx });
    expect(deal.underAsk).toMatchObject({
      price: usd(97),
      lines: { net: usd(80.38) },
      net: money(6430, 'GBP'),
      profit: money(1430, 'GBP'),
      roiBasisPoints: 2860,
    });
    expect(deal.maxBuy).toEqual(money(5591, 'GBP'));
  });

  test.each<[string, Partial<DealInputs>, object]>([
    ['no price on the page', { pagePrice: null }, { profit: null, roiBasisPoints: null, missing: ['page-price'] }],
    ['never read', { figures: null }, { price: null, net: null, profit: null, missing: ['no-figures'] }],
    [
      'no ask',
      { figures: { lowestAsk: null, highestOffer: usd(90), lastSale: null } },
      { price: null, net: null, missing: ['no-ask'] },
    ],
    [
      'an ask with nothing under it',
      { figures: { lowestAsk: usd(1), highestOffer: null, lastSale: null } },
      { price: null, missing: ['ask-too-low'] },
    ],
    ['no fees', { schedule: null }, { price: usd(97), lines: null, net: null, missing: ['fee-schedule'] }],
    [
      'no rate',
      { pagePrice: money(8000, 'EUR'), currency: 'EUR' },
      { price: usd(97), lines: { net: usd(80.38) }, net: null, profit: null, missing: ['fx-rate'] },
    ],
  ])('%s: told, never zero', (_, given, expected) => {
    expect(judge(given).underAsk).toMatchObject(expected);
  });

  test('an offer is judged by itself', () => {
    const deal = judge({ figures: { lowestAsk: null, highestOffer: usd(90), lastSale: null } });
    expect(deal.intoOffer).toMatchObject({ net: usd(74.23), missing: [] });
    expect(deal).toMatchObject({ maxBuy: null, maxBuyMissing: ['no-ask'] });
    expect(judge({ figures: { lowestAsk: usd(98), highestOffer: null, lastSale: null } }).intoOffer.missing).toEqual([
      'no-offer',
    ]);
  });

  test('what a pair may cost needs no price on the page; fees above the price leave none', () => {
    expect(judge({ pagePrice: null }).maxBuy).toEqual(usd(69.89));
    const worthless = judge({ figures: { lowestAsk: usd(5), highestOffer: null, lastSale: null } });
    expect(worthless.underAsk.net?.minor).toBeLessThan(0);
    expect(worthless).toMatchObject({ maxBuy: null, maxBuyMissing: ['no-price-would-do'] });
  });

  test('sold at the break-even price it brings back what the page asks, a dollar less does not', () => {
    expect(judge().breakEven).toMatchObject({ price: usd(126), net: usd(105.87), profit: usd(0.87), missing: [] });
  });

  test('the break-even price of a price in pounds is in dollars, and what it nets in pounds', () => {
    const { breakEven } = judge({ pagePrice: money(8000, 'GBP'), currency: 'GBP', fx });
    expect(breakEven).toMatchObject({
      price: usd(120),
      net: money(8048, 'GBP'),
      profit: money(48, 'GBP'),
      missing: [],
    });
  });

  test('the break-even price needs no market, only a price, fees and a rate', () => {
    expect(judge({ figures: null }).breakEven).toEqual(judge().breakEven);
    const missing = (given: Partial<DealInputs>) => judge(given).breakEven;
    expect(missing({ pagePrice: null })).toMatchObject({ price: null, profit: null, missing: ['page-price'] });
    expect(missing({ schedule: null })).toMatchObject({ price: null, missing: ['fee-schedule'] });
    expect(missing({ pagePrice: money(8000, 'EUR'), currency: 'EUR' })).toMatchObject({ missing: ['fx-rate'] });
  });

  test('for any price on the page, the break-even price covers it and one dollar less does not', () => {
    const fees = resolveFees(PANDA.schedule, PANDA.profile);
    if (fees.kind === 'unknown') throw new Error('The fees of the example are known.');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (cents) => {
        const { price, profit } = judge({ pagePrice: money(cents, 'USD') }).breakEven;
        expect(profit?.minor).toBeGreaterThanOrEqual(0);
        const less = money((price?.minor ?? 0) - 100, 'USD');
        if (less.minor > 0) expect(netOf(less, fees).net.minor).toBeLessThan(cents);
      }),
      { seed: 1 },
    );
  });
});
