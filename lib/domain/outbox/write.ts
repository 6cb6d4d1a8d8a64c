import type { Condition, Packaging } from '../listings/listing';
import type { Money } from '../money/money';
import type { Size } from '../sizes/size';
import type { OrderWrite } from './order-write';

/**
 * One thing to be done to the marketplace. Every value is absolute (a price, a state), never a step: carried out twice
 * it has the effect of once.
 */
export type Write =
  /** Applied only while the listing still costs `from`: the marketplace compares. */
  | {
      readonly kind: 'listing/price';
      readonly externalId: string;
      readonly from: Money;
      readonly to: Money;
      /** The seller asked to sell at once to the highest offer: the one way below it. */
      readonly intoOffer: boolean;
      /** The seller was told that this is below the floor and wants it all the same. Never set by a rule. */
      readonly belowFloor: boolean;
    }
  | {
      readonly kind: 'listing/activate';
      readonly externalId: string;
      /** As of a price change: on sale at a price below the floor, or one an offer takes at once. Left out: not said. */
      readonly belowFloor?: boolean;
      readonly intoOffer?: boolean;
    }
  | { readonly kind: 'listing/deactivate'; readonly externalId: string }
  | { readonly kind: 'listing/delete'; readonly externalId: string }
  /** Made inactive, found again by its key, and only then activated if `activate` says so. */
  | {
      readonly kind: 'listing/create';
      readonly pairId: string;
      readonly draft: NewListing;
      readonly activate: boolean;
      /** As of a price change; left out: the draft was checked when it was asked for and is not checked again. */
      readonly belowFloor?: boolean;
      readonly intoOffer?: boolean;
    }
  | {
      readonly kind: 'listing/picture';
      readonly externalId: string;
      /** Row of `listingPictures`. */
      readonly pictureId: string;
    }
  | OrderWrite;

export type WriteKind = Write['kind'];

type OrderWriteKind = OrderWrite['kind'];

/** About an order, not about a listing. */
export function isOrderWrite(write: Write): write is OrderWrite {
  return isOrderKind(write.kind);
}

export function isOrderKind(kind: WriteKind): kind is OrderWriteKind {
  return kind.startsWith('order/');
}

/** A listing that is to be made. */
export interface NewListing {
  readonly catalogId: string;
  readonly price: Money;
  readonly size: Size;
  readonly condition: Condition;
  readonly packaging: Packaging;
  /** `LISTING_DEFECT_*` names; none for a pair without. */
  readonly defects: readonly string[];
  readonly additionalDefects: string;
  /** Rows of `listingPictures` that go up before it is activated. */
  readonly pictureIds: readonly string[];
}

/**
 * Where a write stands. Only `pending -> sending` may precede a request.
 *
 * `pending` waits for its turn; `sending` is on its way, or accepted in a batch that is not worked off; `unknown`: its
 * answer was lost, it is read back before anything else; `confirmed`: read back as done; `rejected`: the marketplace said
 * no; `superseded`: somebody else changed the same thing, or it is no longer what is wanted; `expired`: its time was over
 * before it was sent; `dead`: tried too often.
 */
export type WriteState =
  | 'pending'
  | 'sending'
  | 'unknown'
  | 'confirmed'
  | 'rejected'
  | 'superseded'
  | 'expired'
  | 'dead';

/** Of these something may still come. */
export const OPEN_STATES: readonly WriteState[] = ['pending', 'sending', 'unknown'];

export function isOpenWrite(state: WriteState): boolean {
  return OPEN_STATES.includes(state);
}

/** Who wanted it: a person, or a rule. */
export type WriteAuthor = 'user' | 'rule';

/** Why a write ended otherwise than confirmed, as a code the screens have words for, and alias's own words if it gave any. */
export interface WriteProblem {
  readonly code: WriteProblemCode;
  /** What the marketplace said, or a sentence of ours; never a token. Empty when the code says it all. */
  readonly message: string;
}

export type WriteProblemCode =
  | 'refused' // the marketplace said no; `message` says why
  | 'gone' // the listing is sold, deleted or not known
  | 'changed-elsewhere' // it no longer is what the decision was made on
  | 'paused' // repricing was paused before it was sent
  | 'too-old' // its time was over
  | 'below-floor' // the floor rose above it
  | 'floor-unknown' // cost, fees or a rate are not known any more
  | 'at-offer' // an offer came up to it: it would have sold at once
  | 'order-over' // the order is cancelled, or shipped and so can be cancelled no more
  | 'prerequisite' // what it needed first did not succeed
  | 'cancelled' // taken back before it was sent
  | 'restored' // the books were restored from a copy: what was under way in it is history
  | 'other-seller' // the books went over to another seller's account
  | 'attempts'; // tried too often

/** What was found instead of what was expected, for the person to choose. */
export interface WriteConflict {
  readonly price: Money | null;
  readonly status: string;
}
