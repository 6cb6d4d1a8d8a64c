/**
 * An enum that a marketplace may extend at any time.
 *
 * A value we know is written as our own word; any other is kept raw behind `unknown:` so that it can be stored,
 * indexed, shown as it came, and is never mistaken for a state we understand.
 *
 * @example `OpenEnum<'active' | 'inactive'>` holds `'active'` or `'unknown:LISTING_STATUS_FROZEN'`
 */
export type OpenEnum<Known extends string> = Known | UnknownValue;

/** A raw value of the wire that this version does not know, e.g. `unknown:ORDER_STATUS_ON_HOLD`. */
export type UnknownValue = `unknown:${string}`;

/** Marks a raw wire value as not known to this version. */
export function unknownValue(raw: string): UnknownValue {
  return `unknown:${raw}`;
}

/** Whether a stored enum value was not known when it was read. */
export function isUnknownValue(value: string): value is UnknownValue {
  return value.startsWith('unknown:');
}

/** The raw wire text of an unknown value (`ORDER_STATUS_ON_HOLD`), or the value itself when it is known. */
export function rawValue(value: string): string {
  return isUnknownValue(value) ? value.slice('unknown:'.length) : value;
}
