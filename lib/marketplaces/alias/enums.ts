import { isUnknownValue, rawValue, unknownValue, type OpenEnum } from '@/lib/domain/enums/open-enum';
import type { Condition, ListingStatus, Packaging } from '@/lib/domain/listings/listing';
import type { FulfillmentStatus, OrderStatus, ShippingLabel } from '@/lib/domain/orders/order';
import type { SizeSystem } from '@/lib/domain/sizes/size';
import type { BatchStatus, OperationKind, OperationStatus } from '../contract/batches';

type Table<Known extends string> = ReadonlyMap<string, Known>;

function table<Known extends string>(prefix: string, known: Readonly<Record<string, Known>>): Table<Known> {
  return new Map(Object.entries(known).map(([name, word]) => [prefix + name, word]));
}

function read<Known extends string>(words: Table<Known>, raw: string): OpenEnum<Known> {
  return words.get(raw) ?? unknownValue(raw);
}

const CONDITION = { NEW: 'new', USED: 'used', NEW_WITH_DEFECTS: 'new-with-defects' } as const;

/** Listings say `CONDITION_NEW`, price queries `PRODUCT_CONDITION_NEW`: the same thing under two names. */
const CONDITIONS = new Map([...table('CONDITION_', CONDITION), ...table('PRODUCT_CONDITION_', CONDITION)]);

const PACKAGINGS = table('PACKAGING_CONDITION_', {
  GOOD_CONDITION: 'good',
  MISSING_LID: 'missing-lid',
  BADLY_DAMAGED: 'badly-damaged',
  NO_ORIGINAL_BOX: 'no-box',
} as const);

const LISTING_STATUSES = table('LISTING_STATUS_', {
  ACTIVE: 'active',
  INACTIVE: 'inactive',
  PENDING: 'pending',
  DELETED: 'deleted',
  SOLD: 'sold',
} as const);

const ORDER_STATUSES = table('ORDER_STATUS_', {
  CONFIRMED: 'confirmed',
  LABEL_GENERATED: 'label-generated',
  IN_TRANSIT: 'in-transit',
  COMPLETED: 'completed',
  CANCELED: 'cancelled',
} as const);

const FULFILLMENTS = table('FULFILLMENT_STATUS_', {
  SELLER_SHIPPED: 'seller-shipped',
  IN_TRANSIT: 'in-transit',
  DELIVERED: 'delivered',
} as const);

const LABEL_TYPES = table('LABEL_TYPE_', { SHIPPING: 'shipping', DROPOFF: 'drop-off' } as const);

const BATCH_STATUSES = table('BATCH_STATUS_', {
  PENDING: 'pending',
  IN_PROGRESS: 'in-progress',
  COMPLETED: 'completed',
} as const);

const OPERATION_STATUSES = table('BATCH_OPERATION_STATUS_', {
  PENDING: 'pending',
  IN_PROGRESS: 'in-progress',
  COMPLETED: 'completed',
  FAILED: 'failed',
} as const);

const SIZE_SYSTEMS: Table<SizeSystem> = table('SIZE_UNIT_', {
  US: 'US',
  UK: 'UK',
  EU: 'EU',
  JP: 'JP',
  IT: 'IT',
  FR: 'FR',
});

const KINDS = ['create', 'update', 'deactivate', 'activate', 'delete'] as const;

export const toCondition = (raw: string): Condition => read(CONDITIONS, raw);
export const toPackaging = (raw: string): Packaging => read(PACKAGINGS, raw);
export const toListingStatus = (raw: string): ListingStatus => read(LISTING_STATUSES, raw);
export const toOrderStatus = (raw: string): OrderStatus => read(ORDER_STATUSES, raw);
export const toBatchStatus = (raw: string): BatchStatus => read(BATCH_STATUSES, raw);
export const toOperationStatus = (raw: string): OperationStatus => read(OPERATION_STATUSES, raw);

/** Null where alias says nothing: the field is left out, empty, or holds the enum's zero value. */
export function toFulfillment(raw: string | null): FulfillmentStatus | null {
  return raw === null || raw.endsWith('_INVALID') ? null : read(FULFILLMENTS, raw);
}

export function toLabelType(raw: string | null): ShippingLabel['type'] {
  return raw === null || raw.endsWith('_INVALID') ? null : read(LABEL_TYPES, raw);
}

/** Null for a unit we do not know: a number whose scale is unknown is not a size. */
export function toSizeSystem(raw: string): SizeSystem | null {
  return SIZE_SYSTEMS.get(raw) ?? null;
}

/**
 * The names of batch types are not documented (only the zero value is printed), so the verb inside the name decides.
 *
 * @example `BATCH_TYPE_UPDATE` and `BATCH_TYPE_UPDATE_LISTING` are `update`; `BATCH_TYPE_INVALID` is null
 */
export function toOperationKind(raw: string | null): OperationKind | null {
  if (raw === null || raw.endsWith('_INVALID')) return null;
  const words = raw.toLowerCase().split('_');
  return KINDS.find((kind) => words.includes(kind)) ?? unknownValue(raw);
}

/** The wire's name of one of our words, null for a value we only know raw. */
function nameOf(words: Table<string>, prefix: string, word: string): string | null {
  for (const [name, known] of words) if (known === word && name.startsWith(prefix)) return name;
  return null;
}

export const fromCondition = (word: Condition): string | null => nameOf(CONDITIONS, 'CONDITION_', word);
export const fromProductCondition = (word: Condition): string | null => nameOf(CONDITIONS, 'PRODUCT_CONDITION_', word);
export const fromPackaging = (word: Packaging): string | null => nameOf(PACKAGINGS, 'PACKAGING_CONDITION_', word);
/** A status only known raw can be asked for by that very name: what a new order is called is documented nowhere. */
function openNameOf(words: Table<string>, prefix: string, word: string): string | null {
  return isUnknownValue(word) ? rawValue(word) : nameOf(words, prefix, word);
}

export const fromOrderStatus = (word: OrderStatus): string | null => openNameOf(ORDER_STATUSES, 'ORDER_STATUS_', word);
export const fromFulfillment = (word: FulfillmentStatus): string | null =>
  openNameOf(FULFILLMENTS, 'FULFILLMENT_STATUS_', word);
export const fromBatchStatus = (word: string): string | null => nameOf(BATCH_STATUSES, 'BATCH_STATUS_', word);
export const fromOperationStatus = (word: string): string | null =>
  nameOf(OPERATION_STATUSES, 'BATCH_OPERATION_STATUS_', word);
export const fromLabelType = (word: string): string | null => nameOf(LABEL_TYPES, 'LABEL_TYPE_', word);
