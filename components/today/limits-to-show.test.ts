import { expect, test } from 'vitest';
import { ruleOn } from '@/lib/domain/tax/rules/all-rules';
import type { ThresholdReading } from '@/lib/domain/tax/thresholds';
import { calendarYearOf } from '@/lib/domain/tax/tax-period';
import { day, gbp } from '@/tests/fixtures/tax-books';
import { limitsPutAway, limitsToShow } from './limits-to-show';

const reading = (state: ThresholdReading['state'], given: Partial<ThresholdReading> = {}): ThresholdReading => ({
  rule: ruleOn('GB', 'gb-vat-registration', '2026-01-01')!,
  platform: null,
  period: calendarYearOf(day('2026-05-01'), () => 0),
  reached: gbp(80_000),
  limit: gbp(90_000),
  sales: 1,
  salesLimit: null,
  state,
  isDone: false,
  atThisPace: null,
  ...given,
});

test('near is told until it is put away, passed is told once more, and then no more', () => {
  const [near, over] = [[reading('near')], [reading('over')]];
  expect(limitsToShow(near, {})).toEqual(near);
  const seen = limitsPutAway(near);
  expect([limitsToShow(near, seen), limitsToShow(over, seen)]).toEqual([[], over]);
  expect(limitsToShow(over, limitsPutAway(over))).toEqual([]);
});

test('what fell back and comes near again is told again, and so is the next year', () => {
  const away = limitsPutAway([reading('far')]);
  expect(away).toEqual({});
  const next = reading('near', { period: calendarYearOf(day('2027-05-01'), () => 0) });
  expect(limitsToShow([next], limitsPutAway([reading('near')]))).toEqual([next]);
});

test('passed ones come first; what is far, or of which the seller has done what it asks, is not told', () => {
  const [ebay, vinted] = [reading('near', { platform: 'ebay' }), reading('over', { platform: 'vinted' })];
  const silent = [reading('far', { platform: 'depop' }), reading('over', { isDone: true })];
  expect(limitsToShow([ebay, ...silent, vinted], {})).toEqual([vinted, ebay]);
});
