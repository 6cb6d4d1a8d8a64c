import { describe, expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/reconcile-rows';
import { money } from '../money/money';
import { instant } from '../time/instant';
import { impliedRate, offByRate } from './implied-rate';
import { readReasons, writeReasons } from './reason';

describe('rates from the bank', () => {
  test('$100.00 that came as £79.12 is 0.7912; the same currency has none', () => {
    expect(impliedRate(usd(10_000), money(7912, 'GBP'), instant(5))).toEqual({
      base: 'USD',
      quote: 'GBP',
      rateE8: 79_120_000,
      asOf: 5,
      source: 'bank statement',
    });
    expect(impliedRate(usd(10_000), usd(10_000), instant(5))).toBeNull();
    expect(impliedRate(usd(10_000), money(15_000, 'JPY'), instant(5))?.rateE8).toBe(15_000_000_000);
  });

  test('how far off a stored rate, rounded up so that a tolerance is never stretched', () => {
    const rate = { base: 'GBP', quote: 'USD', rateE8: 125_000_000, asOf: instant(0), source: 'you' } as const;
    expect(offByRate(usd(10_000), money(7960, 'GBP'), rate)).toBe(50);
    expect(offByRate(usd(10_000), money(7999, 'GBP'), rate)).toBe(2);
    expect(offByRate(usd(10_000), money(100, 'EUR'), rate)).toBeNull();
    expect(offByRate(usd(0), money(100, 'GBP'), rate), 'nothing was to come').toBeNull();
  });

  test('reasons survive as text', () => {
    const reasons = [
      { code: 'payee', value: 'STADIUM GOODS: x' },
      { code: 'same-amount', value: '' },
    ] as const;
    expect(readReasons(writeReasons(reasons))).toEqual(reasons);
    expect(readReasons('odd:%E0%A4%A')).toEqual([{ code: 'odd', value: '%E0%A4%A' }]);
  });
});
