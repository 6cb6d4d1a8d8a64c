import { describe, expect, test, vi } from 'vitest';
import { DAY_MS, HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { NOON } from '@/tests/fixtures/builders';
import { gapText, priceTitle } from './chart-titles';
import { priceSeries, salesPoints } from './chart-series';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

const ago = (days: number) => shiftInstant(NOON, -days * DAY_MS);

describe('what is hatched', () => {
  test.each([
    ['a beginning', [{ from: null, until: ago(9) }], 'Sales before 21 Feb 2026 may be missing'],
    ['a hole', [{ from: ago(12), until: ago(9) }], 'Sales between 18 Feb 2026 and 21 Feb 2026 may be missing'],
    [
      'several',
      [
        { from: null, until: ago(20) },
        { from: ago(12), until: ago(9) },
      ],
      'Sales may be missing where it is hatched',
    ],
  ])('%s', (_name, gaps, expected) => {
    expect(gapText(gaps)).toBe(expected);
  });
});

describe('what the ask has done', () => {
  const asks = (...given: [number, number][]) => ({
    id: 'ask',
    label: 'Ask',
    points: given.map(([days, cents]) => ({ at: ago(days), value: cents })),
  });
  const range = { from: ago(30), to: NOON };

  test.each([
    ['Ask fell 12 % in 30 days', asks([30, 11_200], [2, 9850])],
    ['Ask rose 10 % in 30 days', asks([30, 10_000], [2, 11_000])],
    ['Ask is what it was 30 days ago', asks([30, 10_000])],
    ['No ask has been seen yet', asks()],
  ])('%s', (expected, series) => {
    expect(priceTitle(series, range, 'USD')).toBe(expected);
  });
});

test('sales are drawn in order of time, in the currency of the prices alone', () => {
  const sale = (hours: number, minor: number, currency: 'USD' | 'GBP') => ({
    id: String(hours),
    catalogId: 'panda',
    usSize: 10,
    price: { minor, currency } as never,
    consigned: null,
    purchasedAt: shiftInstant(NOON, -hours * HOUR_MS),
    seenAt: NOON,
  });
  const sales = [sale(1, 9900, 'USD'), sale(2, 8000, 'GBP'), sale(3, 9700, 'USD')];
  expect(salesPoints(sales, 'USD').map(({ value }) => value)).toEqual([9700, 9900]);
  expect(priceSeries({ prices: [], pricesReadAt: NOON })).toMatchObject({ unit: 'USD', series: [{ points: [] }, {}] });
});
