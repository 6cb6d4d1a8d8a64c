import { expect, test } from 'vitest';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { fakeRandom } from '@/tests/fakes/fake-platform';
import { makeListing, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { startExperiment, type ExperimentPlan } from './start-experiment';
import { stopExperiment } from './stop-experiment';

const PLAN: ExperimentPlan = {
  name: ' Two prices ',
  days: 14,
  listingIds: ['l0', 'l1', 'l2', 'l3', 'l4', 'off', 'nobody'],
  arms: [
    { name: 'below', basisPoints: -200 },
    { name: 'at', basisPoints: 0 },
  ],
};

async function makeShop() {
  const deps = makeCommandDeps();
  const random = fakeRandom();
  await deps.db.listings.bulkAdd([
    ...Array.from({ length: 5 }, (_, nth) => makeListing({ id: `l${nth}`, price: usd(100 + nth) })),
    makeListing({ id: 'off', status: 'inactive' }),
  ]);
  return { ...deps, chance: () => random.next() };
}

test('live listings are drawn into arms of one size; what has no match stays out', async () => {
  const deps = await makeShop();
  const { experimentId } = await startExperiment(deps, PLAN);
  const experiment = await deps.db.experiments.get(experimentId);
  expect(experiment).toMatchObject({
    name: 'Two prices',
    endsAt: shiftInstant(deps.now(), 14 * DAY_MS),
    stoppedAt: null,
  });
  expect(experiment?.members.map(({ listingId }) => listingId)).toEqual(['l0', 'l1', 'l2', 'l3'].toSorted());
  expect(experiment?.members.filter(({ arm }) => arm === 0)).toHaveLength(2);
});

test('a listing is in one experiment at a time; over, it may be in the next', async () => {
  const deps = await makeShop();
  const { experimentId } = await startExperiment(deps, PLAN);
  await expect(startExperiment(deps, PLAN)).rejects.toMatchObject({ code: 'bad-value' });
  await stopExperiment(deps, experimentId);
  await startExperiment(deps, PLAN);
});

test.each<[string, Partial<ExperimentPlan>]>([
  ['no name', { name: ' ' }],
  ['one price twice', { arms: [PLAN.arms[0], PLAN.arms[0]] as ExperimentPlan['arms'] }],
  ['one arm', { arms: PLAN.arms.slice(0, 1) }],
  ['one listing', { listingIds: ['l0'] }],
  ['no time', { days: 0 }],
])('with %s it is refused', async (_name, change) => {
  const deps = await makeShop();
  await expect(startExperiment(deps, { ...PLAN, ...change })).rejects.toMatchObject({ code: 'bad-value' });
  expect(await deps.db.experiments.count()).toBe(0);
});

test('stopped once; what is over or not there is not stopped', async () => {
  const deps = await makeShop();
  const { experimentId } = await startExperiment(deps, PLAN);
  await stopExperiment(deps, experimentId);
  expect(await deps.db.experiments.get(experimentId)).toMatchObject({ stoppedAt: deps.now() });
  await expect(stopExperiment(deps, experimentId)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(stopExperiment(deps, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
});
