import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { MessageInput } from '../../lib/messaging/protocol';
import { readTables } from '../../scripts/read-tables';
import type { SandboxProcess } from '../../scripts/sandbox-process';
import { makeRuleSettings } from '../fixtures/rules';
import { ask, QUIET_PAGE, syncedSeller } from './harness/books';
import { ringAlarmFrom } from './harness/browser-api';
import { expect, openExtension, test, type ExtensionUnderTest } from './harness/extension-test';
import { allListings, control } from './harness/market';
import {
  agePrices,
  effectsSeen,
  endedRuns,
  netCents,
  readOutbox,
  waitForOutbox,
  withoutCoolDown,
  type Effect,
} from './harness/selling';
import { isWorkerRunning, type KillMethod } from './harness/worker-control';

/**
 * A rule from its preview to its undo, on the production build: prices go live, competitors move, the worker is killed
 * with a batch in the air, the browser is closed and opened again. The market's own log tells each change once.
 */

test.use({ marketOptions: { seed: 3, listings: 60, orders: 12, speed: 0 } });
// Three lives of the worker and two of the browser, each with a run to its end.
test.setTimeout(240_000);

const COMPETITORS = 3;

/** What was in the air when the worker died is looked for at the market, write by write, before anything goes on. */
const SETTLED_MS = 60_000;

async function priceEffects(market: SandboxProcess): Promise<Effect[]> {
  return (await effectsSeen(market)).filter(({ kind }) => kind === 'listing/price');
}

/** A run by hand, to its end; answers it. */
async function makeRun(page: Page) {
  const before = (await endedRuns(page)).length;
  expect(await ask(page, 'repricing/run', {})).toEqual({ ok: true });
  await expect.poll(async () => (await endedRuns(page)).length, { timeout: 20_000 }).toBe(before + 1);
  const [run] = await endedRuns(page);
  if (run === undefined) throw new Error('No run was kept.');
  return run;
}

/** Three competitors go three dollars below pairs of models that nobody has moved yet and that can follow. */
async function competitorsMove(page: Page, market: SandboxProcess, models: Set<string>): Promise<void> {
  const { inventory } = await readTables(page, ['inventory']);
  const cost = new Map(inventory.map((pair) => [String(pair.goatListingId), pair.cost]));
  let moved = 0;
  for (const { id, catalog_id: model, price_cents: cents, status } of await allListings(market)) {
    const known = cost.get(id) as { readonly minor: number; readonly currency: string } | null | undefined;
    const wanted = Number(cents) - 300;
    if (status !== 'LISTING_STATUS_ACTIVE' || known?.currency !== 'USD' || models.has(model)) continue;
    if (netCents(wanted - 100) < known.minor || moved === COMPETITORS) continue;
    await control(market, 'move-ask', { listingId: id, askCents: wanted });
    models.add(model);
    moved += 1;
  }
  expect(moved).toBe(COMPETITORS);
}

/** Ends the worker while the market has accepted a batch and its answer has not arrived. */
async function killWithBatchInTheAir(
  extension: ExtensionUnderTest,
  page: Page,
  market: SandboxProcess,
  method: KillMethod,
): Promise<void> {
  const accepted = async () =>
    (await effectsSeen(market)).filter(({ kind, to }) => kind === 'batch/accepted' && to?.startsWith('update')).length;
  const before = await accepted();
  await control(market, 'faults', { lateAnswer: { ms: 20_000, next: 1 } });
  expect(await ask(page, 'repricing/run', {})).toEqual({ ok: true });
  await expect.poll(accepted, { timeout: 20_000, intervals: [20] }).toBe(before + 1);
  await extension.killWorker(method);
  await expect.poll(() => isWorkerRunning(extension.context, extension.extensionId)).toBe(false);
  const inTheAir = (await readOutbox(page)).filter(({ state }) => state === 'sending');
  expect(inTheAir.length, 'the books hold what was in the air').toBeGreaterThan(0);
  await control(market, 'faults', { lateAnswer: null });
}

/** Each change at the market belongs to one write of ours, and each confirmed write to one change. */
async function expectEachOnce(page: Page, market: SandboxProcess): Promise<void> {
  const line = (id: string | null, from: unknown, to: unknown) => `${id} ${String(from)} ${String(to)}`;
  const done = (await priceEffects(market)).map(({ id, from, to }) => line(id, from, to)).toSorted();
  const confirmed = (await readOutbox(page)).filter(({ state }) => state === 'confirmed');
  const wanted = confirmed.map(({ externalId, write }) => line(externalId, write.from?.minor, write.to?.minor));
  expect(done).toEqual(wanted.toSorted());
  expect(new Set(confirmed.map(({ decisionId }) => decisionId)).size).toBe(confirmed.length);
}

/** By costs as they stand in the books, reckoned here anew. */
async function expectNoneBelowFloor(page: Page, market: SandboxProcess): Promise<void> {
  const { inventory } = await readTables(page, ['inventory']);
  const pairs = new Map(inventory.map((pair) => [String(pair.goatListingId), pair]));
  for (const { id, to } of await priceEffects(market)) {
    const cost = pairs.get(id)?.cost as { readonly minor: number; readonly currency: string } | null | undefined;
    expect(cost?.currency, `the cost of ${id}`).toBe('USD');
    expect(netCents(Number(to)), `what ${id} brings`).toBeGreaterThanOrEqual(cost?.minor ?? Number.POSITIVE_INFINITY);
  }
}

test('a rule goes live, follows the market, and nothing happens twice, whatever dies on the way', async ({
  market,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'archvd-selling-'));
  let extension = await openExtension(profile);
  try {
    let page = await syncedSeller(extension, market.token);
    await withoutCoolDown(page);
    const filled = await ask(page, 'ledger/import', { fileName: 'ledger.csv', text: await market.ledger() });
    expect(filled).toMatchObject({ ok: true });

    const saved = await ask(page, 'rules/save', {
      ruleId: null,
      name: 'A dollar below',
      enabled: true,
      settings: makeRuleSettings() as MessageInput<'rules/save'>['settings'],
    });
    if (!saved.ok) throw new Error(`The rule was not kept: ${saved.error.message}`);
    expect(await ask(page, 'rules/enable', { ruleId: saved.ruleId, enabled: true })).toMatchObject({ ok: true });
    const unseen = await ask(page, 'repricing/mode', { mode: 'live', seenRunId: null });
    expect(unseen, 'nothing goes live that nobody has looked at').toMatchObject({ ok: false });

    const preview = await makeRun(page);
    expect(preview).toMatchObject({ mode: 'preview', groupId: null, stopped: null });
    expect(preview.changes).toBeGreaterThan(5);
    expect(await readOutbox(page)).toEqual([]);
    expect(await priceEffects(market)).toEqual([]);

    expect(await ask(page, 'repricing/mode', { mode: 'live', seenRunId: preview.id })).toEqual({
      ok: true,
      mode: 'live',
    });
    await expect.poll(async () => (await readOutbox(page)).length, { timeout: 20_000 }).toBe(preview.changes);
    const first = await waitForOutbox(page);
    expect(first.map(({ state }) => state)).toEqual(first.map(() => 'confirmed'));
    await expectEachOnce(page, market);

    const moved = new Set<string>();
    let before = (await priceEffects(market)).length;
    for (const method of ['close-target', 'stop-all-workers'] as const) {
      await competitorsMove(page, market, moved);
      await agePrices(page);
      await killWithBatchInTheAir(extension, page, market, method);
      await ringAlarmFrom(page, 'tick');
      await waitForOutbox(page, SETTLED_MS);
      const now = (await priceEffects(market)).length;
      expect(now, `what followed the competitors, ${method}`).toBeGreaterThanOrEqual(before + 1);
      before = now;
      await expectEachOnce(page, market);
    }

    await competitorsMove(page, market, moved);
    await agePrices(page);
    await killWithBatchInTheAir(extension, page, market, 'close-target');
    await extension.close();
    extension = await openExtension(profile);
    page = await extension.page(QUIET_PAGE);
    await ringAlarmFrom(page, 'tick');
    await waitForOutbox(page, SETTLED_MS);
    expect((await priceEffects(market)).length).toBeGreaterThanOrEqual(before + 1);
    await expectEachOnce(page, market);

    const [last] = (await endedRuns(page)).filter(({ groupId }) => groupId !== null);
    const ofRun = (await readOutbox(page)).filter(({ runId }) => runId === last?.id);
    expect(ofRun.length).toBeGreaterThan(0);
    expect(await ask(page, 'repricing/mode', { mode: 'paused', seenRunId: null })).toMatchObject({ ok: true });
    const undone = await ask(page, 'repricing/undo', { runId: last?.id ?? '' });
    expect(undone).toMatchObject({ ok: true, accepted: ofRun.length, skipped: [] });
    await waitForOutbox(page);
    const prices = new Map((await allListings(market)).map((listing) => [listing.id, Number(listing.price_cents)]));
    for (const { externalId, write } of ofRun) expect(prices.get(externalId ?? '')).toBe(write.from?.minor);
    await expectEachOnce(page, market);
    await expectNoneBelowFloor(page, market);
  } finally {
    await extension.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
