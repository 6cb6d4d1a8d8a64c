import { describe, expect, test } from 'vitest';
import { makeSale, NOON } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { latestFxRate } from '@/lib/db/repositories/fx';
import { DAY_MS, instant, shiftInstant } from '@/lib/domain/time/instant';
import { fillInRates } from './fill-in-rates';
import { keepEcbRates, type EcbWish } from './keep-ecb-rates';
import { removeFxRate, setFxRate } from './set-fx-rate';
import { runUndo } from './undo';

const wish: EcbWish = {
  days: [{ day: '2026-02-27', rates: { USD: 110_000_000, GBP: 83_600_000 } }],
  displayCurrency: 'GBP',
  currencies: new Set(['USD']),
  since: NOON,
  by: 'user',
};

describe('a rate that was typed', () => {
  test('typed over another of that day and taken back: the other is in force again; one more undo changes nothing', async () => {
    const deps = makeCommandDeps();
    const [typed, at] = [{ base: 'USD', quote: 'GBP', asOf: shiftInstant(NOON, -DAY_MS) } as const, NOON];
    const inForce = async () => (await latestFxRate(deps.db, 'USD', 'GBP', at))?.rateE8 ?? null;
    const first = await setFxRate(deps, { ...typed, rateE8: 80_000_000 });
    const second = await setFxRate(deps, { ...typed, rateE8: 75_000_000 });
    expect(await inForce()).toBe(75_000_000);
    // The first was typed over since: taking it back leaves what is there now.
    expect(await runUndo(deps, first ?? '')).toEqual({ restored: 0, left: 1 });
    expect(await runUndo(deps, second ?? '')).toEqual({ restored: 1, left: 0 });
    expect(await inForce()).toBe(80_000_000);
    expect(await runUndo(deps, second ?? '')).toEqual({ restored: 0, left: 0 });
    expect(await inForce()).toBe(80_000_000);
  });

  test('the only one, taken back, is gone; removed and taken back, it is there as it was', async () => {
    const deps = makeCommandDeps();
    const typed = { base: 'USD', quote: 'GBP', asOf: shiftInstant(NOON, -DAY_MS) } as const;
    const set = await setFxRate(deps, { ...typed, rateE8: 80_000_000 });
    const rows = await deps.db.fxRates.toArray();
    const removed = await removeFxRate(deps, typed);
    expect(await deps.db.fxRates.count()).toBe(0);
    expect(await runUndo(deps, removed ?? '')).toEqual({ restored: 1, left: 0 });
    expect(await deps.db.fxRates.toArray()).toEqual(rows);
    expect(await runUndo(deps, set ?? '')).toEqual({ restored: 1, left: 0 });
    expect(await deps.db.fxRates.count()).toBe(0);
  });

  test('what the ECB wrote in the place of one that was typed or removed stays', async () => {
    const deps = makeCommandDeps();
    const friday = instant(Date.UTC(2026, 1, 27));
    const typed = { base: 'USD', quote: 'GBP', asOf: friday } as const;
    const set = await setFxRate(deps, { ...typed, rateE8: 80_000_000 });
    const removed = await removeFxRate(deps, typed);
    await keepEcbRates(deps, wish);
    for (const undoId of [set, removed]) expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 0, left: 1 });
    expect(await deps.db.fxRates.get(`USD/GBP@${friday}`)).toMatchObject({ rateE8: 76_000_000 });
  });

  test('what is stored with a typed rate keeps the rate, and nothing of how it is taken back', async () => {
    const deps = makeCommandDeps();
    await setFxRate(deps, { base: 'USD', quote: 'GBP', rateE8: 80_000_000 });
    await deps.db.sales.add(makeSale({ id: 'now', soldAt: NOON }));
    await fillInRates(deps, 'GBP');
    const fx = { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' };
    expect((await deps.db.sales.get('now'))?.fx).toEqual(fx);
  });
});
