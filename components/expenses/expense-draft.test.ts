import { describe, expect, test, vi } from 'vitest';
import { makeExpense, NOON, usd } from '@/tests/fixtures/builders';
import { money } from '@/lib/domain/money/money';
import { checkExpense, emptyFields, fieldsOf, noonOfDay } from './expense-draft';
import { expenseViewText, parseExpenseView } from './expense-view';
import { beyondOf, emptyMileage, journeyOf, rateOf } from './mileage-draft';
import { parseDistance, parseRate, rateInput } from './mileage-words';
import { checkRecurring, firstDue, recurringFields } from './recurring-draft';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

const fields = { ...emptyFields('GBP', NOON, []), amount: '12.40' };

describe('an expense', () => {
  test('as it is typed; a sign is believed before the choice', () => {
    expect(checkExpense(fields, NOON)).toMatchObject({ ok: true, value: { amount: money(1240, 'GBP'), tax: null } });
    expect(checkExpense({ ...fields, amount: '€3', tax: '€0.50' }, NOON)).toMatchObject({
      value: { amount: money(300, 'EUR'), tax: money(50, 'EUR') },
    });
    expect(checkExpense({ ...fields, refund: true, tax: '2' }, NOON)).toMatchObject({
      value: { amount: money(-1240, 'GBP'), tax: money(-200, 'GBP') },
    });
  });

  test.each([
    ['no amount', { amount: '' }, ['amount']],
    ['zero', { amount: '0' }, ['amount']],
    ['below zero', { amount: '-3' }, ['amount']],
    ['more tax than amount', { tax: '12.40' }, ['tax']],
    ['tax in another currency', { tax: '$1' }, ['tax']],
    ['no day', { day: '2026-02-31' }, ['day']],
    ['a day to come', { day: '2026-03-05' }, ['day']],
  ])('%s is said at its field', (_, part, where) => {
    const checked = checkExpense({ ...fields, ...part }, NOON);
    expect(checked.ok ? [] : Object.keys(checked.problems)).toEqual(where);
  });

  test.each([
    makeExpense({ amount: usd(-12.4), tax: usd(-2), pairIds: ['p'], split: 'even' }),
    makeExpense({ amount: money(980, 'JPY'), spentAt: noonOfDay('2026-01-31') ?? NOON }),
    makeExpense({ amount: money(123_456, 'KWD'), supplier: 'A', note: 'B' }),
  ])('opened and saved again is what it was', (expense) => {
    const checked = checkExpense(fieldsOf(expense), NOON);
    expect(checked).toMatchObject({ ok: true, value: { amount: expense.amount, tax: expense.tax } });
    expect(fieldsOf(expense)).toMatchObject({ pairIds: expense.pairIds, split: expense.split });
  });
});

test('what the list is narrowed to stands in the address', () => {
  const view = { category: 'bank', period: '2026-01-01..2026-03-31', pairId: 'p1' } as const;
  expect(parseExpenseView(expenseViewText(view))).toEqual(view);
  expect(expenseViewText(parseExpenseView('nonsense~nonsense~'))).toBeNull();
  expect(parseExpenseView('~~p1')).toEqual({ category: null, period: 'all', pairId: 'p1' });
});

describe('a journey', () => {
  const journey = { ...emptyMileage('GB', '2026-03-02'), distance: '25' };

  test('across 10,000 miles is two, at two rates', () => {
    const parts = journeyOf(journey, rateOf(journey), 'GBP', 99_900) ?? [];
    expect(parts.map(({ mileage, amount }) => [mileage.tenths, amount.minor])).toEqual([
      [100, 450],
      [150, 375],
    ]);
    expect(parts.every(({ mileage }) => mileage.rateSource.startsWith('HMRC'))).toBe(true);
  });

  test('at a rate of one’s own says so', () => {
    const own = { ...journey, rate: '0.5' };
    expect(journeyOf(own, rateOf(own), 'GBP', 0)).toMatchObject([
      { mileage: { rateMilli: 50_000 }, amount: { minor: 1250 } },
    ]);
    expect(journeyOf({ ...journey, country: 'own', rate: null }, null, 'GBP', 0)).toBeNull();
  });

  test('beyond what the method counts is told, not counted', () => {
    const au = { ...emptyMileage('AU', '2025-08-01'), distance: '10' };
    expect([journeyOf(au, rateOf(au), 'AUD', 50_000), beyondOf(au, rateOf(au), 50_000)]).toEqual([null, 100]);
  });

  test.each([
    ['12.3', 123],
    ['12,3', 123],
    ['0', null],
    ['1.25', null],
    ['', null],
    ['-3', null],
  ])('a distance of %s', (text, tenths) => expect(parseDistance(text)).toBe(tenths));

  test.each([
    ['0.725', 100, 72_500],
    ['.45', 100, 45_000],
    ['30', 1, 30_000],
    ['0', 100, null],
    ['', 100, null],
    ['1e3', 100, null],
  ])('a rate of %s', (text, per, milli) => {
    expect(parseRate(text, per)).toBe(milli);
    if (milli !== null) expect(parseRate(rateInput(milli, per), per)).toBe(milli);
  });
});

describe('a recurring expense', () => {
  const typed = { ...recurringFields(null, 'USD', '2026-01-31'), amount: '29.99' };

  test('says what would be written down now and what comes next', () => {
    const checked = checkRecurring(typed);
    if (!checked.ok) throw new Error('refused');
    expect(firstDue(checked.draft, '2026-03-02')).toEqual({ days: ['2026-01-31', '2026-02-28'], nextOn: '2026-03-31' });
  });

  test.each([
    ['every 0', { count: '0' }, ['count']],
    ['no amount', { amount: '' }, ['amount']],
    ['more tax than amount', { tax: '30' }, ['tax']],
    ['an end before the beginning', { endsOn: '2026-01-30' }, ['endsOn']],
    ['no first day', { startsOn: '' }, ['startsOn']],
  ])('%s is said at its field', (_, part, where) => {
    const checked = checkRecurring({ ...typed, ...part });
    expect(checked.ok ? [] : Object.keys(checked.problems)).toEqual(where);
  });
});
