import type { Snapshots } from '@/lib/db/backup/snapshots';
import type { ArchvdDatabase } from '@/lib/db/database';
import { forgetProgress, forgetSeller } from '@/lib/db/repositories/seller-books';
import type { MarketplaceId } from '@/lib/domain/listings/listing';
import type { CallOptions } from '@/lib/marketplaces/contract/call';
import type { MarketplaceReads } from '@/lib/marketplaces/contract/marketplace';
import type { Clock } from '@/lib/platform/ports';
import { compareSeller } from './compare-seller';

export interface ConnectDeps {
  readonly db: ArchvdDatabase;
  readonly snapshots: Pick<Snapshots, 'take'>;
  readonly clock: Pick<Clock, 'now'>;
  /** The marketplace as one token sees it, without keeping the token. */
  readonly marketplaceWith: (token: string) => MarketplaceReads & { readonly id: MarketplaceId };
  /** Throws when a token could not be kept now; asked before anything is changed. */
  makeReady(): Promise<void>;
  /** Keeps the token, encrypted. */
  keep(token: string): Promise<void>;
}

/** What to do when a token turns out to speak for another seller than the one whose books these are. */
export type WhenDifferent = 'ask' | 'keep-both' | 'start-over';

export type Connected =
  | { readonly kind: 'connected' }
  | { readonly kind: 'different-seller'; readonly storedListings: number; readonly newListings: number };

const BY_PERSON: CallOptions = { priority: 'user' };

/**
 * Tests a token, makes sure that two sellers are not mixed by accident, and keeps it.
 *
 * Before another seller's books take the place of the present ones, these are copied to a snapshot.
 *
 * @throws MarketError when alias refuses the token or does not answer; nothing is kept then
 */
export async function connectSeller(
  deps: ConnectDeps,
  token: string,
  whenDifferent: WhenDifferent,
): Promise<Connected> {
  await deps.makeReady();
  const marketplace = deps.marketplaceWith(token);
  await marketplace.checkConnection(BY_PERSON);
  const match = await compareSeller(deps.db, marketplace, BY_PERSON);
  if (match.kind === 'same') {
    await deps.keep(token);
    return { kind: 'connected' };
  }
  if (whenDifferent === 'ask') return { ...match, kind: 'different-seller' };
  await deps.snapshots.take(deps.db);
  const makeRoom = () =>
    whenDifferent === 'start-over' ? forgetSeller(deps.db) : forgetProgress(deps.db, deps.clock.now());
  await makeRoom();
  await deps.keep(token);
  // Until the new token was in place, a reading may have begun with the old one: what it brought goes, and so does it.
  await makeRoom();
  return { kind: 'connected' };
}
