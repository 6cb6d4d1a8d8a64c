import type { Ground, MessageParts } from '@/lib/desk/ports';
import type { Engine } from '@/lib/jobs/engine';
import type { DemoMarket } from '@/lib/sandbox/demo-market';
import type { Vault } from '@/lib/secrets/vault';
import { composeDemoJournal, composeDemoMarketplace, fillDemoCosts } from './compose-demo';
import { composeDesk, type OpenDesk } from './compose-desk';
import { composeEngine } from './compose-engine';
import { composeGround } from './compose-ground';
import { composeGate, composeMarketplace } from './compose-marketplace';
import { composeMessages, type WorldHandlers } from './compose-messages';
import { createDemoVault } from './demo-vault';
import { loadDemoMarket } from './load-demo-market';
import type { Demo, Endable } from './worlds';

/** One market with its books and its clockwork. */
export interface World extends Endable {
  readonly ground: Ground;
  readonly engine: Engine;
  readonly openDesk: OpenDesk;
  readonly handlers: WorldHandlers;
}

/** A request that is under way when its world ends gets this long to finish its page. */
const END_MS = 5000;

/** alias, the seller's own books, the vault. */
export function composeRealWorld(vault: Vault): World {
  const ground = composeGround({ isDemo: false, vault });
  const gate = composeGate(ground);
  const marketplace = composeMarketplace(ground, gate, () => vault.read());
  const marketplaceWith = (token: string) => composeMarketplace(ground, gate, async () => token);
  const { engine, end } = composeEngine(ground, marketplace, () => openDesk());
  const parts = { ground, engine, marketplace, marketplaceWith };
  const openDesk = composeDesk(parts);
  return finished(parts, openDesk, end);
}

/**
 * The demo: a market in memory, books of its own, and no vault.
 *
 * @throws DemoError `demo-missing`
 */
export async function composeDemoWorld({ startedAt, seed }: NonNullable<Demo>): Promise<World> {
  const createDemoMarket = await loadDemoMarket();
  const journal = composeDemoJournal(() => ground);
  const demo: DemoMarket = createDemoMarket({ startedAt, seed, now: Date.now, journal });
  const ground = composeGround({ isDemo: true, vault: createDemoVault(demo.token) });
  const marketplace = composeDemoMarketplace(ground, demo);
  const { engine, end } = composeEngine(
    ground,
    marketplace,
    () => openDesk(),
    () => fillDemoCosts(ground, demo, openDesk),
  );
  const parts: MessageParts = { ground, engine, marketplace, marketplaceWith: () => marketplace };
  const openDesk = composeDesk(parts);
  return finished(parts, openDesk, end);
}

function finished(parts: MessageParts, openDesk: OpenDesk, endLocks: (patienceMs: number) => Promise<void>): World {
  const { ground, engine } = parts;
  return {
    ground,
    engine,
    openDesk,
    handlers: composeMessages(parts, openDesk),
    async count() {
      const counts = await Promise.all(ground.db.tables.map((table) => table.count()));
      const rows = counts.reduce((sum, count) => sum + count, 0);
      return { rows, snapshots: (await ground.snapshots.list().catch(() => [])).length };
    },
    async end() {
      engine.cancel();
      await endLocks(END_MS);
      ground.connection.close();
    },
  };
}
