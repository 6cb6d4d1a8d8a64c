import { expect, test } from 'vitest';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { ExperimentRow } from '@/lib/db/selling-rows';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { makeListing, makeOrder, makePair, makeProduct, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeRule, makeRuleSettings } from '@/tests/fixtures/rules';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { experimentCandidates } from './experiment-candidates';
import { readExperiments } from './experiments';

const after = (days: number): Instant => shiftInstant(NOON, days * DAY_MS);
const VALUATION = {
  currency: 'USD',
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  regionId: null,
} as const;
const IDS = Array.from({ length: 20 }, (_, nth) => `l${nth}`);

async function makeBooks(given: Partial<ExperimentRow> = {}) {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
  const product = makeProduct();
  await db.products.add(product);
  await db.listings.bulkAdd(IDS.map((id) => makeListing({ id, externalId: `L-${id}` })));
  await db.experiments.add({
    id: 'e',
    createdAt: NOON,
    updatedAt: NOON,
    name: 'Two prices',
    startedAt: NOON,
    endsAt: after(14),
    stoppedAt: null,
    arms: [
      { name: 'at', basisPoints: 0 },
      { name: 'below', basisPoints: -200 },
    ],
    members: IDS.map((listingId, nth) => ({ listingId, arm: nth % 2 })),
    ...given,
  });
  const sell = async (id: string, soldAt: Instant, status: 'completed' | 'reversed' = 'completed', cost = true) => {
    const order = makeOrder({ externalListingId: `L-${id}`, soldAt });
    const pair = makePair({ cost: cost ? usd(60) : null });
    await db.orders.add(order);
    await db.inventory.add(pair);
    const sale = { externalOrderId: order.externalId, pairId: pair.id, soldAt, status, payout: usd(100) };
    await db.sales.add(makeSale(sale));
  };
  const read = async (now: Instant) => {
    const [view] = await readExperiments(db, { ...VALUATION, now });
    if (view === undefined) throw new Error('no experiment');
    return view;
  };
  return { db, sell, read };
}

test('what sold within its time counts, with the profit of the books; later, before and reversed ones do not', async () => {
  const { sell, read } = await makeBooks();
  await sell('l1', after(3));
  await sell('l3', after(4), 'completed', false);
  await sell('l5', after(15));
  await sell('l7', after(-1));
  await sell('l9', after(5), 'reversed');
  const { verdict } = await read(after(20));
  expect(verdict).toMatchObject({
    kind: 'ended',
    arms: [
      { listings: 10, sold: 0, meanProfitMinor: 0 },
      // $100 less 2.9 % less $60 is $37.10; of nine listings with a known profit that is $4.12.
      { listings: 10, sold: 2, withoutProfit: 1, meanProfitMinor: 412 },
    ],
  });
});

test('while it runs there are counts only, and its rule is told', async () => {
  const { db, sell, read } = await makeBooks();
  await sell('l1', after(3));
  expect(await read(after(13))).toMatchObject({ verdict: { kind: 'running' }, ruleId: null, isCarriedOut: false });
  const settings = makeRuleSettings({ strategy: { kind: 'experiment', experimentId: 'e' } });
  await db.repricingRules.add(makeRule({ id: 'r', settings }));
  expect(await read(after(13))).toMatchObject({ ruleId: 'r', isCarriedOut: true });
  expect((await read(after(13))).verdict).not.toHaveProperty('comparisons');
  expect((await read(after(14))).isCarriedOut).toBe(false);
});

test('stopped before its time it says nothing, also when its time is over', async () => {
  const { sell, read } = await makeBooks({ stoppedAt: after(4) });
  await sell('l1', after(3));
  await sell('l3', after(5));
  const { verdict } = await read(after(30));
  expect(verdict).toMatchObject({ kind: 'stopped', arms: [{ sold: 0 }, { sold: 1 }] });
  expect(verdict).not.toHaveProperty('comparisons');
});

test('whoever is in a running experiment or not for sale cannot be asked', async () => {
  const { db } = await makeBooks({ members: [{ listingId: 'l0', arm: 0 }] });
  await db.listings.update('l1', { status: 'inactive' });
  await db.inventory.add(makePair({ goatListingId: 'L-l2', status: 'listed', tags: ['slow'] }));
  const ids = async (now: Instant) => (await experimentCandidates(db, now)).map(({ listingId }) => listingId);
  expect(await ids(after(1))).toHaveLength(18);
  expect(await ids(after(1))).not.toContain('l0');
  expect(await ids(after(14))).toContain('l0');
  expect((await experimentCandidates(db, NOON)).find(({ listingId }) => listingId === 'l2')?.tags).toEqual(['slow']);
});
