import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { ArchvdDatabase } from '../../lib/db/database';
import { claimJob, ensureJobs } from '../../lib/db/repositories/jobs';
import { startJobRun } from '../../lib/db/repositories/job-runs';
import { seedFeeSchedules } from '../../lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '../../lib/domain/fees/alias-fee-schedules';
import type { Listing } from '../../lib/domain/listings/listing';
import { money } from '../../lib/domain/money/money';
import { CAREFUL_GUARDS } from '../../lib/domain/repricing/careful-guards';
import { instant } from '../../lib/domain/time/instant';
import { createAliasMarketplace } from '../../lib/marketplaces/alias/client';
import type { Marketplace } from '../../lib/marketplaces/contract/marketplace';
import { createHttp } from '../../lib/marketplaces/http/create-http';
import { drainOutbox } from '../../lib/outbox/drain-outbox';
import { enqueueGroup, enqueueTables } from '../../lib/outbox/enqueue';
import { serveSandbox } from '../../lib/sandbox/serve';
import { listingTables, writeListings } from '../../lib/sync/commit-listings';
import { emptyTally } from '../../lib/sync/sync-run';

const WRITES = 1000;
const TOKEN = 'goatapi_bench';
const POLL_MS = 100;

export interface OutboxMeasure {
  /** Milliseconds until 1,000 price changes are in the books as done. */
  readonly drainMs: number;
  /** Milliseconds of the same batch sent bare: one request, a look every 100 ms until it is done, its operations. */
  readonly bareMs: number;
}

/**
 * A market over real HTTP in this process, 1,000 live listings: their prices are raised once through the outbox and once
 * bare, by the same client.
 */
export async function measureOutbox(): Promise<OutboxMeasure> {
  const server = await serveSandbox({ token: TOKEN, seed: 1, speed: 0, listings: 1400, orders: 0, buyerShare: 0 });
  try {
    const marketplace = connect(`http://127.0.0.1:${server.port}/api/v1`);
    const db = new ArchvdDatabase('bench', { indexedDB: new IDBFactory(), IDBKeyRange });
    const listings = (await readListings(db, marketplace)).slice(0, WRITES);
    if (listings.length < WRITES) throw new Error(`Only ${listings.length} listings are live`);
    const bareMs = await timed(() => sendBare(marketplace, listings));
    // What the bare way changed is what the books must start from.
    const raised = await readListings(db, marketplace);
    const chosen = new Set(listings.map(({ id }) => id));
    const drainMs = await drain(
      db,
      marketplace,
      raised.filter(({ id }) => chosen.has(id)),
    );
    db.close();
    return { drainMs, bareMs };
  } finally {
    await server.close();
  }
}

const now = () => instant(Date.now());
const random = { next: () => Math.random(), id: () => crypto.randomUUID() };
const call = { priority: 'user' } as const;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The real client without a rate budget: what the market would let through is not what is measured. */
function connect(baseUrl: string): Marketplace {
  return createAliasMarketplace(
    createHttp({
      baseUrl,
      now,
      random: Math.random,
      token: async () => TOKEN,
      gate: { enter: async () => {}, leave: async () => null },
      onRequest: () => {},
    }),
  );
}

/** Reads every listing into the books; answers those that are live, with ids of the books. */
async function readListings(db: ArchvdDatabase, marketplace: Marketplace): Promise<readonly Listing[]> {
  let token: string | null = null;
  do {
    const at: string | null = token;
    const page = await marketplace.listListings({}, { token: at, pageSize: 50 }, call);
    await db.transaction('rw', listingTables(db), async () =>
      writeListings({ db, marketplace, random }, page.items, now()),
    );
    token = page.next;
  } while (token !== null);
  return db.listings.where('status').equals('active').toArray();
}

const raise = (listing: Listing) => money(listing.price.minor + 100, 'USD');

async function sendBare(marketplace: Marketplace, listings: readonly Listing[]): Promise<void> {
  const changes = listings.map((listing) => ({
    externalId: listing.externalId,
    price: { from: listing.price, to: raise(listing) },
  }));
  const { value } = await marketplace.batchUpdate(changes, call);
  while ((await marketplace.getBatch(value.externalId, call)).value.status !== 'completed') await wait(POLL_MS);
  let token: string | null = null;
  do {
    const at: string | null = token;
    const page = await marketplace.listBatchOperations(value.externalId, { status: null, token: at, limit: 500 }, call);
    token = page.next;
  } while (token !== null);
}

/** From the first claim to the last confirmation; to put the writes down is the command's time, not the outbox's. */
async function drain(db: ArchvdDatabase, marketplace: Marketplace, listings: readonly Listing[]): Promise<number> {
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, now());
  await ensureJobs(db, [{ id: 'outbox', dueAt: now() }]);
  await db.transaction('rw', enqueueTables(db), () =>
    enqueueGroup(
      { db, now, newId: random.id },
      { kind: 'price', by: 'user' },
      listings.map((listing) => ({
        entityId: listing.id,
        write: {
          kind: 'listing/price',
          externalId: listing.externalId,
          from: listing.price,
          to: raise(listing),
          intoOffer: false,
          // Nobody said what these pairs cost, and the seller wants it all the same.
          belowFloor: true,
        },
      })),
    ),
  );
  const job = await claimJob(db, 'outbox', now(), 60_000);
  if (job === null) throw new Error('The job is held');
  await startJobRun(db, 'bench', 'outbox', now());
  const run = {
    job: 'outbox',
    runId: 'bench',
    fence: job.fence,
    priority: 'user',
    signal: new AbortController().signal,
    tally: emptyTally(),
    shouldYield: () => false,
  } as const;
  const deps = {
    db,
    marketplace,
    clock: { now },
    random,
    sleep: wait,
    carryUndoWishes: async () => undefined,
    orderKeeping: async () => ({ tables: [], keep: async () => undefined }),
    keepListings: (...[facts, by, at]: Parameters<Parameters<typeof drainOutbox>[0]['keepListings']>) =>
      writeListings({ db, marketplace, random }, facts, at, by),
    feeProfile: async () => ({ rating: 90, country: 'US', method: 'prepaid', withdraws: true }) as const,
    regionId: async () => null,
    guards: async () => CAREFUL_GUARDS,
  };
  const ms = await timed(() => drainOutbox(deps, run));
  const confirmed = await db.outbox.where('state').equals('confirmed').count();
  if (confirmed !== listings.length) throw new Error(`Only ${confirmed} of ${listings.length} writes were confirmed`);
  return ms;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
