import type { ArchvdDatabase } from '@/lib/db/database';
import type { JobName } from '@/lib/db/rows';
import { DAY_MS } from '@/lib/domain/time/instant';
import { drawBadge } from '@/lib/jobs/draw-badge';
import { createEngine, type Engine, type Standing } from '@/lib/jobs/engine';
import { JOB_PLANS } from '@/lib/jobs/job-plan';
import { ringNotices } from '@/lib/jobs/ring-notices';
import { createListingsPollTask, createListingsSweepTask } from '@/lib/sync/read-listings';
import { createOrdersTask } from '@/lib/sync/read-orders';
import { createPricesTask } from '@/lib/sync/read-prices';
import { createProductsTask } from '@/lib/sync/read-products';
import { createRecentSalesTask } from '@/lib/sync/read-recent-sales';
import type { MarketplaceReads } from '@/lib/marketplaces/contract/marketplace';
import type { SyncTask } from '@/lib/sync/sync-run';
import { fakeMarketplace, type FakeMarketplace } from '../fakes/fake-marketplace';
import {
  fakeAlarms,
  fakeBadge,
  fakeClock,
  fakeLocks,
  fakeNotifications,
  fakeRandom,
  START,
  stillHeart,
} from '../fakes/fake-platform';
import { makeBrowserDatabase, makeDatabase } from '../fixtures/test-database';

/** Everything of the background except the browser: real engine, real tasks, real database code, a marketplace in memory. */
export interface World {
  readonly market: FakeMarketplace;
  readonly db: ArchvdDatabase;
  readonly clock: ReturnType<typeof fakeClock>;
  readonly alarms: ReturnType<typeof fakeAlarms>;
  readonly notifications: ReturnType<typeof fakeNotifications>;
  readonly badge: ReturnType<typeof fakeBadge>;
  standing: Standing;
  readonly engine: Engine;
  /** A worker born after this one died: the browser has taken back the locks of the dead one. */
  reborn(): World;
  /** Another context of the same browser, alive at the same time: it finds the same locks taken. */
  beside(): World;
  /** Runs ticks, with time passing, until nothing is due any more. */
  settle(): Promise<void>;
  /** A day passes, so that every job is due, and settles. */
  fullSync(): Promise<void>;
}

interface Shared {
  readonly market: FakeMarketplace;
  /** What the jobs read from: the market in memory, unless a test brings its own. */
  readonly marketplace: MarketplaceReads & { readonly id: 'alias' };
  readonly browser: ReturnType<typeof makeBrowserDatabase>;
  readonly clock: ReturnType<typeof fakeClock>;
  readonly alarms: ReturnType<typeof fakeAlarms>;
  readonly locks: ReturnType<typeof fakeLocks>;
  readonly random: ReturnType<typeof fakeRandom>;
  readonly notifications: ReturnType<typeof fakeNotifications>;
  readonly badge: ReturnType<typeof fakeBadge>;
}

interface WorldOptions {
  readonly pageSize?: number;
  readonly marketplace?: Shared['marketplace'];
  /** Called with the first database before it is used. */
  readonly prepare?: (db: ArchvdDatabase) => void;
}

export function makeWorld(options: WorldOptions = {}): World {
  const clock = fakeClock(START);
  const market = fakeMarketplace(options.pageSize ?? 50);
  const shared: Shared = {
    market,
    marketplace: options.marketplace ?? market,
    browser: makeBrowserDatabase(),
    clock,
    alarms: fakeAlarms(clock),
    locks: fakeLocks(),
    random: fakeRandom(),
    notifications: fakeNotifications(),
    badge: fakeBadge(),
  };
  return context(shared, options.prepare);
}

function context(shared: Shared, prepare: ((db: ArchvdDatabase) => void) | undefined): World {
  const db = makeDatabase(shared.browser);
  prepare?.(db);
  const { clock, market } = shared;
  const standing = async (): Promise<Standing> => world.standing;
  const engine = createEngine({
    db,
    clock,
    random: shared.random,
    locks: shared.locks,
    alarms: shared.alarms,
    heartbeat: stillHeart,
    tasks: readingTasks(db, shared),
    standing,
    onFailure: (error) => {
      throw error;
    },
    onRefused: async () => {
      world.standing = 'refused';
    },
    afterTurn: async () => {
      await ringNotices({
        db,
        clock,
        notifications: shared.notifications,
        settings: async () => ({
          sales: true,
          deadlines: true,
          targets: true,
          releases: true,
          trouble: true,
          quietHours: null,
        }),
        offsetAt: () => 0,
        groupWords: ({ notices }) => ({ title: `${notices.length} as one`, message: '' }),
        alerts: {
          deferred: ({ message }) => `${message}, kept back`,
          passed: (notices) => ({ title: `${notices.length} passed`, message: '' }),
          buttons: () => ['Open', 'Snooze'],
        },
      });
      await drawBadge({ db, clock, badge: shared.badge, standing, countsAlerts: async () => true });
    },
  });
  const world: World = {
    market,
    db,
    clock,
    alarms: shared.alarms,
    notifications: shared.notifications,
    badge: shared.badge,
    standing: 'ready',
    engine,
    reborn: () => context({ ...shared, locks: fakeLocks() }, undefined),
    beside: () => context(shared, undefined),
    async settle() {
      for (let turn = 0; turn < 50; turn += 1) {
        await engine.tick();
        const due = await db.jobs.where('dueAt').belowOrEqual(clock.now()).count();
        if (due === 0) return;
        clock.pass(1000);
      }
      throw new Error('The jobs do not come to rest');
    },
    async fullSync() {
      clock.pass(DAY_MS);
      await world.settle();
    },
  };
  return world;
}

function readingTasks(db: ArchvdDatabase, { marketplace, clock, random }: Shared): ReadonlyMap<JobName, SyncTask> {
  const deps = { db, marketplace, clock, random };
  const rest: SyncTask = async () => 'done';
  const tasks = new Map<JobName, SyncTask>(JOB_PLANS.map((plan) => [plan.name, rest]));
  tasks.set(
    'orders',
    createOrdersTask({
      ...deps,
      displayCurrency: async () => 'USD',
      feeProfile: async () => ({ rating: 90, country: 'US', method: 'prepaid', withdraws: true }),
      notice: (event) => ({
        id: `${event.kind}:${event.order.externalId}`,
        title: event.kind,
        message: event.order.name,
      }),
    }),
  );
  tasks.set('listings-full', createListingsSweepTask(deps));
  tasks.set('listings', createListingsPollTask(deps));
  tasks.set('products', createProductsTask(deps));
  tasks.set(
    'prices',
    createPricesTask({
      ...deps,
      regionId: async () => null,
      freshnessMinutes: async () => 60,
      targetNotice: ({ usSize, ask }) => ({ title: `US ${usSize}`, message: `${ask.minor}` }),
    }),
  );
  tasks.set('recent-sales', createRecentSalesTask({ ...deps, regionId: async () => null }));
  return tasks;
}
