import { describe, expect, test } from 'vitest';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { RepricingDecisionRow } from '@/lib/db/repricing-rows';
import { isOpenWrite } from '@/lib/domain/outbox/write';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import { DAY_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import type { Effect } from '@/lib/sandbox/world/journal';
import { tellStory, type Story } from './market-story';

/**
 * Ninety days of a seller whose rules are on, with everything going wrong that can. What the market itself noted down is
 * held against the books and against bounds that are reckoned here anew.
 */

const { maxDownBasisPoints, maxUpBasisPoints, changesPerListingPerDay, changesPerRun } = CAREFUL_GUARDS;
/** A rule's answer may reach the market this long after the price was read and decided on. */
const ON_THE_WAY_MS = 20 * MINUTE_MS;

/** A price that the companion changed, with everything that is known of it. */
interface Change {
  readonly effect: Effect;
  readonly atMs: number;
  readonly from: number;
  readonly to: number;
  readonly row: OutboxRow;
  readonly decision: RepricingDecisionRow;
}

interface Told extends Story {
  readonly changes: readonly Change[];
  readonly rows: readonly OutboxRow[];
  /** Effects on prices that no write of ours explains. */
  readonly unexplained: readonly Effect[];
}

/**
 * Joins the market's log to the outbox: each effect has a write of its own, sent at that time and for the same prices.
 *
 * @param isStill the market's own time stood still, so that it tells nothing
 */
async function explain(story: Story, isStill = false): Promise<Told> {
  const { db, sandbox } = story.world;
  const rows = await db.outbox.toArray();
  const decisions = new Map((await db.repricingDecisions.toArray()).map((decision) => [decision.id, decision]));
  const edits = new Set(
    sandbox.log.requests.filter(({ path }) => path === '/sandbox/edit').map(({ requestId }) => requestId),
  );
  const used = new Set<string>();
  const changes: Change[] = [];
  const unexplained: Effect[] = [];
  for (const effect of sandbox.log.effects) {
    if (effect.kind !== 'listing/price' || edits.has(effect.requestId ?? '')) continue;
    const atMs = Date.parse(effect.at);
    const row = rows.find(
      ({ id, write, sentAt }) =>
        !used.has(id) &&
        write.kind === 'listing/price' &&
        write.externalId === effect.id &&
        String(write.from.minor) === effect.from &&
        String(write.to.minor) === effect.to &&
        sentAt !== null &&
        (isStill || Math.abs(atMs - sentAt) < ON_THE_WAY_MS),
    );
    const decision = decisions.get(row?.decisionId ?? '');
    if (row === undefined || decision === undefined) unexplained.push(effect);
    else {
      used.add(row.id);
      changes.push({ effect, atMs, from: Number(effect.from), to: Number(effect.to), row, decision });
    }
  }
  return { ...story, changes, rows, unexplained };
}

/** What is left of a price for the seller: 9.5 % and $5 go to alias, 2.9 % to the bank. */
function netCents(price: number): number {
  const payout = price - Math.round(price * 0.095) - 500;
  return payout - Math.round(payout * 0.029);
}

/** What the pair cost when the price was put to the market. */
function costAt({ costs }: Story, { effect, row }: Change): number | null {
  const known = (costs.get(effect.id) ?? []).filter(({ from }) => from <= (row.sentAt ?? 0));
  return known.at(-1)?.cents ?? null;
}

function basisPoints({ from, to }: Change): number {
  return Math.round(((to - from) / from) * 10_000);
}

const SEASONS = [
  { seed: 1, days: 90, stepHours: 36, hasFaults: true, models: 4 },
  { seed: 2, days: 90, stepHours: 42, hasFaults: true, models: 4 },
  { seed: 3, days: 90, stepHours: 42, hasFaults: false, models: 3 },
];

describe.each(SEASONS)('ninety days, seed $seed, with faults: $hasFaults', (options) => {
  let told: Told;

  test('are told to their end', async () => {
    told = await explain(await tellStory(options));
    expect(told.changes.length).toBeGreaterThan(80);
    expect(told.world.sandbox.log.effects.filter(({ kind }) => kind === 'order/created').length).toBeGreaterThan(3);
    if (options.hasFaults) expect(told.world.lives).toBeGreaterThan(10);
    expect(told.traps.length).toBeGreaterThan(2);
  }, 300_000);

  test('every price that changed has a write of its own, which has had one effect', () => {
    expect(told.unexplained).toEqual([]);
    // A write that did nothing and is said to be done would be as wrong as one that worked twice.
    const worked = new Set(told.changes.map(({ row }) => row.id));
    const confirmed = told.rows.filter(({ state }) => state === 'confirmed');
    expect(confirmed.filter(({ id }) => !worked.has(id)).map(({ id, state }) => ({ id, state }))).toEqual([]);
    expect(told.changes.filter(({ row }) => row.state !== 'confirmed').map(({ row }) => row.state)).toEqual([]);
    expect(new Set(told.changes.map(({ row }) => row.decisionId)).size).toBe(told.changes.length);
  });

  test('nothing is left under way', () => {
    expect(told.rows.filter(({ state }) => isOpenWrite(state))).toEqual([]);
  });

  test('each is what its decision says', () => {
    for (const { row, decision, to, from } of told.changes) {
      expect(decision).toMatchObject({ kind: 'change', runId: row.runId, from: { minor: from } });
      expect(decision.decision).toMatchObject({ to: { minor: to, currency: 'USD' } });
    }
  });

  test('no price is below what the pair cost and the sale takes', () => {
    for (const change of told.changes) {
      const cost = costAt(told, change);
      expect(cost, `the cost of ${change.effect.id}`).not.toBeNull();
      expect(netCents(change.to)).toBeGreaterThanOrEqual(cost ?? Number.POSITIVE_INFINITY);
    }
  });

  test('no price is at or below the highest offer that was seen, and none is off whole dollars', () => {
    for (const { decision, to } of told.changes) {
      expect(to).toBeGreaterThan(decision.seen.highestOffer?.minor ?? 0);
      expect(to % 100).toBe(0);
    }
  });

  test('steps are bounded; only a price below its floor is raised further', () => {
    for (const change of told.changes) {
      const { decision, from } = change;
      expect(basisPoints(change)).toBeGreaterThanOrEqual(-maxDownBasisPoints);
      const floor = decision.decision.floor;
      const wasBelow = 'minor' in floor && from < Number(floor.minor);
      if (!wasBelow) expect(basisPoints(change)).toBeLessThanOrEqual(maxUpBasisPoints);
    }
  });

  test('no listing is changed more often a day, and no run changes more, than is allowed', () => {
    const times = new Map<string, number[]>();
    const runs = new Map<string, number>();
    for (const { effect, atMs, row } of told.changes) {
      times.set(effect.id, [...(times.get(effect.id) ?? []), atMs]);
      runs.set(row.runId ?? '', (runs.get(row.runId ?? '') ?? 0) + 1);
    }
    for (const all of times.values())
      for (const start of all)
        expect(all.filter((each) => each >= start && each < start + DAY_MS).length).toBeLessThanOrEqual(
          changesPerListingPerDay,
        );
    expect(Math.max(...runs.values())).toBeLessThanOrEqual(changesPerRun);
  });

  test('nobody follows an ask of a dollar', async () => {
    const { db } = told.world;
    const seen = await db.repricingDecisions
      .filter(({ ruleId, seen: { lowestAsk } }) => ruleId === 'below' && lowestAsk?.minor === 100)
      .toArray();
    expect(seen.length).toBeGreaterThan(0);
    const followed = seen.filter(({ from, decision }) => decision.kind === 'change' && decision.to.minor < from.minor);
    expect(followed).toEqual([]);
  });
});

test('two sellers who undercut each other come to rest where one of them may go no lower', async () => {
  const story = await tellStory({ seed: 4, days: 8, stepHours: 2, hasFaults: false, models: 1, isQuiet: true });
  const told = await explain(story, true);
  expect(told.unexplained).toEqual([]);
  expect(told.changes.length).toBeGreaterThan(20);
  const met = new Set<string>();
  for (const change of told.changes) {
    expect(netCents(change.to)).toBeGreaterThanOrEqual(costAt(told, change) ?? Number.POSITIVE_INFINITY);
    // After the way down to the market it is fought dollar by dollar.
    if (met.has(change.effect.id)) expect(change.from - change.to).toBeLessThanOrEqual(1000);
    met.add(change.effect.id);
  }
  const last = told.changes.map(({ row }) => row.sentAt ?? 0).toSorted((a, b) => b - a)[0] ?? 0;
  expect(told.world.clock.now() - last, 'the last days are quiet').toBeGreaterThan(DAY_MS);
}, 300_000);
