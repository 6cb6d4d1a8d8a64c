import { expect, test } from 'vitest';
import { makePair } from '@/tests/fixtures/builders';
import { money } from '../money/money';
import { saleTaxOf } from './sale-tax';
import { NO_TAX_PROFILE, type TaxProfile } from './tax-profile';

const gbp = (pounds: number) => money(pounds * 100, 'GBP');
const british: TaxProfile = { ...NO_TAX_PROFILE, country: 'GB', registered: true, registeredOn: '2026-01-01' };
const unused = makePair({ condition: 'new' });

test('at the standard rate £120.00 holds £20.00: 120 x 20 / 120', () => {
  expect(saleTaxOf(british, unused, gbp(120), '2026-03-01')).toEqual({ treatment: 'standard', tax: gbp(20) });
});

test('by margin no tax is shown', () => {
  expect(saleTaxOf({ ...british, unused: 'margin' }, unused, gbp(120), '2026-03-01')).toEqual({
    treatment: 'margin',
    tax: null,
  });
});

test('in Australia a second-hand piece shows the GST of its whole price: 330 / 11 = 30', () => {
  const australian: TaxProfile = { ...NO_TAX_PROFILE, country: 'AU', registered: true, scheme: 'margin' };
  const worn = makePair({ condition: 'used' });
  expect(saleTaxOf(australian, worn, money(33_000, 'AUD'), '2026-03-01')).toEqual({
    treatment: 'standard',
    tax: money(3000, 'AUD'),
  });
});

test.each([
  ['nobody was asked', NO_TAX_PROFILE, '2026-03-01'],
  ['not registered', { ...british, registered: false }, '2026-03-01'],
  ['before the registration', british, '2025-12-31'],
] as const)('%s: nothing is said', (_, profile, on) => {
  expect(saleTaxOf(profile, unused, gbp(120), on)).toBeNull();
});

test('without its pair it is told only where all pairs go alike', () => {
  expect(saleTaxOf(british, null, gbp(120), '2026-03-01')?.treatment).toBe('standard');
  expect(saleTaxOf({ ...british, scheme: 'margin' }, null, gbp(120), '2026-03-01')).toBeNull();
});
