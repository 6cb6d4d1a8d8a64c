import type { ArchvdDatabase } from '@/lib/db/database';
import { createBudgetStore } from '@/lib/db/repositories/budgets';
import { listingPriceRange } from '@/lib/db/repositories/products';
import type { JobName } from '@/lib/db/rows';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import { planRun } from '@/lib/domain/repricing/plan-run';
import { createEngine } from '@/lib/jobs/engine';
import { JOB_PLANS } from '@/lib/jobs/job-plan';
import { orderKeeping } from '@/lib/jobs/outbox-task';
import { createRepriceTask } from '@/lib/jobs/reprice';
import { createAliasMarketplace } from '@/lib/marketplaces/alias/client';
import { limitsFor } from '@/lib/marketplaces/alias/limits';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { createHttp } from '@/lib/marketplaces/http/create-http';
import { createRequestGate } from '@/lib/marketplaces/http/request-gate';
import { drainOutbox } from '@/lib/outbox/drain-outbox';
import { createSandbox, type Sandbox, type SandboxOptions } from '@/lib/sandbox/create-sandbox';
import { ConnectionDropped } from '@/lib/sandbox/http/connection-dropped';
import type { Faults } from '@/lib/sandbox/http/faults';
import { writeListings } from '@/lib/sync/commit-listings';
import { createListingsPollTask, createListingsSweepTask } from '@/lib/sync/read-listings';
import { createOrdersTask } from '@/lib/sync/read-orders';
import { createProductsTask } from '@/lib/sync/read-products';
import { createRecentSalesTask } from '@/lib/sync/read-recent-sales';
import type { SyncTask } from '@/lib/sync/sync-run';
import {
  fakeAlarms,
  fakeClock,
  fakeLocks,
  fakeRandom,
  START,
  stillHeart,
  type FakeClock,
} from '../fakes/fake-platform';
import { makeBrowserDatabase, makeDatabase } from '../fixtures/test-database';

/**
 * The companion as it sells, without a browser: real engine, readers, rules, outbox, database code and client, and the
 * sandbox in the place of alias. All of it lives by one clock that only the test moves.
 */
export interface SellingWorld {
  readonly sandbox: Sandbox;
  readonly clock: FakeClock;
  readonly db: ArchvdDatabase;
  /** What of the network goes wrong besides the sandbox's own faults. */
  readonly wire: Wire;
  /** Asks the market past the companion, as the seller's own app or another person does. */
  market(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
  /** A turn of the clockwork; over when nothing is due any more, or when the worker has died. */
  tick(): Promise<void>;
  /** How often the worker was born. */
  readonly lives: number;
}

/** The way between the companion and the market. */
export interface Wire {
  /** The worker dies over a request of the next turn: before it has arrived, or after its answer has left. Null: it lives. */
  death: { readonly at: Moment; readonly arrives: boolean } | null;
  /** The browser sends a request again by itself when the connection broke, as Chromium does. */
  resends: boolean;
  /** What else goes wrong in the next turn from a request on; never in one that is made past the companion. */
  faults: { readonly at: Moment; readonly what: Faults } | null;
  /** Requests of the present turn. */
  requests: number;
}

/** The nth request of a turn, counted from 0, or the first that changes something. */
export type Moment = number | 'write';

const SELLER = { rating: 90, country: 'US', method: 'prepaid', withdraws: true } as const;

const ORIGIN = 'http://market.test';
const TOKEN = 'goatapi_simulated';
const CALM: Faults = {
  errorRate: 0,
  dropAfterAccept: 0,
  dropBeforeAccept: 0,
  rateLimit: null,
  garble: null,
  answer: null,
};

interface Shared {
  readonly sandbox: Sandbox;
  readonly clock: FakeClock;
  readonly browser: ReturnType<typeof makeBrowserDatabase>;
  readonly random: ReturnType<typeof fakeRandom>;
  readonly wire: Wire;
  readonly usSizes: readonly number[] | null;
}

interface WorldOptions extends Partial<SandboxOptions> {
  /** Sizes the market is read for; all unless told. Most of the time goes into sizes nobody sells. */
  readonly usSizes?: readonly number[];
}

export function makeSellingWorld({ usSizes, ...options }: WorldOptions = {}): SellingWorld {
  const clock = fakeClock(START);
  const wait = async (ms: number): Promise<void> => clock.pass(ms);
  const sandbox = createSandbox({ token: TOKEN, startAt: START, realNow: () => clock.now(), wait, ...options });
  const wire: Wire = { death: null, resends: false, faults: null, requests: 0 };
  const shared: Shared = {
    sandbox,
    clock,
    browser: makeBrowserDatabase(),
    random: fakeRandom(),
    wire,
    usSizes: usSizes ?? null,
  };
  let lives = 1;
  let life = beginLife(shared);
  const world: SellingWorld = {
    sandbox,
    clock,
    wire,
    // The dead worker's connection is not used any more: whoever looks, looks with the living one's.
    get db() {
      return life.db;
    },
    get lives() {
      return lives;
    },
    async market(method, path, body) {
      const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const answer = await sandbox.fetch(new Request(`${ORIGIN}${path}`, init));
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async tick() {
      const died = await Promise.race([life.engine.tick().then(() => false), life.death.then(() => true)]);
      sandbox.setFaults(CALM);
      Object.assign(wire, { death: null, resends: false, faults: null, requests: 0 });
      if (!died) return;
      lives += 1;
      life = beginLife(shared);
    },
  };
  return world;
}

/** One worker: everything that is gone when it dies. */
function beginLife(shared: Shared) {
  const { clock, random, browser } = shared;
  const db = makeDatabase(browser);
  const { fetch, death } = mortalFetch(shared);
  const engine = createEngine({
    db,
    clock,
    random,
    locks: fakeLocks(),
    alarms: fakeAlarms(clock),
    heartbeat: stillHeart,
    tasks: sellingTasks(shared, db, connect(shared, db, fetch)),
    standing: async () => 'ready',
    onFailure: (error) => {
      throw error;
    },
    onRefused: async () => undefined,
    afterTurn: async () => undefined,
  });
  return { db, engine, death };
}

/** `fetch` of a worker that may die over it: then it never answers, and nothing behind it ever runs. */
function mortalFetch({ sandbox, wire }: Shared): { readonly fetch: typeof fetch; readonly death: Promise<void> } {
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => (die = resolve));
  const never = new Promise<never>(() => undefined);
  const deliver = async (request: Request): Promise<Response> => {
    const again = request.clone();
    try {
      return await sandbox.fetch(request);
    } catch (error) {
      if (!(error instanceof ConnectionDropped) || !wire.resends) throw error;
      return sandbox.fetch(again);
    }
  };
  return {
    death,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const nth = wire.requests++;
      const isNow = (at: Moment): boolean => (at === 'write' ? request.method !== 'GET' : nth >= at);
      if (wire.faults !== null && isNow(wire.faults.at)) {
        sandbox.setFaults(wire.faults.what);
        wire.faults = null;
      }
      const { death: plan } = wire;
      if (plan !== null && isNow(plan.at)) {
        wire.death = null;
        if (plan.arrives) await deliver(request).catch(() => undefined);
        die();
        return never;
      }
      return deliver(request);
    },
  };
}

function connect({ clock, random, usSizes }: Shared, db: ArchvdDatabase, fetchIt: typeof fetch): Marketplace {
  const baseUrl = `${ORIGIN}/api/v1`;
  const sleep = async (ms: number): Promise<void> => clock.pass(ms);
  const ports = { now: () => clock.now(), random: () => random.next(), sleep };
  const gate = createRequestGate(createBudgetStore(db, 'alias'), { ...ports, limits: limitsFor('http://127.0.0.1') });
  const http = createHttp({
    ...ports,
    baseUrl,
    token: async () => TOKEN,
    gate,
    onRequest: () => undefined,
    fetch: fetchIt,
  });
  const market = createAliasMarketplace(http, { priceLimits: (target) => listingPriceRange(db, 'alias', target) });
  if (usSizes === null) return market;
  return {
    ...market,
    async getQuotes(request, options) {
      const answer = await market.getQuotes(request, options);
      return { ...answer, value: answer.value.filter(({ variant }) => usSizes.includes(variant.usSize)) };
    },
  };
}

function sellingTasks(
  { clock, random }: Shared,
  db: ArchvdDatabase,
  marketplace: Marketplace,
): ReadonlyMap<JobName, SyncTask> {
  const deps = { db, marketplace, clock, random };
  const rest: SyncTask = async () => 'done';
  const feeProfile = async () => SELLER;
  const regionId = async () => null;
  const guards = async () => CAREFUL_GUARDS;
  const settings = { regionId, guards, feeProfile };
  return new Map<JobName, SyncTask>([
    ...JOB_PLANS.map(({ name }): [JobName, SyncTask] => [name, rest]),
    [
      'orders',
      createOrdersTask({
        ...deps,
        feeProfile,
        displayCurrency: async () => 'USD',
        notice: ({ kind, order }) => ({ id: `${kind}:${order.externalId}`, title: kind, message: order.name }),
      }),
    ],
    ['listings-full', createListingsSweepTask(deps)],
    ['listings', createListingsPollTask(deps)],
    ['products', createProductsTask(deps)],
    ['recent-sales', createRecentSalesTask({ ...deps, regionId: async () => null })],
    [
      'reprice',
      // Reads the prices it needs itself, so the job that keeps all of them fresh for the screens rests.
      createRepriceTask({
        ...deps,
        ...settings,
        offsetAt: () => 0,
        plan: planRun,
        targetNotice: () => ({ title: '', message: '' }),
        stoppedWords: (reason) => ({ title: 'Stopped', message: reason }),
      }),
    ],
    [
      'outbox',
      (run) =>
        drainOutbox(
          {
            ...deps,
            ...settings,
            sleep: async (ms) => clock.pass(ms),
            orderKeeping: () => orderKeeping({ ...deps, ...settings, displayCurrency: async () => 'USD' }),
            carryUndoWishes: async () => undefined,
            keepListings: (facts, by, now) => writeListings(deps, facts, now, by),
          },
          run,
        ),
    ],
  ]);
}
