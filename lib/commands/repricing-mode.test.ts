import { expect, test } from 'vitest';
import { listRules, rulesMark } from '@/lib/db/repositories/repricing-rules';
import { getRepricingMode, repricingStopped, setRepricingMode } from '@/lib/db/repositories/repricing-state';
import type { RepricingRunRow } from '@/lib/db/repricing-rows';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { makeRule, makeRuleSettings } from '@/tests/fixtures/rules';
import { enableRule } from './enable-rule';
import { turnRepricing } from './repricing-mode';
import { saveRule } from './save-rule';
import { runUndo } from './undo';

async function makeSwitch(run: Partial<RepricingRunRow> = {}) {
  const deps = makeCommandDeps();
  const { db } = deps;
  await db.repricingRules.bulkAdd([makeRule({ id: 'a' }), makeRule({ id: 'b', enabled: false, priority: 1 })]);
  await db.repricingRuns.add({
    id: 'seen',
    startedAt: deps.now(),
    finishedAt: deps.now(),
    mode: 'preview',
    trigger: 'person',
    considered: 3,
    changes: 2,
    holds: 1,
    stopped: null,
    groupId: null,
    rules: rulesMark(await listRules(db)),
    ...run,
  });
  return deps;
}

test('live for the first time on a preview that was just seen; later without one', async () => {
  const deps = await makeSwitch();
  await expect(turnRepricing(deps, 'live', null)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(turnRepricing(deps, 'live', 'other')).rejects.toMatchObject({ code: 'not-allowed' });
  deps.push(30 * MINUTE_MS);
  expect(await turnRepricing(deps, 'live', 'seen')).toEqual({ mode: 'live' });
  await turnRepricing(deps, 'paused', null);
  expect(await turnRepricing(deps, 'live', null)).toEqual({ mode: 'live' });
  await turnRepricing(deps, 'preview', null);
  expect(await turnRepricing(deps, 'live', null)).toEqual({ mode: 'live' });
});

test.each<[string, Partial<RepricingRunRow>]>([
  ['is not finished', { finishedAt: null }],
  ['was stopped by the breaker', { stopped: 'market-fell' }],
  ['says nothing of its rules', { rules: '' }],
])('a preview that %s does not count', async (_name, run) => {
  const deps = await makeSwitch(run);
  await expect(turnRepricing(deps, 'live', 'seen')).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await getRepricingMode(deps.db)).toBe('preview');
});

test('a preview of more than half an hour ago does not count', async () => {
  const deps = await makeSwitch();
  deps.push(30 * MINUTE_MS + 1);
  await expect(turnRepricing(deps, 'live', 'seen')).rejects.toMatchObject({ code: 'not-allowed' });
});

test.each(['another rule on', 'a rule changed', 'a change taken back that the preview had seen'])(
  'nor does one after %s',
  async (what) => {
    const deps = await makeSwitch();
    const { db } = deps;
    const change = () => saveRule(deps, { ruleId: 'a', name: 'changed', enabled: true, settings: makeRuleSettings() });
    deps.push(1);
    if (what === 'another rule on') await enableRule(deps, 'b', true);
    else if (what === 'a rule changed') await change();
    else {
      const { undoId } = await change();
      await db.repricingRuns.update('seen', { rules: rulesMark(await listRules(db)) });
      await runUndo(deps, undoId ?? '');
    }
    await expect(turnRepricing(deps, 'live', 'seen')).rejects.toMatchObject({ code: 'not-allowed' });
  },
);

test('a change that was taken back leaves the rules as they were seen', async () => {
  const deps = await makeSwitch();
  deps.push(1);
  const { undoId } = await enableRule(deps, 'b', true);
  await runUndo(deps, undoId ?? '');
  expect(await turnRepricing(deps, 'live', 'seen')).toEqual({ mode: 'live' });
});

test('pausing what stopped by itself keeps why; resuming clears it', async () => {
  const deps = await makeSwitch();
  await setRepricingMode(deps.db, 'paused', 'Prices fell', deps.now());
  await turnRepricing(deps, 'paused', null);
  expect(await repricingStopped(deps.db)).toBe('Prices fell');
  await turnRepricing(deps, 'preview', null);
  expect(await repricingStopped(deps.db)).toBeNull();
});
