import { beforeEach, expect, test } from 'vitest';
import { putFxRate } from '@/lib/db/repositories/fx';
import type { EcbDay } from '@/lib/domain/fx/ecb';
import { instant } from '@/lib/domain/time/instant';
import { NOON } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { takeBack } from '@/tests/fixtures/import-run';
import { keepEcbRates } from './keep-ecb-rates';

const FRIDAY = instant(Date.UTC(2026, 1, 27));

let deps: ReturnType<typeof makeCommandDeps>;
beforeEach(() => {
  deps = makeCommandDeps();
});

const days = (usd: number): readonly EcbDay[] => [
  { day: '2026-02-26', rates: { USD: 108_000_000, GBP: 84_000_000 } },
  { day: '2026-02-27', rates: { USD: usd, GBP: 83_600_000 } },
];
const keep = async (name: string, usd = 110_000_000) => {
  deps.push(1000);
  return keepEcbRates(deps, {
    days: days(usd),
    displayCurrency: 'GBP',
    currencies: new Set(['USD'] as const),
    since: NOON,
    by: 'user',
    file: { fileName: `${name}.csv`, digest: name.repeat(64) },
  });
};
const importOf = async (name: string) =>
  (await deps.db.imports.filter(({ fileName }) => fileName === `${name}.csv`).last())?.id ?? '';
const rates = async () => (await deps.db.fxRates.toArray()).map(({ id, rateE8, source }) => [id, rateE8, source]);

test('a file of rates is an import: told once, taken back it leaves what was there, and may come again', async () => {
  await putFxRate(deps.db, { base: 'USD', quote: 'GBP', rateE8: 70_000_000, asOf: FRIDAY, source: 'you' });
  const before = await rates();
  await keep('a');
  await keep('a');
  expect(await deps.db.imports.toArray()).toMatchObject([{ kind: 'rates', rows: 2, applied: 2, skipped: 2 }]);
  expect(await rates()).toHaveLength(2);
  expect(await takeBack(deps, await importOf('a'))).toEqual({ removed: 1, restored: 1, left: 0 });
  expect(await rates()).toEqual(before);
  expect(await deps.db.importChanges.count()).toBe(0);
  await keep('a');
  expect(await deps.db.imports.filter(({ undoneAt }) => undoneAt === null).count()).toBe(1);
});

test.each([[['a', 'b']], [['b', 'a']]])(
  'of two files that differ, taken back in the order %j nothing is left',
  async (order) => {
    await keep('a');
    await keep('b', 120_000_000);
    for (const name of order) await takeBack(deps, await importOf(name));
    expect(await rates()).toEqual([]);
  },
);

test('a rate that was put right since stays, and is told', async () => {
  await keep('a');
  await putFxRate(deps.db, { base: 'USD', quote: 'GBP', rateE8: 1, asOf: FRIDAY, source: 'you' });
  expect(await takeBack(deps, await importOf('a'))).toEqual({ removed: 1, restored: 0, left: 1 });
  expect(await rates()).toMatchObject([[`USD/GBP@${FRIDAY}`, 1, 'you']]);
});

test('rates that were asked for are no import', async () => {
  await keepEcbRates(deps, {
    days: days(1),
    displayCurrency: 'GBP',
    currencies: new Set(['USD'] as const),
    since: NOON,
    by: 'system',
  });
  expect(await deps.db.imports.count()).toBe(0);
});
