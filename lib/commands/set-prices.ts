import { openWritesAbout } from '@/lib/db/repositories/open-writes';
import { CommandError } from './command-deps';
import { planPrice, type PriceWish } from './plan-price';
import { MOST_LISTINGS, sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { oncePerId, sendWrites } from './send-writes';

/**
 * Sends prices, each only while the listing still costs what the person saw. What may not be, or not without a word the
 * person has not given, is skipped with its code; the rest goes.
 *
 * @throws CommandError `too-many`
 * @example floor $120: from $130 to $119 is skipped as `below-floor` unless `belowFloor` is said
 */
export async function setPrices(deps: SellingDeps, asked: readonly PriceWish[]): Promise<Accepted> {
  const { db } = deps;
  const wishes = oncePerId(asked, ({ listingId }) => listingId);
  if (wishes.length > MOST_LISTINGS)
    throw new CommandError('too-many', `At most ${MOST_LISTINGS} prices are changed at once. Nothing was changed.`);
  return db.transaction('rw', sellingTables(db), async () => {
    const ids = wishes.map(({ listingId }) => listingId);
    const subjects = new Map((await deps.readListed(ids)).map((subject) => [subject.listing.id, subject]));
    const open = await openWritesAbout(db, ids);
    const planned = wishes.map((wish) => planPrice(wish, subjects.get(wish.listingId), open.has(wish.listingId)));
    return sendWrites(deps, { kind: 'price', summary: 'Prices wanted' }, planned);
  });
}
