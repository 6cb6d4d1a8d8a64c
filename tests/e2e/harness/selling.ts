import type { Page } from '@playwright/test';
import { z } from 'zod';
import { CAREFUL_GUARDS } from '../../../lib/domain/repricing/careful-guards';
import type { SandboxProcess } from '../../../scripts/sandbox-process';
import { readTables } from '../../../scripts/read-tables';
import { putRows } from './books';
import { writeLocal } from './browser-api';
import { expect } from './extension-test';

/** What is on its way to the market, as the books and the market itself tell it. */

const amount = z.object({ minor: z.number(), currency: z.string() });
const outboxRow = z.looseObject({
  id: z.string(),
  state: z.string(),
  decisionId: z.string(),
  entityId: z.string(),
  externalId: z.string().nullable(),
  runId: z.string().nullable(),
  by: z.string(),
  problem: z.object({ code: z.string() }).nullable(),
  write: z.looseObject({ kind: z.string(), from: amount.optional(), to: amount.optional() }),
});
const effects = z.object({
  effects: z.array(
    z.object({
      at: z.string(),
      requestId: z.string().nullable(),
      kind: z.string(),
      id: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
});
const run = z.looseObject({
  id: z.string(),
  mode: z.string(),
  finishedAt: z.number().nullable(),
  changes: z.number(),
  stopped: z.string().nullable(),
  groupId: z.string().nullable(),
});

export type Sent = z.infer<typeof outboxRow>;
export type Effect = z.infer<typeof effects>['effects'][number];

const OPEN = ['pending', 'sending', 'unknown'];

export async function readOutbox(page: Page): Promise<Sent[]> {
  return z.array(outboxRow).parse((await readTables(page, ['outbox'])).outbox);
}

/** Repricing runs that have ended, newest first. */
export async function endedRuns(page: Page): Promise<z.infer<typeof run>[]> {
  const runs = z.array(run).parse((await readTables(page, ['repricingRuns'])).repricingRuns);
  return runs
    .filter(({ finishedAt }) => finishedAt !== null)
    .toSorted((a, b) => Number(b.finishedAt) - Number(a.finishedAt));
}

/** Everything that has happened at the market, oldest first. */
export async function effectsSeen(market: SandboxProcess): Promise<Effect[]> {
  const headers = { authorization: `Bearer ${market.token}` };
  return effects.parse(await (await fetch(`${market.origin}/sandbox/log`, { headers })).json()).effects;
}

/** Waits until nothing is under way any more. */
export async function waitForOutbox(page: Page, timeout = 20_000): Promise<Sent[]> {
  await expect
    .poll(async () => (await readOutbox(page)).filter(({ state }) => OPEN.includes(state)), {
      message: 'writes that are still under way',
      timeout,
      intervals: [100],
    })
    .toEqual([]);
  return readOutbox(page);
}

/** Two changes of a listing may follow each other at once: a test does not wait an hour. */
export async function withoutCoolDown(page: Page): Promise<void> {
  await writeLocal(page, { 'repricing-guards': { v: 1, value: { ...CAREFUL_GUARDS, cooldownMinutes: 0 } } });
}

/** Makes all prices older than decisions may go by, so that the next run reads them anew. */
export async function agePrices(page: Page): Promise<void> {
  const old = Date.now() - 45 * 60_000;
  const { cursors } = await readTables(page, ['cursors']);
  const ofPrices = cursors.filter(({ id }) => String(id).startsWith('alias/prices/'));
  await putRows(
    page,
    'cursors',
    ofPrices.map((cursor) => ({ ...cursor, startedAt: old, finishedAt: old })),
  );
}

/** What is left of a price for the seller: 9.5 % and $5 go to alias, 2.9 % to the bank. */
export function netCents(price: number): number {
  const payout = price - Math.round(price * 0.095) - 500;
  return payout - Math.round(payout * 0.029);
}
