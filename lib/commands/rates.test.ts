import { describe, expect, test } from 'vitest';
import { makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import type { EcbDay } from '@/lib/domain/fx/ecb';
import { DAY_MS, instant, shiftInstant } from '@/lib/domain/time/instant';
import { fillInRates } from './fill-in-rates';
import { keepEcbRates } from './keep-ecb-rates';
import { setFxRate } from './set-fx-rate';
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

  test('a day that is not yet here is not taken', async () => {
    const deps = makeCommandDeps();
    const tomorrow = new Date(NOON + DAY_MS).toISOString().slice(0, 10) as EcbDay['day'];
    await expect(keepEcbRates(deps, { ...wish, days: [{ day: tomorrow, rates: { USD: 1 } }] })).rejects.toThrow(
      'no rate',
    );
  });
});
