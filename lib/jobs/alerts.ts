import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { noteAlertsLooked } from '@/lib/db/repositories/alert-work';
import type { AlertRow } from '@/lib/db/watching-rows';
import { resolveFees } from '@/lib/domain/fees/estimate-net';
import { feesFor, type FeeProfile } from '@/lib/domain/fees/fee-schedule';
import type { BuyerTerms } from '@/lib/domain/sites/site-profile';
import { SECOND_MS, type Instant } from '@/lib/domain/time/instant';
import { startOfDay, type OffsetAt } from '@/lib/domain/time/period';
import { currenciesOf, termCurrencies } from '@/lib/queries/alert-currencies';
import { readRates } from '@/lib/queries/rates';
import { commit } from '@/lib/sync/commit';
import type { SyncDeps, SyncRun, SyncTask } from '@/lib/sync/sync-run';
import { countRung, decideProduct, type AlertsGround } from './alerts-decide';
import { digestTables, nextLook, tellDigest, type DigestWords } from './alerts-digest';
import { dueAlerts } from './alerts-due';
import { alertTables, keepDecided, type AlertNoticeWords } from './alerts-keep';

export interface AlertsDeps extends SyncDeps {
  /** The seller's region; null: everywhere. */
  regionId(): Promise<string | null>;
  feeProfile(): Promise<FeeProfile>;
  /** What buying on the market adds to an ask; null: not known. */
  buyerTerms(): Promise<BuyerTerms | null>;
  watching(): Promise<{ readonly mostPerDay: number; readonly digestAt: number }>;
  readonly offsetAt: OffsetAt;
  readonly words: { readonly alert: AlertNoticeWords; readonly digest: DigestWords };
}

/** So many products are decided and kept together. */
const AT_ONCE = 20;

/** A reading that is being committed while alerts are looked at must count as new at the next look. */
const IN_FLIGHT_MS = 10 * SECOND_MS;

/**
 * Looks at the alerts whose product was read since they were last looked at, and tells the digest when its time has
 * come. Asks nobody: it works on what the readers put into the books.
 */
export function createAlertsTask(deps: AlertsDeps): SyncTask {
  return async (run) => {
    const { db, clock, offsetAt } = deps;
    const startedAt = clock.now();
    const [regionId, profile, buying, watching] = await Promise.all([
      deps.regionId(),
      deps.feeProfile(),
      deps.buyerTerms(),
      deps.watching(),
    ]);
    const { byProduct, newest } = await dueAlerts(db, { regionId, offsetAt, now: startedAt });
    const products = [...byProduct];
    for (let from = 0; from < products.length; from += AT_ONCE) {
      await lookAt(deps, run, products.slice(from, from + AT_ONCE), { regionId, profile, buying, ...watching });
      if (run.shouldYield() && from + AT_ONCE < products.length) return 'more';
    }
    const now = clock.now();
    const time = { digestAt: watching.digestAt, offsetAt, now };
    await commit(deps, run, {
      tables: digestTables(db),
      rejected: [],
      now,
      write: async () => {
        await tellDigest(db, time, deps.words.digest);
        await noteAlertsLooked(db, { to: Math.min(newest, startedAt - IN_FLIGHT_MS), next: nextLook(time) }, now);
        return 0;
      },
    });
    return 'done';
  };
}

interface Settings {
  readonly regionId: string | null;
  readonly profile: FeeProfile;
  readonly buying: BuyerTerms | null;
  readonly mostPerDay: number;
}

async function lookAt(
  deps: AlertsDeps,
  run: SyncRun,
  products: readonly (readonly [string, readonly AlertRow[]])[],
  settings: Settings,
): Promise<void> {
  const { db, clock } = deps;
  const now = clock.now();
  const ground = await groundOf(
    deps,
    products.flatMap(([, alerts]) => alerts),
    settings,
    now,
  );
  const decided = await Promise.all(
    products.map(([catalogId, alerts]) => decideProduct(db, catalogId, alerts, ground)),
  );
  await commit(deps, run, {
    tables: alertTables(db),
    rejected: [],
    now,
    write: () => keepDecided(db, decided.flat(), deps.words.alert, now),
  });
}

async function groundOf(
  { db, offsetAt }: AlertsDeps,
  alerts: readonly AlertRow[],
  { regionId, profile, buying, mostPerDay }: Settings,
  now: Instant,
): Promise<AlertsGround> {
  const [schedules, rates, events] = await Promise.all([
    listFeeSchedules(db, 'alias'),
    readRates(db, ['USD', ...termCurrencies(buying), ...alerts.flatMap(({ trigger }) => currenciesOf(trigger))]),
    db.alertEvents.where('at').between(startOfDay(now, offsetAt), now, true, true).toArray(),
  ]);
  const fees = resolveFees(feesFor(schedules, now), profile);
  return { fees, buying, rates, offsetAt, regionId, mostPerDay, rung: countRung(events), now };
}
