import { checkPrice } from '@/lib/domain/listings/check-price';
import type { Listing } from '@/lib/domain/listings/listing';
import { stoppingProblem, type Confirmations } from '@/lib/domain/listings/listing-problem';
import { isGone } from '@/lib/domain/listings/listing-state';
import type { ListedSubject } from '@/lib/domain/listings/listing-subject';
import { formatMoney } from '@/lib/domain/money/format-money';
import type { Money } from '@/lib/domain/money/money';
import type { Planned } from './send-writes';

/** A price a person wants for a listing. */
export interface PriceWish extends Confirmations {
  readonly listingId: string;
  /** What it costs as far as the person knows: changed only if it does. */
  readonly from: Money;
  readonly to: Money;
}

/**
 * The write of a price, or why there is none: `not-found`, `gone`, `sold`, `changed-elsewhere`, `already-so`, or the
 * code of the problem that speaks against the price. The one door of every price a person sends, undo and retry too.
 *
 * @param isUnderWay something is on its way to it, so that also the price it has is a wish
 */
export function planPrice(wish: PriceWish, subject: ListedSubject | undefined, isUnderWay: boolean): Planned {
  const { listingId: id, from, to, belowFloor, intoOffer } = wish;
  if (subject === undefined) return { id, code: 'not-found' };
  const { listing } = subject;
  const gone = goneCode(subject);
  if (gone !== null) return { id, code: gone };
  if (!sameMoney(listing.price, from)) return { id, code: 'changed-elsewhere' };
  if (sameMoney(listing.price, to) && !isUnderWay) return { id, code: 'already-so' };
  const problem = stoppingProblem(checkPrice(to, subject), { belowFloor, intoOffer });
  if (problem !== null) return { id, code: problem.code };
  const summary = `Price wanted: ${formatMoney(to, { whole: 'exact' })} instead of ${formatMoney(from, { whole: 'exact' })}`;
  const write = { kind: 'listing/price', externalId: listing.externalId, from, to, intoOffer, belowFloor } as const;
  return { id, write: { entityId: listing.id, write }, summary };
}

/** Why nothing can be done to a listing any more; null: it can. */
export function goneCode({ listing, pair }: { listing: Listing; pair: ListedSubject['pair'] }): 'gone' | 'sold' | null {
  if (listing.status === 'sold' || pair?.status === 'sold') return 'sold';
  return isGone(listing) ? 'gone' : null;
}

function sameMoney(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}
