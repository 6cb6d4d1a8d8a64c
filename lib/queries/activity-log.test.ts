import { beforeEach, expect, test } from 'vitest';
import type { RepricingDecisionRow } from '@/lib/db/repricing-rows';
import type { Decision } from '@/lib/domain/repricing/decision';
import { instant } from '@/lib/domain/time/instant';
import { makeListing, makeProduct, makeWrite, NOON, usd } from '@/tests/fixtures/builders';
import { CHANGE, HOLD, makeDecision, makeRun } from '@/tests/fixtures/decisions';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { activityLog, type ActivityRequest } from './activity-log';

const decision = (id: string, listingId: string, made: Decision): RepricingDecisionRow =>
  makeDecision(made, { id, listingId, from: usd(105) });

const ALL: ActivityRequest = { period: null, kind: null, ruleId: null, runId: null, problems: false, search: '' };

let db: ReturnType<typeof makeDatabase>;

beforeEach(async () => {
  db = makeDatabase();
  await db.products.add(makeProduct());
  await db.listings.bulkAdd(
    ['a', 'b', 'c'].map((id, nth) => makeListing({ id, size: { value: 9 + nth, system: 'US' } })),
  );
  await db.repricingRuns.add(makeRun());
  await db.repricingDecisions.bulkAdd([
    decision('d1', 'a', CHANGE),
    decision('d2', 'b', HOLD),
    decision('d3', 'c', HOLD),
  ]);
  await db.writeGroups.add({
    id: 'group',
    createdAt: NOON,
    updatedAt: NOON,
    kind: 'reprice',
    by: 'rule',
    total: 1,
    runId: 'run',
    undoneBy: null,
    dismissedAt: null,
  });
  await db.outbox.add(
    makeWrite({
      id: 'w1',
      decisionId: 'd1',
      groupId: 'group',
      runId: 'run',
      entityId: 'a',
      by: 'rule',
      state: 'confirmed',
    }),
  );
});

const kinds = async (request: Partial<ActivityRequest>) =>
  (await activityLog(db, { ...ALL, ...request })).entries.map(({ kind }) => kind);

test('a run, its change with what came of it, and its holds of one reason as one', async () => {
  const { entries } = await activityLog(db, ALL);
  expect(entries.map(({ kind }) => kind)).toEqual(['runs', 'changes', 'holds']);
  expect(entries[0]).toMatchObject({ canUndo: true });
  expect(entries[1]).toMatchObject({ write: { id: 'w1' }, named: { name: 'Dunk Low Panda' } });
  expect(entries[2]).toMatchObject({ reason: 'cost-unknown', rows: [{ row: { id: 'd3' } }, { row: { id: 'd2' } }] });
});

test('a run that was taken back on its way says how many prices go back later', async () => {
  await db.outbox.update('w1', { state: 'unknown' });
  await db.writeGroups.update('group', { undoWanted: { writeIds: ['w1'], undoneBy: null } });
  expect((await activityLog(db, ALL)).entries[0]).toMatchObject({ canUndo: true, backLater: 1 });
  expect((await activityLog(db, { ...ALL, runId: 'run' })).entries[0]).toMatchObject({ backLater: 1 });
});

test('a write that carries out no decision stands by itself', async () => {
  await db.outbox.add(makeWrite({ id: 'w2', decisionId: 'own', groupId: 'group', runId: null, entityId: 'b' }));
  expect(await kinds({})).toEqual(['runs', 'changes', 'writes', 'holds']);
});

test('narrowed: by kind, size, rule, problems, run and time', async () => {
  expect(await kinds({ kind: 'holds' })).toEqual(['holds']);
  expect(await kinds({ search: 'panda 9' })).toEqual(['changes']);
  expect(await kinds({ search: 'yeezy' })).toEqual([]);
  expect(await kinds({ ruleId: 'another' })).toEqual([]);
  expect(await kinds({ ruleId: 'rule' })).toEqual(['changes', 'holds']);
  expect(await kinds({ problems: true })).toEqual(['holds']);
  expect(await kinds({ runId: 'run' })).toEqual(['runs', 'changes', 'holds']);
  expect(await kinds({ runId: 'none' })).toEqual([]);
  expect(await kinds({ period: { from: instant(NOON + 1), to: instant(NOON + 2) } })).toEqual([]);
});
