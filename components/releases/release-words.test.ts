import { expect, test, vi } from 'vitest';
import type { Money } from '@/lib/domain/money/money';
import type { ReleaseResale } from '@/lib/queries/release-resale';
import { usd } from '@/tests/fixtures/builders';
import { basisText, daysUntil, gapText, releaseDay } from './release-words';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

const TODAY = '2026-11-23';

test.each([
  ['2026-12-05', 'Sat 5 Dec', 'in 12 days'],
  ['2026-11-23', 'Mon 23 Nov', 'today'],
  ['2026-11-24', 'Tue 24 Nov', 'tomorrow'],
  ['2026-11-22', 'Sun 22 Nov', '1 day ago'],
  ['2026-11-18', 'Wed 18 Nov', '5 days ago'],
  ['2027-01-02', '2 Jan 2027', 'in 40 days'],
])('%s is %s, %s', (date, day, until) =>
  expect([releaseDay(date, TODAY), daysUntil(date, TODAY)]).toEqual([day, until]),
);

test('days are counted by the calendar, also over the night that has an hour more or less', () => {
  expect(daysUntil('2026-03-30', '2026-03-28')).toBe('in 2 days');
  expect(daysUntil('2026-10-26', '2026-10-24')).toBe('in 2 days');
});

const basis = (expected: ReleaseResale['expected'], retailPrice: Money | null = usd(115)) =>
  basisText({ expected, retailPrice, net: null, profit: null, missing: [] });

test('what an expected resale rests on', () => {
  const price = usd(150);
  expect(basis({ kind: 'own-sales', price, sizes: 1 })).toBe('Last sale of 1 size of this pair.');
  expect(basis({ kind: 'own-sales', price, sizes: 4 })).toBe('Median of the last sales of 4 sizes of this pair.');
  expect(basis({ kind: 'own-asks', price, sizes: 3 })).toBe(
    'Median of the lowest asks of 3 sizes; nothing has sold yet.',
  );
  expect(basis({ kind: 'similar', price, pairs: 5, multipleBasisPoints: 13_000 })).toBe(
    "5 pairs of the same model resell for 1.30 times their retail price (median); this one's is $115.",
  );
  expect(basis({ kind: 'unknown', reason: 'no-retail' }, null)).toBe(
    'Without a retail price nothing can be said before pairs have sold.',
  );
  expect(basis({ kind: 'unknown', reason: 'not-enough-data' })).toBe(
    'Too few sales of this pair, or of pairs like it, are in your books.',
  );
});

test.each([
  [['fx-rate'], 'No exchange rate is known between the currencies. Set one in Settings.'],
  [['retail-price', 'fx-rate'], 'The retail price is not known.'],
  [['rating'], 'Your fees are not known. Fill in the fee profile in Settings.'],
])('what a profit lacks: %j', (missing, words) => expect(gapText(missing)).toBe(words));
