import { expect, test } from 'vitest';
import type { PricesDeps } from '@/lib/sync/read-prices';
import { fakeMarketplace } from '@/tests/fakes/fake-marketplace';
import { fakeClock, fakeRandom } from '@/tests/fakes/fake-platform';
import { makeProduct, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { lookAgain } from './look-again';

test('a look nobody asked for waits while the rate budget is short', async () => {
  const db = makeDatabase();
  await db.products.add(makeProduct());
  const catalogId = makeProduct().catalogId;
  const market = fakeMarketplace();
  const deps: PricesDeps = {
    db,
    marketplace: market,
    clock: fakeClock(NOON),
    random: fakeRandom(),
    regionId: async () => null,
    targetNotice: () => ({ title: '', message: '' }),
  };
  const budget = {
    id: 'alias',
    milliTokens: 2000,
    updatedAt: NOON,
    milliPerSecond: 2000,
    blockedUntil: null,
    limitedInARow: 0,
    failures: [],
    openUntil: null,
  };
  await db.budgets.put(budget);
  await lookAgain(deps, { catalogId });
  expect(market.calls).toEqual([]);
  await db.budgets.put({ ...budget, milliTokens: 8000 });
  await lookAgain(deps, { catalogId });
  expect(market.calls.map(({ name }) => name)).toEqual(['getQuotes']);
});
