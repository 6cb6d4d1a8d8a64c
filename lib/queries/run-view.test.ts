import { expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { RepricingDecisionRow, RepricingRunRow } from '@/lib/db/repricing-rows';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import type { Decision, HoldReason } from '@/lib/domain/repricing/decision';
import { MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { makeListing, makePair, makeProduct, makeWrite, NOON, usd } from '@/tests/fixtures/builders';
import { CHANGE, HOLD, makeDecision, makeRun, NOTHING_SEEN } from '@/tests/fixtures/decisions';
import { makeRule } from '@/tests/fixtures/rules';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { runView } from './run-view';
import type { Valuation } from './valuation';

const VALUATION: Valuation = {
  now: NOON,
  currency: 'USD',
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  regionId: null,
};
const EARLIER = shiftInstant(NOON, -30 * MINUTE_MS);

const changeTo = (dollars: number): Decision => ({ ...CHANGE, to: usd(dollars), floor: usd(60), ceiling: usd(300) });
const hold = (reason: HoldReason): Decision => ({ ...HOLD, reason });

const run = (given: Partial<RepricingRunRow> = {}): RepricingRunRow =>
  makeRun({ mode: 'preview', trigger: 'person', considered: 5, changes: 2, holds: 3, groupId: null, ...given });

function decided(
  listingId: string,
  decision: Decision,
  { runId = 'run', at = NOON }: { readonly runId?: string; readonly at?: Instant } = {},
): RepricingDecisionRow {
  const seen = { ...NOTHING_SEEN, readAt: at, lowestAsk: usd(98) };
  return makeDecision(decision, { id: `${runId}-${listingId}`, runId, listingId, at, seen });
}

async function books(given: Partial<RepricingRunRow> = {}): Promise<ArchvdDatabase> {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
  await db.products.add(makeProduct());
  await db.listings.bulkAdd(['a', 'b', 'c', 'd', 'e'].map((id) => makeListing({ id, externalId: `L-${id}` })));
  await db.inventory.add(makePair({ goatListingId: 'L-a', status: 'listed', cost: usd(60) }));
  await db.repricingRules.add(makeRule({ id: 'rule', name: 'Of old', deletedAt: NOON }));
  await db.repricingRuns.add(run(given));
  await db.repricingDecisions.bulkAdd([
    decided('a', changeTo(110)),
    decided('b', changeTo(97)),
    decided('c', hold('cost-unknown')),
    decided('d', hold('stale')),
    decided('e', hold('cost-unknown')),
  ]);
  return db;
}

test('the deepest cut comes first, holds by how many there are, rules by the name they had', async () => {
  const view = await runView(await books(), 'run', VALUATION);
  expect(view?.changes.map(({ row, to }) => [row.listingId, to])).toEqual([
    ['b', usd(97)],
    ['a', usd(110)],
  ]);
  expect(view?.holds.map(({ reason, rows }) => [reason, rows.map(({ row }) => row.listingId)])).toEqual([
    ['cost-unknown', ['c', 'e']],
    ['stale', ['d']],
  ]);
  expect(view?.rules.get('rule')).toBe('Of old');
});

test('net and profit are told at both prices; without a cost the profit is not', async () => {
  const view = await runView(await books(), 'run', VALUATION);
  const [b, a] = view?.changes ?? [];
  // 120 less 9.5 % and $5, less 2.9 %: 100.60. 110: 91.81. The pair cost $60.
  expect([a?.before.net, a?.after.net]).toEqual([usd(100.6), usd(91.81)]);
  expect([a?.before.profit, a?.after.profit]).toEqual([usd(40.6), usd(31.81)]);
  expect(b?.after.profit).toBeNull();
  expect(b?.after.missing).toEqual(['cost']);
});

test('what came of a change is told with it', async () => {
  const db = await books({ mode: 'live', groupId: 'group' });
  await db.outbox.add(makeWrite({ id: 'sent', runId: 'run', entityId: 'a', groupId: 'group', state: 'confirmed' }));
  await db.outbox.add(makeWrite({ id: 'other', runId: 'another', entityId: 'b', state: 'rejected' }));
  const view = await runView(db, 'run', VALUATION);
  const outcome = new Map(view?.changes.map(({ row, write }) => [row.listingId, write?.id ?? null]));
  expect(outcome).toEqual(
    new Map([
      ['a', 'sent'],
      ['b', null],
    ]),
  );
});

test('a decision that only repeats an older one is taken from there, and none from after the run', async () => {
  const db = await books({ considered: 6 });
  await db.listings.add(makeListing({ id: 'f', externalId: 'L-f' }));
  const later = shiftInstant(NOON, MINUTE_MS);
  await db.repricingDecisions.bulkAdd([
    decided('f', hold('already-there'), { runId: 'before', at: EARLIER }),
    decided('f', changeTo(90), { runId: 'after', at: later }),
  ]);
  const view = await runView(db, 'run', VALUATION);
  expect(view?.holds.map(({ reason }) => reason)).toContain('already-there');
  expect(view?.changes).toHaveLength(2);
});

test('there is none by that id', async () => {
  expect(await runView(await books(), 'gone', VALUATION)).toBeNull();
});
