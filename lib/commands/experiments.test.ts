import { describe, expect, test } from 'vitest';
import { listRules } from '@/lib/db/repositories/repricing-rules';
import { switchOffEndedExperiments } from '@/lib/db/repositories/experiments';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { fakeRandom } from '@/tests/fakes/fake-platform';
import { makeListing, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { makeRule } from '@/tests/fixtures/rules';
import { startExperiment, type ExperimentPlan } from './start-experiment';
import { stopExperiment } from './stop-experiment';

const IDS = Array.from({ length: 21 }, (_, nth) => `l${nth}`);

const PLAN: ExperimentPlan = {
  name: ' Two prices ',
  days: 14,
  listingIds: [...IDS, 'off', 'nobody'],
  arms: [
    { name: 'below', basisPoints: -200 },
    { name: 'at', basisPoints: 0 },
  ],
};

async function makeShop() {
  const deps = makeCommandDeps();
  const random = fakeRandom();
  await deps.db.listings.bulkAdd([
    ...IDS.map((id, nth) => makeListing({ id, price: usd(100 + nth) })),
    makeListing({ id: 'off', status: 'inactive' }),
  ]);
  await deps.db.repricingRules.bulkAdd([makeRule({ id: 'first', priority: 0 }), makeRule({ id: 'next', priority: 1 })]);
  return { ...deps, chance: () => random.next() };
}

const ruleIn = async ({ db }: Awaited<ReturnType<typeof makeShop>>) =>
  (await listRules(db)).find(({ settings }) => settings.strategy.kind === 'experiment');

describe('an experiment begins', () => {
  test('live listings are drawn into arms of one size; what has no match stays out', async () => {
    const deps = await makeShop();
    const { experimentId } = await startExperiment(deps, PLAN);
    const experiment = await deps.db.experiments.get(experimentId);
    expect(experiment).toMatchObject({
      name: 'Two prices',
      endsAt: shiftInstant(deps.now(), 14 * DAY_MS),
      stoppedAt: null,
    });
    // The dearest of 21 is left over.
    expect(experiment?.members.map(({ listingId }) => listingId).toSorted()).toEqual(IDS.slice(0, 20).toSorted());
    expect(experiment?.members.filter(({ arm }) => arm === 0)).toHaveLength(10);
  });

  test('its rule is on and comes before all others', async () => {
    const deps = await makeShop();
    const { experimentId } = await startExperiment(deps, PLAN);
    const [rule, ...others] = await listRules(deps.db);
    expect(rule).toMatchObject({ name: 'Two prices', enabled: true, settings: { strategy: { experimentId } } });
    expect(others.map(({ id }) => id)).toEqual(['first', 'next']);
  });

  test('a listing is in one experiment at a time; over, it may be in the next', async () => {
    const deps = await makeShop();
    const { experimentId } = await startExperiment(deps, PLAN);
    await expect(startExperiment(deps, PLAN)).rejects.toMatchObject({
      message:
        '2 prices need 20 listings that can take part; these are 0 (20 of them are in another experiment). Nothing was changed.',
    });
    await stopExperiment(deps, experimentId);
    await startExperiment(deps, PLAN);
  });

  test.each<[string, Partial<ExperimentPlan>, string]>([
    ['no name', { name: ' ' }, 'An experiment needs a name.'],
    ['one price twice', { arms: [PLAN.arms[0], PLAN.arms[0]] as ExperimentPlan['arms'] }, 'prices that differ'],
    ['one arm', { arms: PLAN.arms.slice(0, 1) }, 'prices that differ'],
    [
      'nineteen listings',
      { listingIds: IDS.slice(0, 19) },
      '2 prices need 20 listings that can take part; these are 18.',
    ],
    ['no time', { days: 0 }, 'a day at least'],
  ])('with %s it is refused in words, and nothing is written', async (_name, change, words) => {
    const deps = await makeShop();
    await expect(startExperiment(deps, { ...PLAN, ...change })).rejects.toThrow(words);
    expect(await deps.db.experiments.count()).toBe(0);
    expect(await ruleIn(deps)).toBeUndefined();
  });
});

describe('an experiment ends', () => {
  test('stopped, its rule is off, and only its own', async () => {
    const deps = await makeShop();
    const { experimentId } = await startExperiment(deps, PLAN);
    await stopExperiment(deps, experimentId);
    expect(await deps.db.experiments.get(experimentId)).toMatchObject({ stoppedAt: deps.now() });
    expect(await ruleIn(deps)).toMatchObject({ enabled: false });
    expect((await listRules(deps.db)).filter(({ enabled }) => enabled)).toHaveLength(2);
  });

  test('by its time, its rule is switched off by whoever tidies up', async () => {
    const deps = await makeShop();
    const { experimentId } = await startExperiment(deps, PLAN);
    expect(await switchOffEndedExperiments(deps.db, shiftInstant(deps.now(), 14 * DAY_MS - 1))).toBe(0);
    expect(await switchOffEndedExperiments(deps.db, shiftInstant(deps.now(), 14 * DAY_MS))).toBe(1);
    expect(await ruleIn(deps)).toMatchObject({ enabled: false });
    expect(await deps.db.experiments.get(experimentId)).toMatchObject({ stoppedAt: null });
  });

  test('what is over or not there is not stopped', async () => {
    const deps = await makeShop();
    const { experimentId } = await startExperiment(deps, PLAN);
    await stopExperiment(deps, experimentId);
    await expect(stopExperiment(deps, experimentId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(stopExperiment(deps, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
  });
});
