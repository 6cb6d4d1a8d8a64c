import { describe, expect, test } from 'vitest';
import { bankHandlers } from '@/lib/desk/handle-bank';
import { composeRates } from '@/lib/desk/compose-rates';
import type { DeskParts } from '@/lib/desk/ports';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { makeSale, NOON } from '../fixtures/builders';
import { makeDatabase } from '../fixtures/test-database';

/** Rates of the ECB through the desk's own door: only where a person allowed it, and by themselves only where wanted. */

const xml = (day: string) =>
  `<Cube><Cube time='${day}'><Cube currency='USD' rate='1.1'/><Cube currency='GBP' rate='0.88'/></Cube></Cube>`;

function makeDesk(over: { allowed?: boolean; daily?: boolean; answer?: string } = {}) {
  const db = makeDatabase();
  const asked: string[] = [];
  const warned: string[] = [];
  let now: Instant = NOON;
  let ids = 0;
  const settings: Record<string, unknown> = {
    displayCurrency: 'GBP',
    dailyRates: over.daily ?? false,
    taxProfile: { country: null },
  };
  const parts = {
    ground: {
      db,
      clock: { now: () => now },
      random: { id: () => `id-${(ids += 1)}` },
      log: { info: () => {}, warn: (what: string) => warned.push(what), error: () => {} },
      vault: { touch: async () => {} },
    },
    stored: { get: async (name: string) => settings[name] },
    repricing: { offsetAt: () => 0 },
    ecb: {
      mayAsk: async () => over.allowed ?? true,
      ask: async (url: string) => {
        asked.push(url);
        return over.answer ?? xml(new Date(now).toISOString().slice(0, 10));
      },
    },
  } as unknown as DeskParts;
  const pass = (ms: number) => {
    now = shiftInstant(now, ms);
  };
  return { db, asked, warned, pass, rates: composeRates(parts), ask: bankHandlers(parts) };
}

describe('rates of the ECB', () => {
  test('without permission nobody is asked', async () => {
    const { ask, asked, rates } = makeDesk({ allowed: false, daily: true });
    expect(await ask['fx/fetch-ecb']({ days: 'today' })).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    await rates.refresh();
    expect(asked).toEqual([]);
  });

  test('asked once a day where that is wanted, and not at all where not', async () => {
    const off = makeDesk();
    await off.rates.refresh();
    expect(off.asked).toEqual([]);
    const on = makeDesk({ daily: true });
    await on.rates.refresh();
    await on.rates.refresh();
    expect(on.asked).toHaveLength(1);
    on.pass(DAY_MS);
    await on.rates.refresh();
    expect(on.asked).toHaveLength(2);
    expect(await on.db.fxRates.toArray()).toMatchObject([
      { base: 'USD', quote: 'GBP', rateE8: 80_000_000, source: 'ECB, 2026-03-02, through EUR' },
      { source: 'ECB, 2026-03-03, through EUR' },
    ]);
  });

  test('an answer that is none changes nothing, and a job does not fail over it', async () => {
    const { db, ask, rates, warned } = makeDesk({ daily: true, answer: '<html>maintenance</html>' });
    expect(await ask['fx/fetch-ecb']({ days: '90' })).toMatchObject({ ok: false, error: { code: 'bad-value' } });
    await rates.refresh();
    expect(warned).toContain('rates not refreshed');
    expect(await db.fxRates.count()).toBe(0);
  });

  test('a file by message: currencies nobody keeps are passed over, and sales without a rate are given theirs', async () => {
    const { db, ask } = makeDesk();
    await db.sales.add(makeSale({ soldAt: NOON }));
    const day = { day: '2026-03-02', rates: { USD: 110_000_000, GBP: 88_000_000, XXX: 5 } };
    expect(await ask['fx/keep-ecb']({ days: [day], file: { fileName: 'a.csv', digest: 'a'.repeat(64) } })).toEqual({
      ok: true,
      days: 1,
      rates: 1,
      older: 0,
      missing: [],
    });
    expect(await ask['fx/fill-in']()).toMatchObject({ ok: true, sales: 1, left: 0 });
    expect((await db.sales.toArray())[0]?.fx).toMatchObject({ rateE8: 80_000_000 });
  });
});
