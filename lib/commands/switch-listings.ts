import { openWritesAbout } from '@/lib/db/repositories/open-writes';
import { pairsOfListings } from '@/lib/db/repositories/pairs-of-listings';
import type { Pair } from '@/lib/domain/inventory/pair';
import { activationProblem } from '@/lib/domain/listings/activation-problem';
import type { Listing } from '@/lib/domain/listings/listing';
import type { Confirmations } from '@/lib/domain/listings/listing-problem';
import { isLive } from '@/lib/domain/listings/listing-state';
import type { Write } from '@/lib/domain/outbox/write';
import { CommandError } from './command-deps';
import { goneCode } from './plan-price';
import { MOST_LISTINGS, sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';

export type Switch = 'activate' | 'deactivate' | 'delete';

const SUMMARY: Readonly<Record<Switch, string>> = {
  activate: 'Wanted on sale',
  deactivate: 'Wanted off sale',
  delete: 'Wanted off alias',
};

/** Nothing is wanted in spite of anything. */
const NEITHER: Confirmations = { belowFloor: false, intoOffer: false };

/**
 * Puts listings on sale, takes them off, or away for good. Those that are so already, sold or gone are skipped with
 * their code; so is what would go on sale below its floor (`below-floor`) or be taken by an offer at once
 * (`would-sell-at-once`) without the person's word.
 *
 * @throws CommandError `too-many`
 */
export async function switchListings(
  deps: SellingDeps,
  kind: Switch,
  listingIds: readonly string[],
  words: Confirmations = NEITHER,
): Promise<Accepted> {
  const { db } = deps;
  const ids = [...new Set(listingIds)];
  if (ids.length > MOST_LISTINGS)
    throw new CommandError('too-many', `At most ${MOST_LISTINGS} listings are changed at once. Nothing was changed.`);
  return db.transaction('rw', sellingTables(db), async () =>
    sendWrites(deps, { kind, summary: SUMMARY[kind] }, await planSwitches(deps, kind, ids, () => words)),
  );
}

/**
 * For each id, in the order given. To be called in a transaction over `sellingTables`.
 *
 * @param wordsFor what the person said of a listing that is to go on sale
 */
export async function planSwitches(
  deps: SellingDeps,
  kind: Switch,
  ids: readonly string[],
  wordsFor: (id: string) => Confirmations,
): Promise<readonly Planned[]> {
  const { db } = deps;
  const listings = await db.listings.bulkGet([...ids]);
  const keys = listings.flatMap((listing) => listing?.externalId ?? []);
  const pairs = await pairsOfListings(db, keys);
  const open = await openWritesAbout(db, ids);
  const grounds = kind === 'activate' ? await deps.readListed(ids) : [];
  const groundOf = new Map(grounds.map((ground) => [ground.listing.id, ground]));
  return ids.map((id, nth) => {
    const listing = listings[nth];
    if (listing === undefined) return { id, code: 'not-found' };
    const ground = groundOf.get(id);
    const words = wordsFor(id);
    const code =
      switchCode(kind, listing, pairs.get(listing.externalId) ?? null, open.has(id)) ??
      (ground === undefined ? null : activationProblem(listing.price, ground, words));
    if (code !== null) return { id, code };
    const { externalId } = listing;
    const write: Write = kind === 'activate' ? onSale(externalId, words) : { kind: `listing/${kind}`, externalId };
    return { id, write: { entityId: id, write }, summary: SUMMARY[kind] };
  });
}

function onSale(externalId: string, { belowFloor, intoOffer }: Confirmations): Write {
  const said = { ...(belowFloor ? { belowFloor } : {}), ...(intoOffer ? { intoOffer } : {}) };
  return { kind: 'listing/activate', externalId, ...said };
}

/** Why there is nothing to do; null: there is. While something is on its way to it, also what it is already is a wish. */
function switchCode(kind: Switch, listing: Listing, pair: Pair | null, isUnderWay: boolean): string | null {
  const gone = goneCode({ listing, pair });
  if (gone !== null) return gone;
  if (kind === 'activate' && pair !== null && isAway(pair)) return 'pair-away';
  if (isUnderWay) return null;
  const isSo = kind === 'activate' ? isLive(listing) : kind === 'deactivate' && listing.status === 'inactive';
  return isSo ? 'already-so' : null;
}

function isAway({ deletedAt, status }: Pair): boolean {
  return deletedAt !== null || status === 'returned' || status === 'consigned' || status === 'written-off';
}
