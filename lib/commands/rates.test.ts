import { describe, expect, test } from 'vitest';
import { makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import type { EcbDay } from '@/lib/domain/fx/ecb';
import { DAY_MS, instant, shiftInstant } from '@/lib/domain/time/instant';
import { fillInRates } from './fill-in-rates';
import { keepEcbRates } from './keep-ecb-rates';
import { removeFxRate, setFxRate } from './set-fx-rate';
import { runUndo } from './undo';

/** Thursday, Friday, and Monday, which is today. */
const DAYS: readonly EcbDay[] = [
  { day: '2026-02-26', rates: { USD: 108_000_000, GBP: 84_000_000 } },
  { day: '2026-02-27', rates: { USD: 110_000_000, GBP: 83_600_000 } },
  { day: '2026-03-02', rates: { USD: 109_000_000, GBP: 83_000_000 } },
  { day: '2019-01-01', rates: { USD: 100_000_000, GBP: 90_000_000 } },
];
const wish = {
  days: DAYS,
  displayCurrency: 'GBP',
  currencies: new Set(['USD', 'EUR', 'AED'] as const),
  since: NOON,
  by: 'user',
} as const;

describe('rates', () => {
  test('of the ECB are kept for what the books use, through the euro, once, and not from long before', async () => {
    const deps = makeCommandDeps();
    const told = await keepEcbRates(deps, wish);
    expect(told).toEqual({ days: 3, rates: 6, older: 1, missing: ['AED'] });
    await keepEcbRates(deps, wish);
    const rows = await deps.db.fxRates.toArray();
    expect(rows).toHaveLength(6);
    expect(rows.find(({ id }) => id === `USD/GBP@${Date.UTC(2026, 1, 27)}`)).toMatchObject({
      rateE8: 76_000_000,
      source: 'ECB, 2026-02-27, through EUR',
    });
    await expect(keepEcbRates(deps, { ...wish, days: [] })).rejects.toThrow('no rate');
  });

  test('missing ones are filled in with the rate of the day, of a weekend Friday’s, and what has one keeps it', async () => {
    const deps = makeCommandDeps();
    await keepEcbRates(deps, wish);
    const sunday = instant(Date.UTC(2026, 2, 1, 12));
    await setFxRate(deps, { base: 'USD', quote: 'GBP', rateE8: 70_000_000 });
    const own = { base: 'USD', quote: 'GBP', rateE8: 1, asOf: NOON, source: 'you' } as const;
    await deps.db.sales.bulkAdd([
      makeSale({ id: 'sunday', soldAt: sunday }),
      makeSale({ id: 'kept', soldAt: sunday, fx: own }),
      makeSale({ id: 'today', soldAt: shiftInstant(NOON, -1) }),
      makeSale({ id: 'yen', price: { ...usd(1), currency: 'JPY' } }),
    ]);
    const filled = await fillInRates(deps, 'GBP');
    expect(filled).toMatchObject({ sales: 2, expenses: 0, left: 1 });
    const rates = new Map((await deps.db.sales.toArray()).map(({ id, fx }) => [id, fx?.rateE8 ?? null]));
    expect(Object.fromEntries(rates)).toEqual({ sunday: 76_000_000, kept: 1, today: 76_146_789, yen: null });
    await runUndo(deps, filled.undoId ?? '');
    expect((await deps.db.sales.get('sunday'))?.fx).toBeNull();
    expect(await fillInRates(deps, 'USD')).toMatchObject({ sales: 0, left: 1 });
  });

  test('one typed for a day long ago gives the sales since then their rate; a slip is removed, what has it keeps it', async () => {
    const deps = makeCommandDeps();
    const [base, quote] = ['USD', 'GBP'] as const;
    const long = shiftInstant(NOON, -300 * DAY_MS);
    await deps.db.sales.bulkAdd([
      makeSale({ id: 'before', soldAt: shiftInstant(NOON, -200 * DAY_MS) }),
      makeSale({ id: 'now', soldAt: NOON }),
    ]);
    await setFxRate(deps, { base, quote, rateE8: 80_000_000, asOf: long });
    await setFxRate(deps, { base, quote, rateE8: 75_000_000 });
    await fillInRates(deps, 'GBP');
    const rates = async () =>
      Object.fromEntries((await deps.db.sales.toArray()).map(({ id, fx }) => [id, fx?.rateE8 ?? null]));
    expect(await rates()).toEqual({ before: 80_000_000, now: 75_000_000 });
    await removeFxRate(deps, { base, quote, asOf: long });
    expect(await deps.db.fxRates.toArray()).toMatchObject([{ rateE8: 75_000_000 }]);
    expect(await rates()).toEqual({ before: 80_000_000, now: 75_000_000 });
    await expect(removeFxRate(deps, { base, quote, asOf: long })).rejects.toThrow('not kept');
  });

  test('a typed one is never ahead of its time, joins two currencies, and those of the ECB are not removed by hand', async () => {
    const deps = makeCommandDeps();
    const tonight = shiftInstant(NOON, DAY_MS / 4);
    await setFxRate(deps, { base: 'USD', quote: 'GBP', rateE8: 1, asOf: tonight });
    expect(await deps.db.fxRates.toArray()).toMatchObject([{ asOf: NOON }]);
    const far = shiftInstant(NOON, 3 * DAY_MS);
    await expect(setFxRate(deps, { base: 'USD', quote: 'GBP', rateE8: 1, asOf: far })).rejects.toThrow('to come');
    await expect(setFxRate(deps, { base: 'USD', quote: 'USD', rateE8: 1 })).rejects.toThrow('different');
    await keepEcbRates(deps, wish);
    const friday = instant(Date.UTC(2026, 1, 27));
    await expect(removeFxRate(deps, { base: 'USD', quote: 'GBP', asOf: friday })).rejects.toThrow('typed in');
    expect(await deps.db.fxRates.get(`USD/GBP@${friday}`)).toMatchObject({ rateE8: 76_000_000 });
  });

  test('of the ECB are kept into the currency of the taxes too, and euros for limits told in them', async () => {
    const deps = makeCommandDeps();
    const currencies = new Set(['USD'] as const);
    await keepEcbRates(deps, { ...wish, displayCurrency: 'USD', taxCurrency: 'GBP', currencies });
    const friday = (await deps.db.fxRates.toArray()).filter(({ asOf }) => asOf === Date.UTC(2026, 1, 27));
    // £1 is 1.10 / 0.836 dollars the other way: $1 is £0.76, and €1 is £0.836.
    expect(new Set(friday.map(({ base, quote, rateE8 }) => `${base}/${quote} ${rateE8}`))).toEqual(
      new Set(['EUR/GBP 83600000', 'USD/GBP 76000000']),
    );
  });

  test('a day that is not yet here is not taken', async () => {
    const deps = makeCommandDeps();
    const tomorrow = new Date(NOON + DAY_MS).toISOString().slice(0, 10) as EcbDay['day'];
    await expect(keepEcbRates(deps, { ...wish, days: [{ day: tomorrow, rates: { USD: 1 } }] })).rejects.toThrow(
      'no rate',
    );
  });
});
