import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import {
  ageOf,
  bytesText,
  calendarDayText,
  durationText,
  humanised,
  moneyText,
  monthText,
  percentText,
} from './format';

describe('moneyText', () => {
  test.each([
    [money(14_200, 'USD'), {}, '$142'],
    [money(9_840, 'GBP'), {}, '£98.40'],
    [money(3_100, 'USD'), { sign: 'always' }, '+$31'],
    [money(-1_200, 'USD'), { sign: 'always' }, '−$12'],
    [money(-1_250, 'USD'), {}, '−$12.50'],
    [money(0, 'USD'), { sign: 'always' }, '$0'],
    [money(8_038, 'USD'), { cents: 'none' }, '$80'],
    [money(-30, 'USD'), { cents: 'none' }, '$0'],
    [money(118_000, 'USD'), { cents: 'fixed' }, '$1,180.00'],
    [money(980, 'JPY'), { cents: 'fixed' }, '¥980'],
    [money(1_234_567, 'KWD'), {}, 'KWD\u00a01,234.567'],
  ] as const)('%j %j is %s', (amount, style, text) => {
    expect(moneyText(amount, style)).toBe(text);
  });
});

test('percentages keep one digit only where a whole one would say nothing', () => {
  expect(percentText(0.153)).toBe('15 %');
  expect(percentText(0.004)).toBe('0.4 %');
  expect(percentText(-0.12)).toBe('−12 %');
  expect(percentText(-0.0001)).toBe('0.0 %');
  expect(percentText(0)).toBe('0 %');
});

test.each([
  [4_000, 'now', 0],
  [40_000, 's', 40],
  [119_000, 'min', 1],
  [3_600_000, 'h', 1],
  [47 * 3_600_000, 'h', 47],
  [48 * 3_600_000, 'd', 2],
])('%d ms ago is told in %s', (ms, unit, count) => {
  expect(ageOf(ms)).toEqual({ count, unit });
});

test('unknown words of a marketplace are shown, readable', () => {
  expect(humanised('unknown:ORDER_STATUS_ON_HOLD')).toBe('On hold');
  expect(humanised('new-with-defects')).toBe('New with defects');
  expect(humanised('unknown:')).toBe('unknown:');
});

test('durations, sizes and months', () => {
  expect(durationText(420)).toBe('420 ms');
  expect(durationText(3_400)).toBe('3.4 s');
  expect(durationText(125_000)).toBe('2 min 5 s');
  expect(bytesText(812_400)).toBe('812 kB');
  expect(bytesText(14_200_000)).toBe('14.2 MB');
  expect(monthText('2026-11')).toBe('Nov 26');
  expect(monthText('other')).toBe('other');
});

test('a day of the calendar is that day in every zone', () => {
  expect(calendarDayText('2026-12-05')).toBe('5 Dec 2026');
});
