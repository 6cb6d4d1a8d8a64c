import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, type Money } from '../money/money';
import { defaultProfile } from '../sites/default-profiles';
import type { SiteId } from '../sites/site';
import type { SellerTerms } from '../sites/site-profile';
import { instant } from '../time/instant';
import type { RateOf } from './landed-cost';
import { bestPlace, sellHere, type SellHere } from './sell-here';

const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');
const eur = (euros: number) => money(Math.round(euros * 100), 'EUR');
const noRate: RateOf = () => null;
const rates: RateOf = (a, b) => ({
  base: 'USD',
  quote: a === 'USD' ? b : a,
  rateE8: 200_000_000,
  asOf: instant(0),
  source: 'test',
});
const here = (site: SiteId, pagePrice: Money | null, rateOf = noRate): SellHere =>
  sellHere({ site, terms: defaultProfile(site, pagePrice?.currency).seller, pagePrice, rateOf });

describe('sellHere by what is known of each site', () => {
  test('StockX, ask 103 EUR: 102 - 9 % (9.18) - 3 % (3.06) - 10.00 = 79.76', () => {
    expect(here('stockx', eur(103))).toEqual({
      price: eur(102),
      basis: 'page-ask-minus-1',
      lines: { commission: eur(9.18), payment: eur(3.06), fixedFee: eur(0), shipping: eur(10) },
      net: eur(79.76),
      missing: [],
    });
  });

  test('StockX, ask 41 EUR: 9 % of 40 is 3.60, the least is 5.00; 40 - 5 - 1.20 - 10 = 23.80', () => {
    expect(here('stockx', eur(41))).toMatchObject({ lines: { commission: eur(5) }, net: eur(23.8) });
  });

  test('StockX in dollars: the label is not known, so 104 - 10.00 - 3.12 = 90.88 is the most', () => {
    expect(here('stockx', usd(105))).toMatchObject({ net: usd(90.88), missing: ['seller-shipping'] });
  });

  test('StockX in yen: the least is 800 of 8,999: 9 % is 810, 3 % is 270', () => {
    expect(here('stockx', money(9000, 'JPY'))).toMatchObject({
      price: money(8999, 'JPY'),
      lines: { commission: money(810, 'JPY'), payment: money(270, 'JPY') },
    });
  });

  test('a least commission in another currency needs a rate', () => {
    expect(here('stockx', money(100_000, 'SEK'))).toMatchObject({ net: null, missing: ['terms-rate'] });
    expect(here('stockx', money(10_100, 'SEK'), rates)).toMatchObject({ lines: { commission: money(2000, 'SEK') } });
  });

  test('eBay US from $150 on: 150 - 8 % (12.00) = 138.00, complete', () => {
    expect(here('ebay', usd(150))).toMatchObject({ basis: 'page-price', net: usd(138), missing: [] });
  });

  test('eBay US below: 149.99 - 13.6 % (20.40) = 129.59, before the fee per order', () => {
    expect(here('ebay', usd(149.99))).toMatchObject({ net: usd(129.59), missing: ['fixed-fee'] });
  });

  test('Vinted: all of it; Depop US: 100 - 3.3 % - 0.45 = 96.25', () => {
    expect(here('vinted', eur(80))).toMatchObject({ price: eur(80), net: eur(80), missing: [] });
    expect(here('depop', usd(100))).toMatchObject({ net: usd(96.25), missing: [] });
  });

  test.each<[SiteId, string]>([
    ['goat', 'sold-through-alias'],
    ['flight-club', 'sold-through-alias'],
    ['stadium-goods', 'seller-terms'],
    ['nike', 'no-sellers'],
  ])('%s: no figure, and why: %s', (site, gap) => {
    expect(here(site, usd(105))).toEqual({ price: null, basis: null, lines: null, net: null, missing: [gap] });
  });

  test('no price, or an ask with nothing under it', () => {
    expect(here('stockx', null)).toMatchObject({ net: null, missing: ['page-price'] });
    expect(here('stockx', usd(1))).toMatchObject({ net: null, missing: ['ask-too-low'] });
  });
});

describe('bestPlace', () => {
  const known = (net: Money | null, missing: SellHere['missing'] = []): SellHere => ({
    ...here('vinted', usd(1)),
    net,
    missing,
  });

  test.each<[string, Money | null, SellHere, ReturnType<typeof bestPlace>]>([
    ['here brings more', usd(80.38), known(usd(90.88)), { place: 'here', ahead: usd(10.5) }],
    ['alias brings more', usd(80.38), known(usd(70)), { place: 'alias', ahead: usd(10.38) }],
    ['a tie is alias', usd(80), known(usd(80)), { place: 'alias', ahead: usd(0) }],
    ['the most here is not enough', usd(80), known(usd(79), ['seller-shipping']), { place: 'alias', ahead: null }],
    ['the most here would be enough', usd(80), known(usd(81), ['seller-shipping']), null],
    ['alias is not known', null, known(usd(81)), null],
    ['here is not known', usd(80), known(null, ['seller-terms']), null],
    ['two currencies', eur(80), known(usd(81)), null],
  ])('%s', (_, alias, site, expected) => {
    expect(bestPlace(alias, site)).toEqual(expected);
  });
});

test('whatever the terms: lines and net add up to the price, in one currency', () => {
  const share = fc.integer({ min: 0, max: 10_000 });
  const amount = fc.option(fc.integer({ min: 0, max: 10_000 }).map((minor) => money(minor, 'USD')));
  const terms: fc.Arbitrary<SellerTerms> = fc.record({
    commissionBasisPoints: share,
    paymentBasisPoints: share,
    minimumCommission: amount,
    fixedFee: amount,
    shipping: amount,
    step: fc.option(fc.record({ from: fc.constant(usd(150)), commissionBasisPoints: share })),
  });
  fc.assert(
    fc.property(fc.integer({ min: 101, max: 10_000_000 }), terms, (cents, given) => {
      const sold = sellHere({ site: 'stockx', terms: given, pagePrice: money(cents, 'USD'), rateOf: noRate });
      const { commission, payment, fixedFee, shipping } = sold.lines ?? {
        commission: usd(-1),
        payment: usd(-1),
        fixedFee: null,
        shipping: null,
      };
      const lines = [commission, payment, fixedFee, shipping].map((line) => Number(line?.minor ?? 0));
      expect((sold.net?.minor ?? 0) + lines.reduce((a, b) => a + b, 0)).toBe(cents - 100);
      expect(sold.missing.includes('fixed-fee')).toBe(fixedFee === null);
      expect(sold.missing.includes('seller-shipping')).toBe(shipping === null);
    }),
    { seed: 1 },
  );
});
