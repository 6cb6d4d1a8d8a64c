import * as z from 'zod/mini';

const WHOLE = /^-?\d{1,16}$/;

/**
 * A whole number as alias writes it: a JSON string (`"14200"`, recorded everywhere) or a number (the documentation's
 * examples). Never coerced: `Number('')` and `Number(null)` are 0, and 0 is a price.
 */
export type Int64 = string | number;

function isInt64(value: unknown): value is Int64 {
  if (typeof value === 'string') return WHOLE.test(value) && Number.isSafeInteger(Number(value));
  return Number.isSafeInteger(value);
}

/** Int64 that must be there. */
export const int64 = z.custom<Int64>(isInt64, 'not a whole number');

/** Int64 that may be missing, null or empty. */
export const optionalInt64 = z.optional(
  z.custom<Int64 | null | undefined>(
    (value) => value === undefined || value === null || value === '' || isInt64(value),
    'not a whole number',
  ),
);

/** An id or another text that must say something. */
export const filled = z.custom<string>((value) => typeof value === 'string' && value !== '', 'not a text, or empty');

/** A text that alias leaves empty, null or out when it has nothing to say. */
export const optionalText = z.optional(
  z.custom<string | null | undefined>(
    (value) => value === undefined || value === null || typeof value === 'string',
    'not a text',
  ),
);

/** A yes or no; left out means no. */
export const optionalFlag = z.optional(
  z.custom<boolean | null | undefined>(
    (value) => value === undefined || value === null || typeof value === 'boolean',
    'not true or false',
  ),
);

/** A shoe size. Zero and nonsense sizes occur in market data (recorded: 0 and 40 for one shoe) and are let through. */
export const sizeNumber = z.custom<number>(
  (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  'not a size',
);

/** A moment in RFC 3339 that must be readable. */
export const moment = z.custom<string>(
  (value) => typeof value === 'string' && value !== '' && !Number.isNaN(Date.parse(value)),
  'not a date and time',
);

/** Int64 as a number. */
export function toNumber(value: Int64): number {
  return typeof value === 'number' ? value : Number(value);
}

/** Int64 where missing, empty and zero all mean none: prices and counts alias does not know. */
export function toNumberOrNone(value: Int64 | null | undefined): number | null {
  if (value === undefined || value === null || value === '') return null;
  const number = toNumber(value);
  return number === 0 ? null : number;
}

/** An empty or missing text as null. */
export function toTextOrNull(value: string | null | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : value;
}
