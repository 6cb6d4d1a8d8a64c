import { expect, test } from 'vitest';
import { getRepricingMode } from '@/lib/db/repositories/repricing-state';
import { repricingHandlers } from '@/lib/desk/handle-repricing';
import type { DeskParts } from '@/lib/desk/ports';
import type { MessageInput } from '@/lib/messaging/protocol';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import { fakeVault } from '../fakes/fake-vault';
import { usd } from '../fixtures/builders';
import { makeRuleSettings } from '../fixtures/rules';
import { carryOut, makeRepricing, makeShop, PROFILE } from './repricing-books';

/** The whole of repricing as screens ask for it, message by message. */

type Settings = MessageInput<'rules/save'>['settings'];

/** As it comes out of a message. */
const sent = (given: Parameters<typeof makeRuleSettings>[0] = {}): Settings =>
  JSON.parse(JSON.stringify(makeRuleSettings(given))) as Settings;

async function makeDesk() {
  const books = await makeRepricing({ rules: [] });
  await makeShop(books);
  const { db, clock, deps } = books;
  const woken = { times: 0 };
  const settings: Record<string, unknown> = { repricingGuards: CAREFUL_GUARDS, feeProfile: PROFILE, regionId: null };
  const parts = {
    ground: {
      db,
      clock,
      random: deps.random,
      log: { info: () => {}, warn: () => {}, error: () => {} },
      vault: fakeVault().vault,
    },
    engine: { wake: () => (woken.times += 1) },
    reading: deps,
    stored: { get: async (name: string) => settings[name] },
    repricing: { offsetAt: () => 0, stoppedWords: deps.stoppedWords },
  } as unknown as DeskParts;
  return { ...books, woken, ask: repricingHandlers(parts) };
}

test('a rule, its preview, some of it applied, all of it live, and taken back', async () => {
  const desk = await makeDesk();
  const { ask, db } = desk;
  expect(await ask['repricing/run']()).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  const rule = { ruleId: null, name: 'A dollar below', enabled: true, settings: sent() };
  const saved = await ask['rules/save'](rule);
  if (!saved.ok) throw new Error(saved.error.message);
  expect(await db.repricingRules.get(saved.ruleId)).toMatchObject({ settings: makeRuleSettings() });
  await ask['rules/enable']({ ruleId: saved.ruleId, enabled: true });
  expect(await ask['repricing/mode']({ mode: 'live', seenRunId: null })).toMatchObject({ ok: false });
  expect(await ask['repricing/run']()).toEqual({ ok: true });
  expect(desk.woken.times).toBe(1);
  await desk.run();
  const [run] = await db.repricingRuns.toArray();
  expect(run).toMatchObject({ trigger: 'person', changes: 1 });
  const runId = run?.id ?? '';
  expect(await ask['repricing/apply']({ runId, listingIds: ['lower-0'] })).toMatchObject({
    ok: true,
    accepted: 1,
    skipped: [],
  });
  await carryOut(desk);
  expect(await ask['repricing/mode']({ mode: 'live', seenRunId: runId })).toEqual({ ok: true, mode: 'live' });
  expect(await ask['repricing/undo']({ runId })).toMatchObject({ ok: true, accepted: 1, skipped: [] });
  expect(await ask['repricing/mode']({ mode: 'paused', seenRunId: null })).toMatchObject({ ok: true });
  expect(await getRepricingMode(db)).toBe('paused');
  expect(await ask['repricing/apply']({ runId, listingIds: null })).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  });
});

test('amounts nobody can reckon with are refused, and nothing is kept', async () => {
  const { ask, db } = await makeDesk();
  const ceiling = { kind: 'amount', amount: { minor: 10_000, currency: 'XXX' } } as const;
  const wish = { ruleId: null, name: 'x', enabled: false, settings: { ...sent(), ceiling } };
  expect(await ask['rules/save'](wish)).toMatchObject({ ok: false, error: { code: 'unknown-currency' } });
  expect(await db.repricingRules.count()).toBe(0);
});

test('bounds are set and left out as they were sent', async () => {
  const { ask, db } = await makeDesk();
  const [pair] = await db.inventory.toArray();
  const pairIds = [pair?.id ?? ''];
  expect(await ask['pairs/bounds']({ pairIds, minimum: usd(90) })).toMatchObject({ ok: true, changed: 1 });
  await ask['pairs/bounds']({ pairIds, maximum: usd(190) });
  expect(await db.inventory.get(pairIds[0] ?? '')).toMatchObject({ priceMinimum: usd(90), priceMaximum: usd(190) });
  await ask['pairs/bounds']({ pairIds, minimum: null });
  expect(await db.inventory.get(pairIds[0] ?? '')).toMatchObject({ priceMinimum: null, priceMaximum: usd(190) });
});
