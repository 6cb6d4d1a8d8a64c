import { describe, expect, test } from 'vitest';
import { CURRENCY_CODES } from '../money/currency';
import { money } from '../money/money';
import { defaultProfile, profileOf, profileSource } from './default-profiles';
import { SITE_IDS } from './site';

describe('defaultProfile', () => {
  test.each([
    ['AUD', 750],
    ['CAD', 700],
    ['HKD', 4500],
    ['JPY', 800],
    ['MXN', 10_000],
    ['NZD', 1600],
    ['SGD', 700],
    ['KRW', 7500],
    ['CHF', 450],
    ['EUR', 500],
    ['GBP', 500],
  ] as const)('StockX in %s takes at least %i', (currency, least) => {
    expect(defaultProfile('stockx', currency).seller).toMatchObject({
      commissionBasisPoints: 900,
      paymentBasisPoints: 300,
      minimumCommission: money(least, currency),
    });
  });

  test('countries StockX does not list: ten dollars', () => {
    expect(defaultProfile('stockx', 'USD').seller?.minimumCommission).toEqual(money(1000, 'USD'));
    expect(defaultProfile('stockx', 'SEK').seller?.minimumCommission).toEqual(money(1000, 'USD'));
  });

  test('where nothing is known there is nothing: GOAT and Flight Club sell through alias, shops buy from nobody', () => {
    for (const site of ['goat', 'flight-club', 'stadium-goods', 'nike'] as const)
      expect(defaultProfile(site).seller).toBeNull();
    expect(defaultProfile('ebay', 'GBP').seller).toBeNull();
    expect(defaultProfile('depop', 'GBP').seller).toBeNull();
  });

  test('every site has terms and a source, in every currency', () => {
    for (const site of SITE_IDS) {
      expect(profileSource(site).source).not.toBe('');
      for (const currency of CURRENCY_CODES) expect(defaultProfile(site, currency).buyer).toBeDefined();
    }
  });

  test('duty is never taken for nothing', () => {
    for (const site of SITE_IDS) expect(defaultProfile(site).buyer.dutyBasisPoints).toBeNull();
  });
});

test('profileOf: the seller’s own, else what is known, and nothing a prototype has', () => {
  const own = { ...defaultProfile('goat'), currency: 'GBP' } as const;
  expect(profileOf('goat', { goat: own })).toBe(own);
  expect(profileOf('stockx', { goat: own }, 'EUR')).toEqual(defaultProfile('stockx', 'EUR'));
});
