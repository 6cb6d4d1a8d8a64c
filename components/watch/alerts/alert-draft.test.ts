import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { AlertTrigger } from '@/lib/domain/alerts/alert';
import { USUAL_OPTIONS } from '@/lib/domain/alerts/templates';
import { CURRENCY_CODES } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { currenciesOf } from '@/lib/queries/alert-currencies';
import { NOON, usd } from '@/tests/fixtures/builders';
import { draftOf, newDraft, readDraft, type AlertDraft, type DraftProblems } from './alert-draft';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

const read = (given: Partial<AlertDraft>) => readDraft({ ...newDraft(usd(98)), ...given }, 'USD', NOON);

describe('a new alert', () => {
  test.each([
    [usd(98), '98'],
    [usd(78.4), '$78.40'],
    [money(7840, 'GBP'), '£78.40'],
    [null, ''],
  ])('begins near the market', (price, amount) => expect(newDraft(price).amount).toBe(amount));

  test.each<[Partial<AlertDraft>, AlertTrigger]>([
    [{}, { kind: 'ask-at-or-below', price: usd(98) }],
    [
      { kind: 'offer-at-or-above', amount: '£70' },
      { kind: 'offer-at-or-above', price: money(7000, 'GBP') },
    ],
    [
      { kind: 'net-at-or-above', amount: '12.50' },
      { kind: 'net-at-or-above', profit: usd(12.5) },
    ],
    [
      { kind: 'roi-at-or-above', percent: '12,5 %' },
      { kind: 'roi-at-or-above', basisPoints: 1250 },
    ],
    [
      { kind: 'drop', hours: ' 720 ' },
      { kind: 'drop', basisPoints: 1000, hours: 720 },
    ],
    [
      { kind: 'few-sizes-left', count: '0' },
      { kind: 'few-sizes-left', count: 0 },
    ],
    [{ kind: 'release-tomorrow', amount: 'nonsense' }, { kind: 'release-tomorrow' }],
  ])('%j', (given, trigger) => expect(read(given)).toEqual({ ok: true, trigger, options: USUAL_OPTIONS }));

  test.each<[Partial<AlertDraft>, readonly (keyof DraftProblems)[]]>([
    [{ amount: '' }, ['amount']],
    [{ amount: '0' }, ['amount']],
    [{ kind: 'net-at-or-above', amount: '-5' }, ['amount']],
    [{ kind: 'under-median', percent: '0' }, ['percent']],
    [{ kind: 'drop', hours: '0' }, ['hours']],
    [{ kind: 'drop', hours: '721' }, ['hours']],
    [{ kind: 'sales-per-week-above', count: '1.5' }, ['count']],
    [{ amount: 'x', cap: '101' }, ['amount', 'cap']],
    [{ cap: '0' }, ['cap']],
  ])('%j is refused with its reason', (given, fields) => {
    const alert = read(given);
    expect(alert.ok ? [] : Object.keys(alert.problems).toSorted()).toEqual(fields);
  });
});

test('ends so many days from now, as it did, or never; rings as often a day as is written', () => {
  const ends = shiftInstant(NOON, DAY_MS);
  const options = { ...USUAL_OPTIONS, expiresAt: ends };
  expect(read({ expires: 7, cap: '2' })).toMatchObject({
    options: { expiresAt: shiftInstant(NOON, 7 * DAY_MS), mostPerDay: 2 },
  });
  expect(read({ expires: 'keep', options })).toMatchObject({ options: { expiresAt: ends, mostPerDay: null } });
  expect(read({ expires: null, options })).toMatchObject({ options: { expiresAt: null } });
});

test('what is opened and left as it is says the same again', () => {
  const price = fc
    .record({ minor: fc.integer({ min: 1, max: 5_000_000 }), currency: fc.constantFrom(...CURRENCY_CODES) })
    .map(({ minor, currency }) => money(minor, currency));
  const basisPoints = fc.integer({ min: 1, max: 100_000 });
  const count = fc.integer({ min: 0, max: 100_000 });
  const trigger: fc.Arbitrary<AlertTrigger> = fc.oneof(
    fc.record({ kind: fc.constantFrom('ask-at-or-below' as const, 'sold-at-or-below' as const), price }),
    fc.record({ kind: fc.constant('net-at-or-above' as const), profit: price }),
    fc.record({ kind: fc.constantFrom('roi-at-or-above' as const, 'under-median' as const), basisPoints }),
    fc.record({ kind: fc.constant('drop' as const), basisPoints, hours: fc.integer({ min: 1, max: 720 }) }),
    fc.record({ kind: fc.constantFrom('sales-per-week-above' as const, 'few-sizes-left' as const), count }),
  );
  const options = fc.record({
    mostPerDay: fc.option(fc.integer({ min: 1, max: 100 })),
    expiresAt: fc.option(fc.constant(NOON)),
  });
  fc.assert(
    fc.property(trigger, options, (given, some) => {
      const all = { ...USUAL_OPTIONS, ...some };
      expect(readDraft(draftOf(given, all), currenciesOf(given)[0] ?? 'USD', NOON)).toEqual({
        ok: true,
        trigger: given,
        options: all,
      });
    }),
    { seed: 5 },
  );
});
