import type { ArchvdDatabase } from '@/lib/db/database';
import { listRules, rulesMark } from '@/lib/db/repositories/repricing-rules';
import { runHistory } from '@/lib/db/repositories/repricing-runs';
import type { FeeProfile } from '@/lib/domain/fees/fee-schedule';
import type { DecisionInput } from '@/lib/domain/repricing/decision';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import type { RunInput, RunPlan } from '@/lib/domain/repricing/plan-run';
import { MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import type { Clock } from '@/lib/platform/ports';
import { readDecisionInputs } from '@/lib/queries/decision-inputs';

export interface DecideDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  guards(): Promise<GuardSettings>;
  feeProfile(): Promise<FeeProfile>;
  /** null: prices of everywhere. */
  regionId(): Promise<string | null>;
  /** The seller's own clock, for schedules. */
  readonly offsetAt: OffsetAt;
  readonly plan: (input: RunInput) => RunPlan;
}

/** What a run would do, and what it went by. `items` and the plan's decisions are in the same order. */
export interface Decided {
  readonly now: Instant;
  readonly regionId: string | null;
  readonly guards: GuardSettings;
  readonly items: readonly DecisionInput[];
  readonly plan: RunPlan;
  /** State of the rules it went by. */
  readonly rules: string;
}

/** Decides on every live listing as of now, by the rules that are on. Writes nothing. */
export async function decideAnew(deps: DecideDeps): Promise<Decided> {
  const { db, clock, offsetAt } = deps;
  const [guards, profile, regionId] = await Promise.all([deps.guards(), deps.feeProfile(), deps.regionId()]);
  const now = clock.now();
  const [rules, items, history] = await Promise.all([
    listRules(db),
    readDecisionInputs(db, { now, profile, regionId }),
    runHistory(db, now),
  ]);
  const inForce = rules.filter(({ enabled }) => enabled);
  const utcOffsetMinutes = offsetAt(now) / MINUTE_MS;
  const plan = deps.plan({ items, rules: inForce, guards, history, utcOffsetMinutes, now });
  return { now, regionId, guards, items, plan, rules: rulesMark(rules) };
}
