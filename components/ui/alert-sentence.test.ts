import { expect, test, vi } from 'vitest';
import type { AlertTrigger } from '@/lib/domain/alerts/alert';
import { alertFacts } from '@/lib/domain/alerts/alert-facts';
import type { AlertReading } from '@/lib/domain/alerts/alert-reading';
import { makeReading, NOON } from '@/lib/domain/alerts/fake-reading';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeProduct, usd } from '@/tests/fixtures/builders';
import { alertSentence, pairWords, targetSentence, wholeSentence, wholeTitle } from './alert-sentence';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

const sales = [110, 112, 112, 115, 120].map((price, nth) => ({
  at: shiftInstant(NOON, -(nth + 1) * DAY_MS),
  price: usd(price),
  seenAt: NOON,
}));
const AT_100 = { kind: 'ask-at-or-below', price: usd(100) } as const;

function said(
  trigger: AlertTrigger,
  reading: Partial<AlertReading> = {},
  found: Parameters<typeof alertFacts>[3] = {},
) {
  return alertSentence(makeProduct(), alertFacts(trigger, makeReading(reading), NOON, found));
}

const NETS = 'buying now and selling at last sale nets +$2.60';

// The last sale of $120 nets $100.60 after fees.
test.each<[AlertTrigger, Partial<AlertReading>, Parameters<typeof alertFacts>[3], string, string]>([
  [
    AT_100,
    { sales },
    {},
    'Dunk Low Panda US 10: ask $98',
    `$2 under your price of $100; $14 under its 30-day median; ${NETS}.`,
  ],
  [
    AT_100,
    { ask: usd(120), sales },
    {},
    'Dunk Low Panda US 10: ask $120',
    '$20 over your price of $100; $8 over its 30-day median; buying now and selling at last sale nets −$19.',
  ],
  [{ kind: 'net-at-or-above', profit: usd(2) }, {}, {}, 'Dunk Low Panda US 10: ask $98', `B${NETS.slice(1)}.`],
  [
    { kind: 'under-median', basisPoints: 1000 },
    { sales, lastSale: null },
    {},
    'Dunk Low Panda US 10: ask $98',
    '$14 under its 30-day median.',
  ],
  [
    { kind: 'drop', basisPoints: 1000, hours: 24 },
    {},
    { droppedFrom: usd(112) },
    'Dunk Low Panda US 10: ask $98, down 13 %',
    `It was $112 within the last 24 h; ${NETS}.`,
  ],
  [
    { kind: 'offer-at-or-above', price: usd(90) },
    {},
    {},
    'Dunk Low Panda US 10: offer $90',
    'At your price of $90; selling into it brings $74 after fees.',
  ],
  [
    { kind: 'sales-per-week-above', count: 10 },
    { perWeek: 14.2, lastSale: null },
    {},
    'Dunk Low Panda US 10: 14 sales a week',
    'More than your 10; lowest ask $98.',
  ],
  [
    { kind: 'few-sizes-left', count: 3 },
    { sizesLeft: 1, usSize: null },
    {},
    'Dunk Low Panda: 1 size left',
    'Lowest ask $98.',
  ],
  [
    { kind: 'few-sizes-left', count: 3 },
    { sizesLeft: 0, usSize: null, ask: null },
    {},
    'Dunk Low Panda: 0 sizes left',
    '',
  ],
  [
    { kind: 'sold-at-or-below', price: usd(95) },
    {},
    { soldFor: usd(90) },
    'Dunk Low Panda US 10: sold for $90',
    '$5 under your price of $95; lowest ask $98.',
  ],
  [
    { kind: 'release-tomorrow' },
    { releaseDate: '2026-12-05' },
    {},
    'Dunk Low Panda: released tomorrow',
    'On 5 Dec 2026.',
  ],
])('%o', (trigger, reading, found, title, message) => {
  expect(said(trigger, reading, found)).toEqual({ title, message });
});

test('as one sentence', () => {
  const facts = alertFacts({ kind: 'under-median', basisPoints: 1000 }, makeReading({ sales }), NOON);
  expect(wholeSentence(makeProduct(), facts)).toBe(
    `Dunk Low Panda US 10: ask $98, $14 under its 30-day median; ${NETS}`,
  );
});

test('a long name leaves room for the figure in a notification, and stands whole elsewhere', () => {
  const long = makeProduct({ name: "Off-White x Air Jordan 1 Retro High OG 'Chicago'" });
  const facts = alertFacts(AT_100, makeReading(), NOON);
  expect(alertSentence(long, facts).title).toBe('Off-White x Air Jordan 1 Retro Hi… US 10: ask $98');
  expect(wholeSentence(long, facts)).toContain("High OG 'Chicago' US 10: ask $98, $2 under your price");
});

test('a target is told as well as an alert', () => {
  const facts = { underMedian: usd(14), profit: usd(2.6) };
  expect(targetSentence('Panda US 10', usd(98), usd(100), facts)).toEqual({
    title: 'Panda US 10: ask $98',
    message: `$2 under your target of $100; $14 under its 30-day median; ${NETS}.`,
  });
  expect(targetSentence('Panda US 10', usd(98), usd(100), { underMedian: null, profit: null }).message).toBe(
    '$2 under your target of $100.',
  );
});

test('a price in another currency is only named: how far off the figure is would be a guess', () => {
  const facts = { underMedian: null, profit: null };
  const target = { minor: usd(100).minor, currency: 'GBP' } as const;
  expect(targetSentence('Panda US 10', usd(98), target, facts).message).toBe('At your target of £100.');
  expect(targetSentence('Panda US 10', usd(100), usd(100), facts).message).toBe('At your target of $100.');
});

test('sizes are told as the product has them', () => {
  const youth = makeProduct({ sizeRun: 'youth', allowedSizes: [{ displayName: '5', value: 5, usValue: 5 }] });
  expect([pairWords(youth, 5), pairWords(null, 10), pairWords(youth, null)]).toEqual([
    'Dunk Low Panda US 5Y',
    'Watched product US 10',
    'Dunk Low Panda',
  ]);
});

test('a title told with a shortened name gets the whole one; another name stands before what was told', () => {
  const long = makeProduct({ name: 'Air Jordan 1 Retro High OG Chicago Lost and Found' });
  const told = 'Air Jordan 1 Retro High OG Chicag… US 10: ask $98';
  expect(wholeTitle(long, told)).toBe('Air Jordan 1 Retro High OG Chicago Lost and Found US 10: ask $98');
  expect(wholeTitle(makeProduct(), 'Dunk Low Panda US 10: ask $98')).toBe('Dunk Low Panda US 10: ask $98');
  expect(wholeTitle(makeProduct(), 'Watched US 10: ask $98')).toBe('Dunk Low Panda · Watched US 10: ask $98');
  expect(wholeTitle(null, told)).toBe(told);
});
