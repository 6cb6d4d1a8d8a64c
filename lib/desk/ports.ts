import type { DatabaseConnection } from '@/lib/db/connection';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { Snapshots } from '@/lib/db/backup/snapshots';
import type { Engine, Standing } from '@/lib/jobs/engine';
import type { RepriceDeps } from '@/lib/jobs/reprice';
import type { Marketplace, MarketplaceReads } from '@/lib/marketplaces/contract/marketplace';
import type { EcbSource } from '@/lib/platform/ask-ecb';
import type * as traces from '@/lib/platform/browser-traces';
import type { Log } from '@/lib/platform/log';
import type { Clock, Random } from '@/lib/platform/ports';
import type { Vault } from '@/lib/secrets/vault';
import type { clearAllStored, countStored } from '@/lib/settings/clear-stored';
import type { createOpaqueStore } from '@/lib/settings/opaque-store';
import type { getSetting, setSetting } from '@/lib/settings/stored-settings';
import type { PricesDeps } from '@/lib/sync/read-prices';

/** What everything else in the background stands on. */
export interface Ground {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly connection: DatabaseConnection;
  readonly db: ArchvdDatabase;
  readonly snapshots: Snapshots;
  readonly vault: Vault;
  /** The demo market: nothing of it is the seller's. */
  readonly isDemo: boolean;
}

/** What the handlers of messages work with. */
export interface MessageParts {
  readonly ground: Ground;
  readonly engine: Engine;
  /** Asks with the kept token. */
  readonly marketplace: Marketplace;
  readonly marketplaceWith: (token: string) => MarketplaceReads & { readonly id: 'alias' };
}

/** Stored values, through the worker's own copy of everything that declares and reads them. */
export interface Stored {
  readonly get: typeof getSetting;
  readonly set: typeof setSetting;
  readonly count: typeof countStored;
  readonly clearAll: typeof clearAllStored;
  readonly opaque: typeof createOpaqueStore;
}

/** What the desk works with. Nothing of it but words is brought along: the worker has it already. */
export interface DeskParts {
  readonly ground: Ground;
  readonly engine: Engine;
  /** For reading a product's market. */
  readonly reading: PricesDeps;
  /** For sending what waits in the outbox. */
  readonly writing: Marketplace;
  /** Whether alias may be asked now. */
  readonly standing: () => Promise<Standing>;
  readonly stored: Stored;
  /** What the browser keeps for us. */
  readonly traces: typeof traces;
  /** For runs of the rules: the seller's own clock, and what is said when they stop by themselves. */
  readonly repricing: Pick<RepriceDeps, 'offsetAt' | 'stoppedWords'>;
  /** For exchange rates, where a person has allowed to ask for them. */
  readonly ecb: EcbSource;
}

/** The same without the words that come with the desk's own script. */
export type GivenParts = Omit<DeskParts, 'reading'> & { readonly reading: Omit<PricesDeps, 'targetNotice'> };
