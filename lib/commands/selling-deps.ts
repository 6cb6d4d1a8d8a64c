import type { AnyTable, ArchvdDatabase } from '@/lib/db/database';
import type { ListedAs, ListedSubject, ListingSubject } from '@/lib/domain/listings/listing-subject';
import { enqueueTables } from '@/lib/outbox/enqueue';
import type { CommandDeps } from './command-deps';

/** What commands on listings need besides. */
export interface SellingDeps extends CommandDeps {
  /**
   * What pairs are checked against before they are listed, as what they are to be listed. Reads the books only, within
   * the command's transaction.
   */
  readonly readDrafts: (
    pairIds: readonly string[],
    as: ReadonlyMap<string, ListedAs>,
  ) => Promise<readonly ListingSubject[]>;
  /** What prices of listings are held against; likewise. */
  readonly readListed: (listingIds: readonly string[]) => Promise<readonly ListedSubject[]>;
  /** How old an offer may be that is sold into. */
  readonly freshMs: number;
}

/** What a command became. */
export interface Accepted {
  /** Names it in the tracker; null: nothing is to be sent. */
  readonly groupId: string | null;
  readonly accepted: number;
  /** What was left out: the id as it was given, and why. */
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly id: string;
  readonly code: string;
}

/** Listings one command changes at most. */
export const MOST_LISTINGS = 10_000;

/** Tables a command on listings reads and writes. */
export function sellingTables(db: ArchvdDatabase): AnyTable[] {
  const read = [db.products, db.listings, db.cursors, db.marketPrices, db.feeSchedules, db.fxRates];
  return [...enqueueTables(db), ...read, db.inventory, db.listingPictures, db.vacations, db.activity];
}
