import { openWritesAbout } from '@/lib/db/repositories/open-writes';
import { compare, minorPerUnit } from '@/lib/domain/money/arithmetic';
import { checkPrice } from '@/lib/domain/listings/check-price';
import { isLive } from '@/lib/domain/listings/listing-state';
import type { ListedSubject } from '@/lib/domain/listings/listing-subject';
import { money, type Money } from '@/lib/domain/money/money';
import { ageOf, MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { planPrice } from './plan-price';
import { sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';

/** An offer may be gone soon: what was not sent by then is not sent any more. */
const SENT_WITHIN_MS = 10 * MINUTE_MS;

/**
 * Sells a listing to the highest offer: its price becomes the offer known now, in whole dollars, which must be at least
 * what the person saw. The person saw what it brings, so a price below the floor is wanted too.
 *
 * Skipped: `offer-old` (not read lately), `offer-gone`, `offer-lower`, `not-live`, and what a price may run into.
 *
 * @example seen $90, now $92.50: the listing is priced $92
 */
export async function sellIntoOffer(deps: SellingDeps, listingId: string, seen: Money): Promise<Accepted> {
  const { db } = deps;
  return db.transaction('rw', sellingTables(db), async () => {
    const [subject] = await deps.readListed([listingId]);
    const isUnderWay = (await openWritesAbout(db, [listingId])).has(listingId);
    const planned = plan(deps, listingId, seen, subject, isUnderWay);
    return sendWrites(deps, { kind: 'sell-into-offer', summary: 'Wanted sold to the highest offer' }, [planned]);
  });
}

function plan(
  deps: SellingDeps,
  id: string,
  seen: Money,
  subject: ListedSubject | undefined,
  isUnderWay: boolean,
): Planned {
  if (subject === undefined) return { id, code: 'not-found' };
  const now = deps.now();
  const price = offeredPrice(subject, seen, now, deps.freshMs);
  if (typeof price === 'string') return { id, code: price };
  // Another change of an ended listing says more than that it is not for sale.
  const belowFloor = checkPrice(price, subject).some(
    (each) => each.severity === 'confirm' && each.confirmedBy === 'belowFloor',
  );
  const wish = { listingId: id, from: subject.listing.price, to: price, belowFloor, intoOffer: true };
  const planned = planPrice(wish, subject, isUnderWay);
  if ('code' in planned) return planned;
  if (!isLive(subject.listing)) return { id, code: 'not-live' };
  return { ...planned, write: { ...planned.write, expiresAt: shiftInstant(now, SENT_WITHIN_MS) } };
}

type OfferCode = 'offer-old' | 'offer-gone' | 'offer-lower';

function offeredPrice(
  { highestOffer, readAt }: ListedSubject,
  seen: Money,
  now: Instant,
  freshMs: number,
): Money | OfferCode {
  if (ageOf(readAt, now) > freshMs) return 'offer-old';
  if (highestOffer === null || highestOffer.currency !== seen.currency) return 'offer-gone';
  if (compare(highestOffer, seen) < 0) return 'offer-lower';
  const unit = minorPerUnit(highestOffer.currency);
  return money(Math.floor(highestOffer.minor / unit) * unit, highestOffer.currency);
}
