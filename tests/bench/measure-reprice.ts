import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ensureJobs, makeDue } from '@/lib/db/repositories/jobs';
import { setMeta } from '@/lib/db/repositories/meta';
import { setRepricingMode } from '@/lib/db/repositories/repricing-state';
import type { JobName } from '@/lib/db/rows';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import { planRun } from '@/lib/domain/repricing/plan-run';
import { JOB_PLANS } from '@/lib/jobs/job-plan';
import { createRepriceTask } from '@/lib/jobs/reprice';
import { runTurn, type TurnDeps } from '@/lib/jobs/run-turn';
import { drainOutbox } from '@/lib/outbox/drain-outbox';
import { readDecisionInputs } from '@/lib/queries/decision-inputs';
import type { Sandbox } from '@/lib/sandbox/create-sandbox';
import { writeListings } from '@/lib/sync/commit-listings';
import type { SyncTask } from '@/lib/sync/sync-run';
import { fakeRandom, START, type FakeClock } from '../fakes/fake-platform';
import { makeRule } from '../fixtures/rules';
import { makeRuleBooks, PRODUCTS } from './rule-books';

const PROFILE = { rating: 90, country: 'US', method: 'prepaid', withdraws: true } as const;
const LISTINGS = 1000;
/** So wide that neither the breaker nor the limit of a run keeps a change back: as many as can be are sent. */
const GUARDS = { ...CAREFUL_GUARDS, breakerMoves: 100_000, changesPerRun: LISTINGS };

export interface RepriceMeasure {
  /** Deciding on 10,000 listings against reading the text of the same listings' pages. */
  readonly decideRatio: number;
  /**
   * Requests of a run over 1,000 listings beyond one batch and what tells its outcome, and beyond one reading a product
   * where prices are too old; the worse of the two.
   */
  readonly requestsBeyond: number;
}

/** How often all is decided anew: the quickest counts, since whatever else the machine does only ever adds to it. */
const DECISIONS = 40;

/** What deciding costs, and what a run asks of the market. In this very process, on the sandbox market in memory. */
export async function measureReprice(): Promise<RepriceMeasure> {
  const fresh = await measureRun(true);
  const stale = await measureRun(false);
  console.log(`     run, prices fresh: ${JSON.stringify(fresh)}; too old: ${JSON.stringify(stale)}`);
  const { decideMs, parseMs } = await measureDecide();
  console.log(`     10,000 decisions: ${Math.round(decideMs)} ms, their pages read: ${Math.round(parseMs)} ms`);
  return {
    decideRatio: decideMs / parseMs,
    requestsBeyond: Math.max(beyond(fresh, 0), beyond(stale, PRODUCTS)),
  };
}

/** Processor time of the quickest of each, in milliseconds: by the clock, who is interrupted more often looks slower. */
async function measureDecide(): Promise<{ readonly decideMs: number; readonly parseMs: number }> {
  const { db, pages } = await makeRuleBooks({ listings: 10_000, isFresh: true });
  const asked = { now: START, profile: PROFILE, regionId: null };
  const items = await readDecisionInputs(db, asked);
  const rules = [makeRule()];
  const history = { changesToday: 0, loweredToday: null };
  const decided: number[] = [];
  const parsed: number[] = [];
  for (let nth = 0; nth < DECISIONS; nth += 1) {
    // What is remembered of the last round must not make this one quicker.
    const given = structuredClone({ items, rules });
    // Nor must the copy itself be moved about by the collector on its time: it is settled before, as listings read from
    // the books are.
    settle();
    const began = processorMs();
    planRun({ ...given, guards: GUARDS, history, utcOffsetMinutes: 0, now: START });
    const between = processorMs();
    for (const page of pages) JSON.parse(page);
    decided.push(between - began);
    parsed.push(processorMs() - between);
  }
  return { decideMs: Math.min(...decided), parseMs: Math.min(...parsed) };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (how: { readonly type: 'minor' }) => void;

/** What is young and alive is old after two small collections. */
function settle(): void {
  collect({ type: 'minor' });
  collect({ type: 'minor' });
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What a run asked of the market. */
interface RunRequests {
  readonly changes: number;
  readonly quotes: number;
  readonly batches: number;
  readonly outcomes: number;
  /** None of these. */
  readonly others: number;
}

/** One live run over 1,000 listings of 200 products, from reading prices to the last outcome. */
async function measureRun(isFresh: boolean): Promise<RunRequests> {
  const { db, clock, sandbox, marketplace } = await makeRuleBooks({ listings: LISTINGS, isFresh });
  await db.repricingRules.add(makeRule());
  await setRepricingMode(db, 'live', null, START);
  await ensureJobs(
    db,
    (['reprice', 'outbox'] as const).map((id) => ({ id, dueAt: START })),
  );
  // How many operations the account may have is asked once a day, not by a run.
  await setMeta(db, 'outbox/quota', 2000, START);
  const before = sandbox.log.requests.length;
  const random = fakeRandom();
  const settings = { feeProfile: async () => PROFILE, regionId: async () => null, guards: async () => GUARDS };
  const reading = { db, clock, random, marketplace, ...settings };
  const words = () => ({ title: '', message: '' });
  const said = { targetNotice: words, stoppedWords: words };
  await run(reading, 'reprice', createRepriceTask({ ...reading, ...said, offsetAt: () => 0, plan: planRun }));
  const outbox = {
    ...reading,
    sleep: async (ms: number) => {
      clock.pass(ms);
    },
    carryUndoWishes: async () => undefined,
    orderKeeping: async () => ({ tables: [], keep: async () => undefined }),
    keepListings: (...[facts, by, now]: Parameters<Parameters<typeof drainOutbox>[0]['keepListings']>) =>
      writeListings({ db, random, marketplace }, facts, now, by),
  };
  await run(reading, 'outbox', (turn) => drainOutbox(outbox, turn));
  const changes = await db.outbox.where('state').equals('confirmed').count();
  return { changes, ...counted(sandbox.log.requests.slice(before)) };
}

/** How many requests are beyond one batch a thousand changes, what tells its outcome, and `quotes` readings of prices. */
function beyond(told: RunRequests, quotes: number): number {
  if (told.changes === 0) throw new Error('The run changed nothing, so it says nothing');
  return Math.max(0, told.batches - 1) + Math.max(0, told.quotes - quotes) + told.others;
}

type Engine = TurnDeps & { readonly clock: FakeClock };

async function run({ db, clock, random }: Engine, name: JobName, task: SyncTask): Promise<void> {
  const plan = JOB_PLANS.find((each) => each.name === name);
  if (plan === undefined) throw new Error(`No job ${name}`);
  for (let turn = 0; turn < 1000; turn += 1) {
    await makeDue(db, [name], clock.now());
    const outcome = await runTurn({ db, clock, random }, plan, task, new AbortController().signal);
    if (outcome === 'done') return;
    if (outcome !== 'more') throw new Error(`${name} ended as ${outcome}`);
    clock.pass(1000);
  }
  throw new Error(`${name} does not come to its end`);
}

function counted(requests: Sandbox['log']['requests']): Omit<RunRequests, 'changes'> {
  const count = (method: string, path: RegExp): number =>
    requests.filter((request) => request.method === method && path.test(request.path)).length;
  const quotes = count('GET', /\/pricing_insights\/availabilities\//);
  const batches = count('POST', /\/listings\/batch_update$/);
  const outcomes = count('GET', /\/listings\/(?:batch|batch_operations)\/[^/]+$/);
  return { quotes, batches, outcomes, others: requests.length - quotes - batches - outcomes };
}
