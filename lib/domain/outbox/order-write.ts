import type { Instant } from '../time/instant';

/** One thing to be done to an order. None of it can be taken back; `externalId` is the marketplace's id of the order. */
export type OrderWrite =
  | { readonly kind: 'order/confirm'; readonly externalId: string }
  | { readonly kind: 'order/cancel'; readonly externalId: string }
  | {
      readonly kind: 'order/label';
      readonly externalId: string;
      /** null: what the marketplace makes unless told, and of another label the kind it has. */
      readonly labelType: LabelType | null;
      /** Another label in place of the one it has: `instead` is that one, so that a new one can be told from it. */
      readonly again: boolean;
      readonly instead: LabelMark | null;
    }
  | { readonly kind: 'order/ship'; readonly externalId: string };

export type LabelType = 'shipping' | 'drop-off';

/** What tells one label of an order from another. */
export interface LabelMark {
  readonly madeAt: Instant | null;
  readonly url: string | null;
  readonly trackingNumber: string | null;
  readonly type: string | null;
}
