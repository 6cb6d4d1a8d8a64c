import type { AnyTable, ArchvdDatabase } from '@/lib/db/database';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import { listRules, rulesMark } from '@/lib/db/repositories/repricing-rules';
import {
  forgetAskedRun,
  isAway,
  isRunAskedFor,
  isRunCancelled,
  lastDecisions,
} from '@/lib/db/repositories/repricing-runs';
import { getRepricingMode, setRepricingMode } from '@/lib/db/repositories/repricing-state';
import type { RepricingDecisionRow, RepricingRunRow } from '@/lib/db/repricing-rows';
import type { DecisionInput, ListingDecision } from '@/lib/domain/repricing/decision';
import type { BreakerReason } from '@/lib/domain/repricing/plan-run';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { enqueueGroup, enqueueTables, type NewWrite } from '@/lib/outbox/enqueue';
import { commit } from '@/lib/sync/commit';
import type { SyncDeps, SyncRun, SyncVerdict } from '@/lib/sync/sync-run';
import type { Decided } from './reprice-decide';
import { isSameDecision } from './reprice-same';

export interface KeepDeps extends SyncDeps {
  /** What is said when the breaker stops everything. */
  readonly stoppedWords: (reason: BreakerReason) => { readonly title: string; readonly message: string };
}

interface Considered {
  readonly item: DecisionInput;
  readonly made: ListingDecision;
  /** Of the decision's row. */
  readonly id: string;
}

type Told = Pick<RepricingRunRow, 'id' | 'mode' | 'trigger'>;

/**
 * Puts a run down in one transaction: the run, decisions that are news, and in live mode the writes. A run on schedule
 * without any news leaves nothing behind.
 *
 * @returns `more` when somebody changed the rules meanwhile: then nothing is kept, and it is decided anew
 */
export async function keepRun(deps: KeepDeps, run: SyncRun, decided: Decided): Promise<SyncVerdict> {
  const { db } = deps;
  let verdict: SyncVerdict = 'done';
  await commit(deps, run, {
    tables: tablesOf(db),
    rejected: [],
    now: decided.now,
    async write() {
      if (await isRunCancelled(db, run.startedAt)) return 0;
      const mode = await getRepricingMode(db);
      const trigger = (await isRunAskedFor(db)) ? 'person' : 'schedule';
      if (mode !== 'paused' && rulesMark(await listRules(db)) !== decided.rules) {
        verdict = 'more';
        return 0;
      }
      await forgetAskedRun(db, decided.now);
      if (mode === 'paused' || (await isAway(db))) return 0;
      return writeRun(deps, run, decided, { id: deps.random.id(), mode, trigger });
    },
  });
  return verdict;
}

function tablesOf(db: ArchvdDatabase): AnyTable[] {
  const own = [db.repricingRuns, db.repricingDecisions, db.repricingRules];
  return [...own, db.meta, db.vacations, db.notices, ...enqueueTables(db)];
}

/** Answers how many rows were written. */
async function writeRun(deps: KeepDeps, run: SyncRun, decided: Decided, told: Told): Promise<number> {
  const { db } = deps;
  const { stopped, decisions } = decided.plan;
  const considered = decisions.flatMap((made, nth): Considered[] => {
    const item = decided.items[nth];
    // What no rule is about is nobody's decision.
    return item === undefined || made.ruleId === null ? [] : [{ item, made, id: deps.random.id() }];
  });
  const changes = considered.filter(({ made }) => made.decision.kind === 'change');
  const news = await newsOf(db, considered, told);
  if (stopped !== null && told.mode === 'live') await stop(deps, decided, told, stopped);
  if (news.length === 0 && stopped === null && told.trigger === 'schedule') return 0;
  await db.repricingDecisions.bulkAdd(news.map((one) => toRow(one, told.id, decided)));
  const groupId = told.mode === 'live' && stopped === null ? await send(deps, decided, told, changes) : null;
  await db.repricingRuns.add({
    ...told,
    startedAt: run.startedAt,
    finishedAt: decided.now,
    considered: considered.length,
    changes: changes.length,
    holds: considered.length - changes.length,
    stopped,
    groupId,
    rules: decided.rules,
  });
  return news.length + 1;
}

/**
 * Decisions that say something new. Changes that are sent, and those a person asked to see, are always written: the
 * first because a write is explained by its decision, the others because they are looked at as one run.
 */
async function newsOf(
  db: ArchvdDatabase,
  considered: readonly Considered[],
  { mode, trigger }: Told,
): Promise<readonly Considered[]> {
  const last = await lastDecisions(
    db,
    considered.map(({ made }) => made.listingId),
  );
  const isWhole = mode === 'live' || trigger === 'person';
  return considered.filter(({ item, made }) => {
    if (isWhole && made.decision.kind === 'change') return true;
    const before = last.get(made.listingId);
    return before === undefined || !isSameDecision(before, made, item.market);
  });
}

function toRow({ item, made, id }: Considered, runId: string, { now }: Decided): RepricingDecisionRow {
  const { sales: _kept, ...seen } = item.market;
  const { listingId, ruleId, from, decision } = made;
  return { id, runId, listingId, ruleId, at: now, kind: decision.kind, from, decision, seen };
}

async function send(
  deps: KeepDeps,
  { now, guards }: Decided,
  { id: runId }: Told,
  changes: readonly Considered[],
): Promise<string | null> {
  const expiresAt = shiftInstant(now, guards.decisionMinutes * MINUTE_MS);
  const writes = changes.flatMap(({ item, made, id }): NewWrite[] => {
    if (made.decision.kind !== 'change') return [];
    const { externalId } = item.listing;
    const { to } = made.decision;
    const write = {
      kind: 'listing/price',
      externalId,
      from: made.from,
      to,
      intoOffer: false,
      belowFloor: false,
    } as const;
    return [{ entityId: made.listingId, decisionId: id, expiresAt, write }];
  });
  const outbox = { db: deps.db, now: () => now, newId: () => deps.random.id() };
  return (await enqueueGroup(outbox, { kind: 'reprice', by: 'rule', runId }, writes)).groupId;
}

/** Everything rests until a person has looked at it; what waited to be sent is withdrawn where it would be sent. */
async function stop(deps: KeepDeps, { now }: Decided, { id }: Told, reason: BreakerReason): Promise<void> {
  const { title, message } = deps.stoppedWords(reason);
  await setRepricingMode(deps.db, 'paused', message, now);
  await addNoticeOnce(deps.db, { id: `repricing:${id}`, at: now, title, message, route: '/rules' });
}
