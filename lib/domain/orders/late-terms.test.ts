import { expect, test } from 'vitest';
import { ALIAS_FEE_SCHEDULES } from '../fees/alias-fee-schedules';
import { feesFor } from '../fees/fee-schedule';
import { money } from '../money/money';
import { instant } from '../time/instant';
import { ALIAS_LATE_TERMS, lateCost } from './late-terms';

const at = instant(Date.UTC(2026, 5, 1));
const schedule = feesFor(ALIAS_FEE_SCHEDULES, at);
const costAt = (rating: number | null, country: string | null = 'US') =>
  lateCost(ALIAS_LATE_TERMS, schedule, { rating, country }, at);

test('the charge, the points, and the commission step that follows', () => {
  expect(costAt(92)).toMatchObject({
    charge: money(1000, 'USD'),
    ratingPoints: 10,
    commission: { now: 950, after: 1500 },
  });
});

test('no step where the commission stays or cannot be told', () => {
  expect(costAt(100)?.commission).toBeNull();
  expect(costAt(4)?.commission).toBeNull();
  expect(costAt(null)?.commission).toBeNull();
  expect(costAt(92, 'CA')?.commission).toBeNull();
  expect(lateCost(ALIAS_LATE_TERMS, null, { rating: 92, country: 'US' }, at)?.commission).toBeNull();
});

test('nothing is claimed of the time before the first known terms; later terms replace earlier ones', () => {
  expect(lateCost(ALIAS_LATE_TERMS, schedule, { rating: 92, country: 'US' }, instant(0))).toBeNull();
  const dearer = ALIAS_LATE_TERMS.map((terms) => ({ ...terms, validFrom: at, charge: money(1500, 'USD') }));
  expect(lateCost([...ALIAS_LATE_TERMS, ...dearer], schedule, { rating: 92, country: 'US' }, at)?.charge).toEqual(
    money(1500, 'USD'),
  );
});
