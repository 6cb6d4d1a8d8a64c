import { applyRun } from '@/lib/commands/apply-run';
import { cancelRepricingRun } from '@/lib/commands/cancel-run';
import { enableRule } from '@/lib/commands/enable-rule';
import { orderRules } from '@/lib/commands/order-rules';
import { removeRule } from '@/lib/commands/remove-rule';
import { turnRepricing } from '@/lib/commands/repricing-mode';
import { requestRun } from '@/lib/commands/request-run';
import { saveRule } from '@/lib/commands/save-rule';
import { setPriceBounds } from '@/lib/commands/set-price-bounds';
import { startExperiment } from '@/lib/commands/start-experiment';
import { stopExperiment } from '@/lib/commands/stop-experiment';
import { undoRun } from '@/lib/commands/undo-run';
import { decideAnew } from '@/lib/jobs/reprice-decide';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps, done, flat, type Attempt } from './attempt';
import type { DeskParts } from './ports';
import { repriceDeps } from './reprice-deps';
import { amountOrNull, ruleOfMessage } from './rule-of-message';
import { runUndoDeps } from './run-undo-deps';

type RepricingParts = Pick<DeskParts, 'ground' | 'engine' | 'reading' | 'stored' | 'repricing'>;

/** Rules, runs and the switch. */
export function repricingHandlers(parts: RepricingParts) {
  return { ...ruleHandlers(parts), ...runHandlers(parts), ...experimentHandlers(parts) };
}

function ruleHandlers({ ground }: RepricingParts) {
  const deps = commandDeps(ground);
  return {
    'rules/save': async ({ settings, ...rest }) =>
      flat(await attempt(ground, async () => saveRule(deps, { ...rest, settings: ruleOfMessage(settings) }))),
    'rules/remove': async ({ ruleId }) => flat(await attempt(ground, () => removeRule(deps, ruleId))),
    'rules/enable': async ({ ruleId, enabled }) => flat(await attempt(ground, () => enableRule(deps, ruleId, enabled))),
    'rules/order': async ({ ruleIds }) => flat(await attempt(ground, () => orderRules(deps, ruleIds))),
    'pairs/bounds': async ({ pairIds, minimum, maximum }) =>
      flat(
        await attempt(ground, async () =>
          setPriceBounds(deps, pairIds, {
            ...(minimum === undefined ? {} : { minimum: amountOrNull(minimum) }),
            ...(maximum === undefined ? {} : { maximum: amountOrNull(maximum) }),
          }),
        ),
      ),
  } satisfies Partial<MessageHandlers>;
}

function runHandlers(parts: RepricingParts) {
  const { ground, engine, stored } = parts;
  const deps = commandDeps(ground);
  /** What a command made due is begun at once. */
  const waking = async <T extends object>(run: () => Promise<T>) => {
    const tried = await attempt(ground, run);
    if (tried.ok) engine.wake();
    return tried;
  };
  const undo = async (runId: string) => undoRun(await runUndoDeps({ ground, stored }), runId);
  return {
    'repricing/mode': async ({ mode, seenRunId }) => flat(await waking(() => turnRepricing(deps, mode, seenRunId))),
    'repricing/run': async () => flat(await waking(() => requestRun(deps).then(() => ({})))),
    'repricing/cancel': async () => flat(await attempt(ground, () => cancelRepricingRun(deps).then(() => ({})))),
    'repricing/apply': async ({ runId, listingIds }) =>
      told(await waking(() => applyRun({ ...deps, decide: () => decideAnew(repriceDeps(parts)) }, runId, listingIds))),
    'repricing/undo': async ({ runId }) => told(await waking(() => undo(runId))),
  } satisfies Partial<MessageHandlers>;
}

function experimentHandlers({ ground }: RepricingParts) {
  const deps = commandDeps(ground);
  const chance = () => ground.random.next();
  return {
    'experiments/start': async (plan) =>
      flat(await attempt(ground, async () => startExperiment({ ...deps, chance }, plan))),
    'experiments/stop': ({ experimentId }) => done(ground, () => stopExperiment(deps, experimentId)),
  } satisfies Partial<MessageHandlers>;
}

type Skipping = { readonly skipped: readonly { readonly id: string; readonly code: string }[] };

function told<T extends Skipping>(tried: Attempt<T>) {
  return tried.ok ? { ok: true as const, ...tried.value, skipped: [...tried.value.skipped] } : tried;
}
