import { createBudgetStore } from '@/lib/db/repositories/budgets';
import type { ArchvdDatabase } from '@/lib/db/database';
import { instant } from '@/lib/domain/time/instant';
import { createAliasMarketplace } from '@/lib/marketplaces/alias/client';
import { limitsFor } from '@/lib/marketplaces/alias/limits';
import { createHttp } from '@/lib/marketplaces/http/create-http';
import { createRequestGate } from '@/lib/marketplaces/http/request-gate';
import { serveSandbox } from '@/lib/sandbox/serve';
import { makeDatabase } from '../fixtures/test-database';
import { makeWorld, type World } from './world';

const TOKEN = 'goatapi_test';

export interface SandboxWorld {
  readonly world: World;
  /** A door of the market that alias does not have: `move-ask`, `sell`. */
  control(door: string, body: object): Promise<void>;
  close(): Promise<void>;
}

/** The whole way: sandbox market over HTTP, real client, real sync, real database code. */
export async function sandboxWorld(prepare: (db: ArchvdDatabase) => void = () => {}): Promise<SandboxWorld> {
  const server = await serveSandbox({ token: TOKEN, seed: 1, speed: 0 });
  const origin = `http://127.0.0.1:${server.port}`;
  const baseUrl = `${origin}/api/v1`;
  const now = () => instant(Date.now());
  const gate = createRequestGate(createBudgetStore(makeDatabase(), 'alias'), {
    limits: limitsFor(baseUrl),
    now,
    random: () => 0.5,
    sleep: async () => {},
  });
  const http = createHttp({ baseUrl, now, random: () => 0.5, token: async () => TOKEN, gate, onRequest: () => {} });
  return {
    world: makeWorld({ marketplace: createAliasMarketplace(http), prepare }),
    async control(door, body) {
      const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
      const answer = await fetch(`${origin}/sandbox/${door}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${door}: ${answer.status} ${await answer.text()}`);
    },
    close: () => server.close(),
  };
}
