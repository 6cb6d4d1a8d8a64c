import { describe, expect, test } from 'vitest';
import type { SalesPace } from '../deals/sales-pace';
import { money } from '../money/money';
import { DAY_MS, instant, shiftInstant } from '../time/instant';
import { sentimentOf } from './sentiment';

const NOW = instant(Date.UTC(2026, 2, 2, 12));
const usd = (dollars: number) => money(dollars * 100, 'USD');
const pace = (perWeek: number): SalesPace => ({
  sales: Math.round(perWeek * 4),
  days: 28,
  perWeek,
  from: shiftInstant(NOW, -28 * DAY_MS),
  until: NOW,
});
const position = (ask: number | null, offer: number | null) =>
  sentimentOf({
    figures: { lowestAsk: ask === null ? null : usd(ask), highestOffer: offer === null ? null : usd(offer) },
    salesRead: false,
    pace: null,
  }).position;

describe('offers against the ask', () => {
  test.each([
    [100, 101, 'crossed'],
    [100, 100, 'crossed'],
    [100, 96, 'close'],
    [100, 95, 'apart'],
    [100, 86, 'apart'],
    [100, 85, 'far'],
  ])('ask $%s, offer $%s: %s', (ask, offer, word) => {
    expect(position(ask, offer)).toMatchObject({ kind: 'known', word });
  });

  test('what is missing is told, and nothing is made of it', () => {
    expect(position(null, 90)).toEqual({ kind: 'unknown', why: 'no-ask' });
    expect(position(90, null)).toEqual({ kind: 'unknown', why: 'no-offer' });
    expect(sentimentOf({ figures: null, salesRead: false, pace: null }).position).toEqual({
      kind: 'unknown',
      why: 'never-read',
    });
    const mixed = { lowestAsk: usd(90), highestOffer: money(80, 'GBP') };
    expect(sentimentOf({ figures: mixed, salesRead: false, pace: null }).position).toMatchObject({
      why: 'two-currencies',
    });
  });
});

describe('liquidity', () => {
  test.each([
    [20, 'several-a-day'],
    [14, 'several-a-day'],
    [13.9, 'daily'],
    [5, 'daily'],
    [4.9, 'several-a-week'],
    [2, 'several-a-week'],
    [1.9, 'weekly'],
    [0.75, 'weekly'],
    [0.7, 'monthly'],
    [0.2, 'monthly'],
    [0.19, 'rare'],
  ])('%s sales a week: %s', (perWeek, word) => {
    const { liquidity } = sentimentOf({ figures: null, salesRead: true, pace: pace(perWeek) });
    expect(liquidity).toEqual({ kind: 'known', word, pace: pace(perWeek) });
  });

  test('never read and too few are two things', () => {
    const of = (salesRead: boolean) => sentimentOf({ figures: null, salesRead, pace: null }).liquidity;
    expect(of(false)).toEqual({ kind: 'unknown', why: 'never-read' });
    expect(of(true)).toEqual({ kind: 'unknown', why: 'too-few' });
  });
});
