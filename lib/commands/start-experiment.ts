import { appendActivity } from '@/lib/db/repositories/activity';
import type { ExperimentRow } from '@/lib/db/selling-rows';
import { drawArms, type Candidate } from '@/lib/domain/experiments/draw-arms';
import type { Listing } from '@/lib/domain/listings/listing';
import { isLive } from '@/lib/domain/listings/listing-state';
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
 * Begins a price experiment: draws once which listing gets which price. Nothing is priced by it until a rule that is on
 * says so. Listings that are not live, are in another experiment, or have no match stay out.
 *
 * @throws CommandError `bad-value` when it makes no sense, or too few listings are left
 */
export async function startExperiment(
  deps: ExperimentDeps,
  plan: ExperimentPlan,
): Promise<{ readonly experimentId: string }> {
  const { db } = deps;
  const name = plan.name.trim();
  checkPlan(name, plan);
  return db.transaction('rw', [db.listings, db.experiments, db.activity], async () => {
    const now = deps.now();
    const found = await db.listings.bulkGet([...new Set(plan.listingIds)]);
    const taken = await inExperiments(deps, now);
    const live = found.filter((one) => one !== undefined).filter((one) => isLive(one) && !taken.has(one.id));
    const members = drawArms(live.map(candidateOf), plan.arms.length, () => deps.chance());
    if (members.length === 0)
      throw new CommandError('bad-value', 'Too few of these listings can take part. Nothing was changed.');
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

/** What makes listings alike: then only the price tells them apart. */
function candidateOf({ id, catalogId, size, condition, packaging, price }: Listing): Candidate {
  return { listingId: id, kind: `${catalogId}|${size.value}|${condition}|${packaging}`, price };
}

async function inExperiments({ db }: CommandDeps, now: Instant): Promise<ReadonlySet<string>> {
  const running = (await db.experiments.toArray()).filter(
    ({ endsAt, stoppedAt }) => stoppedAt === null && endsAt > now,
  );
  return new Set(running.flatMap(({ members }) => members.map(({ listingId }) => listingId)));
}
