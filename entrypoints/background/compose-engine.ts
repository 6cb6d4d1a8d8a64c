import type { Ground } from '@/lib/desk/ports';
import { localOffset } from '@/components/bridge/local-time';
import type { JobName } from '@/lib/db/rows';
import { hasAlertWork } from '@/lib/db/repositories/alert-work';
import { hasPricesToRead } from '@/lib/db/repositories/prices-to-read';
import { hasExpenseDue } from '@/lib/db/repositories/expenses';
import { isReleaseLookDue } from '@/lib/db/repositories/release-look';
import { hasOutboxWork } from '@/lib/db/repositories/open-writes';
import { localDate } from '@/lib/domain/time/local-date';
import { drawBadge } from '@/lib/jobs/draw-badge';
import { createEngine, type Engine } from '@/lib/jobs/engine';
import { createSnapshotTask } from '@/lib/jobs/take-snapshot';
import { remindOfDeadlines } from '@/lib/jobs/remind-of-deadlines';
import { ringNotices } from '@/lib/jobs/ring-notices';
import { tellTrouble } from '@/lib/jobs/tell-trouble';
import { markRefused } from '@/lib/jobs/token-standing';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { createAlarms } from '@/lib/platform/alarms';
import { createBadge } from '@/lib/platform/badge';
import { createHeartbeat } from '@/lib/platform/heartbeat';
import { createLocks } from '@/lib/platform/locks';
import { createNotifications } from '@/lib/platform/notifications';
import { getSetting } from '@/lib/settings/stored-settings';
import { createListingsPollTask, createListingsSweepTask } from '@/lib/sync/read-listings';
import { createOrdersTask } from '@/lib/sync/read-orders';
import { createProductsTask } from '@/lib/sync/read-products';
import type { SyncTask } from '@/lib/sync/sync-run';
import type { OpenDesk } from './compose-desk';
import { composeStanding } from './compose-standing';
import { createEndableLocks } from './endable-locks';
import { alertNotices, deadlineNotice, groupNotice, orderNotice, refusedNotice, troubleNotice } from './notice-words';

/** How long the end of a world waits is its own business. */
interface Clockwork {
  readonly engine: Engine;
  /** After it nothing starts any more; resolves when nothing runs any more. */
  readonly end: (patienceMs: number) => Promise<void>;
}

/**
 * The clockwork with all of its jobs.
 *
 * @param openDesk where rules are worked with
 * @param alsoAfterTurn what this market needs besides; a failure of it is the turn's
 */
export function composeEngine(
  ground: Ground,
  marketplace: Marketplace,
  openDesk: OpenDesk,
  alsoAfterTurn: () => Promise<void> = async () => undefined,
): Clockwork {
  const { db, clock, random, log } = ground;
  const badge = createBadge();
  const notifications = createNotifications();
  const standing = composeStanding(ground);
  const locks = createEndableLocks(createLocks());
  const engine = createEngine({
    db,
    clock,
    random,
    locks,
    alarms: createAlarms(clock),
    heartbeat: createHeartbeat(),
    tasks: composeTasks(ground, marketplace, openDesk),
    standing,
    onFailure: (error) => log.error('session failed', { kind: error instanceof Error ? error.name : typeof error }),
    onRefused: () => markRefused({ db, clock }, refusedNotice()),
    afterTurn: async () => {
      try {
        await alsoAfterTurn();
        await remindOfDeadlines({ db, clock, words: (news) => deadlineNotice(news, clock.now()) });
        await tellTrouble({ db, clock, words: troubleNotice });
        await ringNotices({
          db,
          clock,
          notifications,
          settings: () => getSetting('notifications'),
          offsetAt: localOffset,
          groupWords: groupNotice,
          alerts: alertNotices,
        });
      } finally {
        await drawBadge({ db, clock, badge, standing, countsAlerts: async () => (await getSetting('watching')).badge });
      }
    },
  });
  return { engine, end: (patienceMs) => locks.end(patienceMs) };
}

function composeTasks(ground: Ground, marketplace: Marketplace, openDesk: OpenDesk): ReadonlyMap<JobName, SyncTask> {
  const { db, clock, random, snapshots } = ground;
  const reading = { db, marketplace, clock, random };
  return new Map<JobName, SyncTask>([
    [
      'orders',
      createOrdersTask({
        ...reading,
        displayCurrency: () => getSetting('displayCurrency'),
        feeProfile: () => getSetting('feeProfile'),
        notice: (news) => orderNotice(news, clock.now()),
      }),
    ],
    ['listings-full', createListingsSweepTask(reading)],
    ['listings', createListingsPollTask(reading)],
    ['products', createProductsTask(reading)],
    // Where nothing is offered, watched or owned, what reads prices is never loaded; where something is, it waits for alias
    // far longer than for the script.
    ['prices', async (run) => ((await hasPricesToRead(db)) ? (await openDesk()).prices(run) : 'done')],
    // Who knows no product never loads what reads its sales.
    ['recent-sales', async (run) => ((await db.products.count()) === 0 ? 'done' : (await openDesk()).recentSales(run))],
    // Who sends nothing never loads what sends.
    ['outbox', async (run) => ((await hasOutboxWork(db)) ? (await openDesk()).outbox(run) : 'done')],
    // Who has no rules never loads what works with them.
    ['reprice', async (run) => ((await db.repricingRules.count()) === 0 ? 'done' : (await openDesk()).reprice(run))],
    // Who waits for nothing never loads what looks for it.
    [
      'find-watched',
      async (run) =>
        (await db.watchRequests.where('state').equals('waiting').count()) === 0
          ? 'done'
          : (await openDesk()).findWatched(run),
    ],
    // Alerts nothing was read for are not looked at, nor releases and expenses before their time.
    [
      'alerts',
      async (run) =>
        (await hasAlertWork(db, await getSetting('regionId'), clock.now())) ||
        (await isReleaseLookDue(db, clock.now())) ||
        (await hasExpenseDue(db, localDate(clock.now(), localOffset)))
          ? (await openDesk()).alerts(run)
          : 'done',
    ],
    ['snapshot', createSnapshotTask({ db, snapshots })],
    ['housekeeping', async (run) => (await openDesk()).housekeeping(run)],
  ]);
}
