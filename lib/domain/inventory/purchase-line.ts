import type { StyleCode } from '../catalog/style-code';
import type { Money } from '../money/money';
import type { Size } from '../sizes/size';
import type { Instant } from '../time/instant';

/** One line of the seller's purchase ledger: pairs of one kind, bought together. */
export interface PurchaseLine {
  /** Names the line for ever, so that a ledger read twice adds nothing. */
  readonly ref: string;
  readonly styleCode: StyleCode | null;
  /** The style code as it was written. */
  readonly rawSku: string;
  readonly name: string;
  readonly brand: string;
  readonly size: Size;
  readonly quantity: number;
  /** What one pair cost; null when the ledger does not say. */
  readonly unitCost: Money | null;
  /** Shipping in, tax and the like, for one pair; null when the ledger does not say. */
  readonly otherCosts: Money | null;
  readonly boughtAt: Instant | null;
  readonly supplier: string | null;
  /** The listing this very pair is offered by, when the seller noted it. */
  readonly goatListingId: string | null;
}
