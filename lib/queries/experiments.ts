import type { ArchvdDatabase } from '@/lib/db/database';
import { isRunning } from '@/lib/db/repositories/experiments';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { ExperimentRow } from '@/lib/db/selling-rows';
import { judgeExperiment, type ArmResult, type Outcome, type Verdict } from '@/lib/domain/experiments/judge-experiment';
import { pnlLine } from '@/lib/domain/pnl/pnl-line';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';
import { pairsOfSales } from './pairs-of-sales';
import { readPnlSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import type { Valuation } from './valuation';

/** `stopped`: somebody ended it before its time, and what looks like a result may be why. */
export type ExperimentVerdict = Verdict | { readonly kind: 'stopped'; readonly arms: readonly ArmResult[] };

export interface ExperimentView {
  readonly experiment: ExperimentRow;
  readonly verdict: ExperimentVerdict;
  /** Its rule; null: it was removed. */
  readonly ruleId: string | null;
  /** Whether its prices are told by that rule now. */
  readonly isCarriedOut: boolean;
}

/** All experiments, the newest first, each with what may be said of it now. */
export async function readExperiments(db: ArchvdDatabase, valuation: Valuation): Promise<readonly ExperimentView[]> {
  const experiments = await newestFirst(db.experiments.orderBy('startedAt')).toArray();
  if (experiments.length === 0) return [];
  const [rules, soldIn] = await Promise.all([db.repricingRules.toArray(), readOutcomes(db, experiments, valuation)]);
  return experiments.map((experiment) => {
    const rule = rules.find(
      ({ deletedAt, settings: { strategy } }) =>
        deletedAt === null && strategy.kind === 'experiment' && strategy.experimentId === experiment.id,
    );
    return {
      experiment,
      verdict: verdictOf(experiment, soldIn(experiment), valuation.now),
      ruleId: rule?.id ?? null,
      isCarriedOut: rule?.enabled === true && isRunning(experiment, valuation.now),
    };
  });
}

function verdictOf(experiment: ExperimentRow, outcomes: readonly Outcome[], now: Instant): ExperimentVerdict {
  const { members, arms, endsAt, stoppedAt } = experiment;
  const judge = (at: Instant) => judgeExperiment({ members, arms: arms.length, outcomes, endsAt, now: at });
  if (stoppedAt === null) return judge(now);
  // Before its end only the counts are told.
  return { kind: 'stopped', arms: judge(stoppedAt < endsAt ? stoppedAt : experiment.startedAt).arms };
}

/** What became of the listings of an experiment: sold within its time with this profit, or not. */
async function readOutcomes(
  db: ArchvdDatabase,
  experiments: readonly ExperimentRow[],
  valuation: Valuation,
): Promise<(experiment: ExperimentRow) => readonly Outcome[]> {
  const ids = [...new Set(experiments.flatMap(({ members }) => members.map(({ listingId }) => listingId)))];
  const since = Math.min(...experiments.map(({ startedAt }) => startedAt));
  const [listings, sales] = await Promise.all([
    db.listings.bulkGet(ids),
    db.sales.where('soldAt').aboveOrEqual(since).toArray(),
  ]);
  const externalIds = new Map(listings.flatMap((one) => (one === undefined ? [] : [[one.id, one.externalId]])));
  const sold = await soldByListing(db, sales, new Set(externalIds.values()), valuation);
  return ({ members, startedAt, endsAt, stoppedAt }) => {
    const end = stoppedAt ?? endsAt;
    return members.map(({ listingId }) => {
      const of = sold.get(externalIds.get(listingId) ?? '') ?? [];
      const within = of.find(({ sale }) => sale.soldAt >= startedAt && sale.soldAt < end);
      return { listingId, sold: within !== undefined, profit: within?.profit ?? null };
    });
  };
}

interface SoldListing {
  readonly sale: Sale;
  readonly profit: Outcome['profit'];
}

/** Sales that stand, by the marketplace's id of the listing they sold. */
async function soldByListing(
  db: ArchvdDatabase,
  all: readonly Sale[],
  externalIds: ReadonlySet<string>,
  valuation: Valuation,
): Promise<ReadonlyMap<string, readonly SoldListing[]>> {
  const sales = all.filter(({ marketplace, status }) => marketplace === 'alias' && status !== 'reversed');
  const keys = sales.map(({ externalOrderId }) => ['alias', externalOrderId]);
  const [orders, pairs, settings] = await Promise.all([
    rowsByKey(db.orders, '[marketplace+externalId]', keys),
    pairsOfSales(db, sales),
    readPnlSettings(db, valuation),
  ]);
  const listingOf = new Map(orders.map(({ externalId, externalListingId }) => [externalId, externalListingId]));
  const rated = await rateSales(db, sales, (sale) => pairs.get(sale.pairId), valuation);
  const sold = new Map<string, SoldListing[]>();
  for (const sale of rated) {
    const listing = listingOf.get(sale.externalOrderId) ?? null;
    if (listing === null || !externalIds.has(listing)) continue;
    const profit = pnlLine(sale, pairs.get(sale.pairId) ?? null, settings)?.profit ?? null;
    sold.set(listing, [...(sold.get(listing) ?? []), { sale, profit }]);
  }
  return sold;
}
