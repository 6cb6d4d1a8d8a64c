import { appendActivity } from '@/lib/db/repositories/activity';
import { makeDue } from '@/lib/db/repositories/jobs';
import { listRules, rulesMark } from '@/lib/db/repositories/repricing-rules';
import {
  getRepricingMode,
  repricingStopped,
  setRepricingMode,
  wasEverLive,
  type RepricingMode,
} from '@/lib/db/repositories/repricing-state';
import { ageOf, MINUTE_MS } from '@/lib/domain/time/instant';
import { CommandError, type CommandDeps } from './command-deps';

/** A preview tells of the market as it was: older than this it must be made anew before rules go live. */
const PREVIEW_MS = 30 * MINUTE_MS;

const WORDS: Record<RepricingMode, string> = {
  paused: 'Repricing paused',
  preview: 'Repricing looks only',
  live: 'Repricing is live',
};

/**
 * Turns the switch. Pausing always works and at once. Rules go live for the first time only when the person has just
 * looked at what they would do; later without. Turning it clears why repricing had stopped by itself; only pausing what
 * is paused keeps it.
 *
 * @param seenRunId the preview the person has looked at
 * @throws CommandError `not-allowed` when rules would go live unseen
 */
export async function turnRepricing(
  deps: CommandDeps,
  mode: RepricingMode,
  seenRunId: string | null,
): Promise<{ readonly mode: RepricingMode }> {
  const { db } = deps;
  const now = deps.now();
  return db.transaction('rw', [db.meta, db.repricingRuns, db.repricingRules, db.activity, db.jobs], async () => {
    const before = await getRepricingMode(db);
    if (mode === 'live' && !(await wasEverLive(db))) await checkSeen(deps, seenRunId);
    const stopped = mode === 'paused' && before === 'paused' ? await repricingStopped(db) : null;
    await setRepricingMode(db, mode, stopped, now);
    if (mode !== 'paused') await makeDue(db, ['reprice'], now);
    if (mode !== before)
      await appendActivity(db, {
        id: deps.newId(),
        at: now,
        kind: 'repricing/mode',
        by: 'user',
        entity: null,
        summary: WORDS[mode],
        facts: { from: before, to: mode },
      });
    return { mode };
  });
}

async function checkSeen(deps: CommandDeps, seenRunId: string | null): Promise<void> {
  const { db } = deps;
  const run = seenRunId === null ? undefined : await db.repricingRuns.get(seenRunId);
  if (run === undefined || run.finishedAt === null)
    throw refused('Look at a preview of what the rules would do first.');
  if (run.stopped !== null) throw refused('That preview was stopped by the breaker. Look at why, and make a new one.');
  if (ageOf(run.finishedAt, deps.now()) > PREVIEW_MS)
    throw refused('That preview is more than 30 minutes old. Make a new one and look at it.');
  const rules = await listRules(db);
  if (!rules.some(({ enabled }) => enabled)) throw refused('No rule is switched on.');
  if (run.rules !== rulesMark(rules))
    throw refused('The rules were changed since that preview. Make a new one and look at it.');
}

function refused(why: string): CommandError {
  return new CommandError('not-allowed', `${why} Nothing was changed.`);
}
