import { describe, expect, test } from 'vitest';
import { releaseOfTemplate } from './template-release';

const RETAIL = { amount: 12_000, currency: 'USD', amountUsdCents: 12_000 };

describe('the release of a product of GOAT’s data', () => {
  test.each([
    ['2026-12-05', '2026-12-05'],
    ['2026-12-05T23:59:59.999Z', '2026-12-05'],
    ['2026-12-05T00:00:00.000+09:00', '2026-12-05'],
  ])('%s is %s', (releaseDate, date) => {
    expect(releaseOfTemplate({ releaseDate, localizedSpecialDisplayPriceCents: RETAIL })).toEqual({
      date,
      retailPrice: { minor: 12_000, currency: 'USD' },
    });
  });

  test.each([[null], [undefined], [''], ['TBA'], ['2026-02-30'], ['0000-00-00'], [20_261_205], [{}], [['2026-12-05']]])(
    '%j is no day',
    (releaseDate) => expect(releaseOfTemplate({ releaseDate, specialDisplayPriceCents: 12_000 })).toBeNull(),
  );

  test.each([
    ['in another currency', { localizedSpecialDisplayPriceCents: { amount: '11000', currency: 'eur' } }, 11_000, 'EUR'],
    ['without one', { specialDisplayPriceCents: 12_000 }, 12_000, 'USD'],
  ])('retail %s', (_what, told, minor, currency) => {
    expect(releaseOfTemplate({ releaseDate: '2026-12-05', ...told })?.retailPrice).toEqual({ minor, currency });
  });

  test.each([
    [{}],
    [{ specialDisplayPriceCents: 0 }],
    [{ specialDisplayPriceCents: 1.5 }],
    [{ specialDisplayPriceCents: -12_000 }],
    [{ specialDisplayPriceCents: '12000.00' }],
    [{ localizedSpecialDisplayPriceCents: { amount: 12_000, currency: 'XYZ' }, specialDisplayPriceCents: 9000 }],
  ])('%j is no retail price', (told) => {
    expect(releaseOfTemplate({ releaseDate: '2026-12-05', ...told })).toEqual({
      date: '2026-12-05',
      retailPrice: null,
    });
  });

  test('without data there is none', () => {
    expect(releaseOfTemplate(null)).toBeNull();
  });
});
