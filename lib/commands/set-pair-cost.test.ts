import { expect, test } from 'vitest';
import { makePair, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { setFxRate } from './set-fx-rate';
import { setPairCost } from './set-pair-cost';

function makeDeps() {
  let ids = 0;
  return { db: makeDatabase(), now: () => NOON, newId: () => `new-${(ids += 1)}` };
}

test('a cost is set, told in the log, and can be undone with what was there before', async () => {
  const deps = makeDeps();
  await deps.db.inventory.add(makePair({ id: 'p1', cost: null }));
  const before = await setPairCost(deps, 'p1', usd(61.5));
  expect(before).toBeNull();
  expect(await deps.db.inventory.get('p1')).toMatchObject({ cost: usd(61.5) });
  expect(await setPairCost(deps, 'p1', before)).toEqual(usd(61.5));
  expect(await deps.db.inventory.get('p1')).toMatchObject({ cost: null });
  expect(await deps.db.activity.count()).toBe(2);
});

test('a pair that is gone is told apart from one without a cost', async () => {
  await expect(setPairCost(makeDeps(), 'nobody', usd(1))).rejects.toMatchObject({ code: 'not-found' });
});

test('a typed rate is kept with its date and whose it is', async () => {
  const deps = makeDeps();
  await setFxRate(deps, { base: 'USD', quote: 'GBP', rateE8: 79_000_000 });
  expect(await deps.db.fxRates.toArray()).toMatchObject([
    { base: 'USD', quote: 'GBP', rateE8: 79_000_000, asOf: NOON, source: 'you' },
  ]);
});
