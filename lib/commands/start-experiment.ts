import { appendActivity } from '@/lib/db/repositories/activity';
import { isRunning } from '@/lib/db/repositories/experiments';
import { listRules } from '@/lib/db/repositories/repricing-rules';
import type { ExperimentRow } from '@/lib/db/selling-rows';
import type { RepricingRuleRow } from '@/lib/db/repricing-rows';
import { drawArms, type Candidate } from '@/lib/domain/experiments/draw-arms';
import { FEWEST_OF_ARM } from '@/lib/domain/experiments/judge-experiment';
import type { Listing } from '@/lib/domain/listings/listing';
import { isLive } from '@/lib/domain/listings/listing-state';
import { CAREFUL_RULE } from '@/lib/domain/repricing/careful-rule';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { checkText } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';

export interface ExperimentDeps extends CommandDeps {
  /** Chance, 0 inclusive to 1 exclusive: who gets which price is drawn. */
  chance(): number;
}

export interface ExperimentPlan {
  readonly name: string;
  /** How long it goes on; fixed before it starts. */
  readonly days: number;
  readonly listingIds: readonly string[];
  readonly arms: ExperimentRow['arms'];
}

const LONGEST_NAME = 120;

/**
 * Begins a price experiment: draws once which listing gets which price, and puts the rule that carries it out before all
 * others, switched on. Whether its prices are sent is for the switch of all rules to say. Listings that are not live, are
 * in another experiment, or have no match stay out, and go by the other rules.
 *
 * @throws CommandError `bad-value` when it makes no sense, or fewer than ten listings are left for a price
 */
export async function startExperiment(
  deps: ExperimentDeps,
  plan: ExperimentPlan,
): Promise<{ readonly experimentId: string }> {
  const { db } = deps;
  const name = plan.name.trim();
  checkPlan(name, plan);
  return db.transaction('rw', [db.listings, db.experiments, db.repricingRules, db.activity], async () => {
    const now = deps.now();
    const members = await drawMembers(deps, plan, now);
    const experimentId = deps.newId();
    await db.experiments.add({
      id: experimentId,
      createdAt: now,
      updatedAt: now,
      name,
      startedAt: now,
      endsAt: shiftInstant(now, plan.days * DAY_MS),
      stoppedAt: null,
      arms: plan.arms,
      members,
    });
    await db.repricingRules.add(await ruleOf(deps, experimentId, name, now));
    await appendActivity(db, {
      id: deps.newId(),
      at: now,
      kind: 'experiment/start',
      by: 'user',
      entity: { table: 'experiments', id: experimentId },
      summary: `Experiment started: ${name}`,
      facts: { listings: members.length, arms: plan.arms.length, days: plan.days },
    });
    return { experimentId };
  });
}

function checkPlan(name: string, { days, arms }: ExperimentPlan): void {
  if (name === '') throw new CommandError('bad-value', 'An experiment needs a name. Nothing was changed.');
  checkText('The name', name, LONGEST_NAME);
  if (!Number.isInteger(days) || days < 1)
    throw new CommandError('bad-value', 'An experiment takes a day at least. Nothing was changed.');
  if (arms.length < 2 || new Set(arms.map(({ basisPoints }) => basisPoints)).size < arms.length)
    throw new CommandError('bad-value', 'An experiment compares prices that differ. Nothing was changed.');
}

/** @throws CommandError `bad-value` when too few can take part */
async function drawMembers(
  deps: ExperimentDeps,
  plan: ExperimentPlan,
  now: Instant,
): Promise<ExperimentRow['members']> {
  const found = await deps.db.listings.bulkGet([...new Set(plan.listingIds)]);
  const live = found.filter((one) => one !== undefined).filter(isLive);
  const taken = await inExperiments(deps, now);
  const free = live.filter(({ id }) => !taken.has(id));
  const members = drawArms(free.map(candidateOf), plan.arms.length, () => deps.chance());
  const needed = plan.arms.length * FEWEST_OF_ARM;
  if (members.length >= needed) return members;
  const elsewhere = live.length - free.length;
  const why = elsewhere === 0 ? '' : ` (${elsewhere} of them are in another experiment)`;
  throw new CommandError(
    'bad-value',
    `${plan.arms.length} prices need ${needed} listings that can take part; these are ${members.length}${why}. Nothing was changed.`,
  );
}

/** What makes listings alike: then only the price tells them apart. */
function candidateOf({ id, catalogId, size, condition, packaging, price }: Listing): Candidate {
  return { listingId: id, kind: `${catalogId}|${size.value}|${condition}|${packaging}`, price };
}

async function inExperiments({ db }: CommandDeps, now: Instant): Promise<ReadonlySet<string>> {
  const running = (await db.experiments.toArray()).filter((each) => isRunning(each, now));
  return new Set(running.flatMap(({ members }) => members.map(({ listingId }) => listingId)));
}

/** Before all others: whom it is not about falls to the next rule. */
async function ruleOf(deps: CommandDeps, experimentId: string, name: string, now: Instant): Promise<RepricingRuleRow> {
  const others = await listRules(deps.db);
  return {
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    name,
    enabled: true,
    priority: Math.min(0, ...others.map(({ priority }) => priority)) - 1,
    settings: { ...CAREFUL_RULE, strategy: { kind: 'experiment', experimentId } },
  };
}
