import type { ArchvdDatabase } from '@/lib/db/database';
import { claimJob, ensureJobs, freeAbandonedJobs } from '@/lib/db/repositories/jobs';
import { startJobRun } from '@/lib/db/repositories/job-runs';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import type { FeeProfile } from '@/lib/domain/fees/fee-schedule';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import { MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { Sandbox } from '@/lib/sandbox/create-sandbox';
import { orderKeeping } from '@/lib/jobs/outbox-task';
import { createAliasMarketplace } from '@/lib/marketplaces/alias/client';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { createHttp } from '@/lib/marketplaces/http/create-http';
import { drainOutbox } from '@/lib/outbox/drain-outbox';
import { enqueueGroup, enqueueTables, type NewGroup, type NewWrite } from '@/lib/outbox/enqueue';
import type { OutboxDeps, OutboxRun, OutboxVerdict } from '@/lib/outbox/outbox-run';
import { listingTables, writeListings } from '@/lib/sync/commit-listings';
import { emptyTally } from '@/lib/sync/sync-run';
import { fakeRandom, START, type FakeClock } from '../fakes/fake-platform';
import { makePair, usd } from '../fixtures/builders';
import { makeBrowserDatabase, makeDatabase } from '../fixtures/test-database';
import { mortal, step, type Life } from './mortal';
import { makeSharedMarket, TOKEN, type SharedMarket } from './shared-market';

export { makeSharedMarket, type SharedMarket };

/** What one request that changes something meets on its way. `late`: given up, and yet it arrives, at `deliverLate`. */
export type Journey = 'ok' | 'twice' | 'request-lost' | 'response-lost' | 'late';

export interface OutboxWorker {
  readonly db: ArchvdDatabase;
  readonly deps: OutboxDeps;
  readonly life: Life;
  /** Claims the job as the engine does, and drains once. Null: somebody else holds the job. */
  drain(): Promise<OutboxVerdict | null>;
  /** Claims the job without draining. */
  claim(): Promise<OutboxRun | null>;
}

export interface OutboxWorld {
  readonly clock: FakeClock;
  readonly sandbox: Sandbox;
  /** What the market changed since this world began. */
  effects(): Sandbox['log']['effects'];
  readonly worker: OutboxWorker;
  /** What the next requests that change something meet; after them all goes well. */
  readonly journeys: Journey[];
  /** Requests in the order they arrived, `GET /listings/{id}` and the like. */
  readonly requests: {
    readonly method: string;
    readonly path: string;
    readonly search: string;
    readonly at: Instant;
  }[];
  profile: FeeProfile;
  /** Called before each request leaves. */
  onRequest: (method: string, path: string, sent: string) => void | Promise<void>;
  /** A worker born after the last one died. */
  reborn(dieAt?: number): OutboxWorker;
  /** Another worker that is alive at the same time. */
  beside(): OutboxWorker;
  /** A listing at the marketplace and in the books, with its pair. */
  list(price: number, given?: { readonly live?: boolean; readonly pair?: Partial<Pair> }): Promise<Listing>;
  /** A pair in stock. */
  stock(given?: Partial<Pair>): Promise<Pair>;
  enqueue(writes: readonly NewWrite[], group?: Partial<NewGroup>): Promise<string | null>;
  /** Drains with workers that live on until nothing is under way any more. */
  settle(worker?: OutboxWorker): Promise<void>;
  outbox(): Promise<readonly OutboxRow[]>;
  /** Reads every listing into the books, as the sync does. */
  read(): Promise<void>;
  /** What was on its way all the time arrives. */
  deliverLate(): Promise<void>;
  /** Somebody else changes a price, at the marketplace, and activates it if told. */
  elsewhere(externalId: string, price: number, activate?: boolean): Promise<void>;
  /** What the marketplace says of a listing. */
  told(externalId: string): Promise<{ readonly status: string; readonly price: number } | null>;
}

export const DUNK = 'dunk-low-black-white-dd1391-100';

interface WorldOptions {
  /** Left out, one of its own. */
  readonly market?: SharedMarket;
  /** Wraps the marketplace of every worker: for mutants. */
  readonly wrap?: (marketplace: Marketplace) => Marketplace;
  readonly wrapDeps?: (deps: OutboxDeps) => OutboxDeps;
  readonly drain?: typeof drainOutbox;
}

/** The outbox as it runs, over the sandbox market and a network that does to a request what it is told. */
export async function makeOutboxWorld(options: WorldOptions = {}): Promise<OutboxWorld> {
  const { clock, sandbox } = options.market ?? makeSharedMarket();
  // What other worlds did in the same market is long ago.
  clock.pass(60 * MINUTE_MS);
  // Ids must not come again in a market that has seen others.
  const plain = fakeRandom();
  const random = { next: () => plain.next(), id: () => `${before}-${plain.id()}` };
  const before = sandbox.log.effects.length;
  const browser = makeBrowserDatabase();
  const requests: OutboxWorld['requests'][number][] = [];
  const journeys: Journey[] = [];

  const late: Request[] = [];
  const deliverLate = async (): Promise<void> => {
    for (const request of late.splice(0)) await sandbox.fetch(request);
  };

  const network =
    (life: Life) =>
    async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const path = pathname.replace('/api/v1', '');
      await world.onRequest(request.method, path, `${search} ${await request.clone().text()}`);
      step(life);
      requests.push({ method: request.method, path, search, at: clock.now() });
      const journey = request.method === 'GET' ? 'ok' : (journeys.shift() ?? 'ok');
      clock.pass(20);
      if (journey === 'request-lost') throw new TypeError('Failed to fetch');
      if (journey === 'twice') await sandbox.fetch(request.clone());
      if (journey === 'late') {
        late.push(request);
        throw new TypeError('Failed to fetch');
      }
      const response = await sandbox.fetch(request);
      if (journey === 'response-lost') throw new TypeError('Failed to fetch');
      step(life);
      return response;
    };

  const connect = (through: typeof fetch): Marketplace =>
    createAliasMarketplace(
      createHttp({
        baseUrl: 'http://market.test/api/v1',
        now: () => clock.now(),
        random: () => 0.5,
        token: async () => TOKEN,
        gate: { enter: async () => {}, leave: async () => null },
        onRequest: () => {},
        sleep: async (ms) => {
          clock.pass(ms);
        },
        fetch: through,
      }),
    );
  const marketOf = (life: Life): Marketplace => {
    const marketplace = connect(network(life));
    return options.wrap?.(marketplace) ?? marketplace;
  };

  const makeWorker = (dieAt = Number.POSITIVE_INFINITY): OutboxWorker => {
    const life: Life = { points: 0, dieAt: Number.POSITIVE_INFINITY, dead: false };
    const db = mortal(makeDatabase(browser), life);
    const marketplace = marketOf(life);
    const plain: OutboxDeps = {
      db,
      marketplace,
      clock,
      random,
      sleep: async (ms) => {
        step(life);
        clock.pass(ms);
      },
      keepListings: (facts, by, now) => writeListings({ db, marketplace, random }, facts, now, by),
      orderKeeping: () =>
        orderKeeping({
          db,
          marketplace,
          random,
          displayCurrency: async () => 'USD',
          feeProfile: async () => world.profile,
        }),
      carryUndoWishes: async () => undefined,
      feeProfile: async () => world.profile,
      regionId: async () => null,
      guards: async () => CAREFUL_GUARDS,
    };
    const deps = options.wrapDeps?.(plain) ?? plain;
    const claim = async (): Promise<OutboxRun | null> => {
      const job = await claimJob(db, 'outbox', clock.now(), MINUTE_MS);
      if (job === null) return null;
      const runId = random.id();
      await startJobRun(db, runId, 'outbox', clock.now());
      return {
        job: 'outbox',
        runId,
        fence: job.fence,
        priority: 'user',
        signal: new AbortController().signal,
        tally: emptyTally(),
        shouldYield: () => false,
      };
    };
    return {
      db,
      deps,
      life,
      claim,
      async drain() {
        await freeAbandonedJobs(db);
        const run = await claim();
        if (run === null) return null;
        // Only from here on it may die: whoever dies before has begun nothing.
        life.dieAt = life.points + dieAt;
        return (options.drain ?? drainOutbox)(deps, run);
      },
    };
  };

  const worker = makeWorker();
  const { db } = worker;
  await ensureJobs(db, [{ id: 'outbox', dueAt: clock.now() }]);
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, START);
  const setup = connect((input, init) => sandbox.fetch(new Request(input, init)));
  const call = { priority: 'user' } as const;

  const world: OutboxWorld = {
    clock,
    sandbox,
    effects: () => sandbox.log.effects.slice(before),
    worker,
    journeys,
    requests,
    profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
    onRequest: () => {},
    reborn: (dieAt) => makeWorker(dieAt),
    beside: () => makeWorker(),
    async list(price, { live = true, pair = {} } = {}) {
      const draft = {
        catalogId: DUNK,
        price: usd(price),
        size: { value: 10, system: 'US' as const },
        condition: 'new' as const,
        packaging: 'good' as const,
        activate: live,
      };
      const { value } = await setup.createListing(draft, call);
      await db.transaction('rw', listingTables(db), async () =>
        writeListings({ db, marketplace: setup, random }, [value], clock.now()),
      );
      await db.inventory
        .where('goatListingId')
        .equals(value.externalId)
        .modify({ cost: usd(60), ...pair });
      const row = await db.listings.where('[marketplace+externalId]').equals(['alias', value.externalId]).first();
      if (row === undefined) throw new Error('The listing is not in the books');
      return row;
    },
    async stock(given = {}) {
      const pair = makePair({ catalogId: DUNK, ...given });
      await db.inventory.add(pair);
      return pair;
    },
    async enqueue(writes, group = {}) {
      const deps = { db, now: () => clock.now(), newId: () => random.id() };
      const { groupId } = await db.transaction('rw', enqueueTables(db), () =>
        enqueueGroup(deps, { kind: 'price', by: 'user', ...group }, writes),
      );
      return groupId;
    },
    async settle(given) {
      const living = given ?? makeWorker();
      for (let turn = 0; turn < 60; turn += 1) {
        await living.db.jobs.update('outbox', { dueAt: clock.now() });
        const verdict = await living.drain();
        if (verdict === 'done') return;
        if (verdict !== null && verdict !== 'more') clock.pass(Math.max(0, verdict.waitUntil - clock.now()));
      }
      throw new Error('The outbox does not come to rest');
    },
    deliverLate,
    async read() {
      const all = await setup.listListings({}, { token: null, pageSize: 50 }, call);
      const known = new Set((await db.listings.toArray()).map(({ externalId }) => externalId));
      const ours = new Set((await db.outbox.toArray()).map(({ decisionId }) => decisionId));
      const own = all.items.filter(
        ({ externalId, metadata }) => known.has(externalId) || ours.has(metadata['archvd'] ?? ''),
      );
      await db.transaction('rw', listingTables(db), async () =>
        writeListings({ db, marketplace: setup, random }, own, clock.now()),
      );
    },
    async elsewhere(externalId, price, activate = false) {
      await setup.updateListing(externalId, { price: usd(price) }, call);
      if (activate) await setup.activateListing(externalId, call);
    },
    outbox: () => db.outbox.orderBy('id').toArray(),
    async told(externalId) {
      const { value } = await setup.getListing(externalId, call).catch(() => ({ value: null }));
      return value === null ? null : { status: value.status, price: value.price.minor / 100 };
    },
  };
  return world;
}
