/** Why a line of a statement and something of the books belong together. */
export type ReasonCode =
  | 'same-amount'
  /** By a stored rate, off by so many basis points. */
  | 'by-rate'
  /** So many days lie between. */
  | 'days'
  /** The line names the platform or who was paid. */
  | 'payee'
  /** The line names the payout or the order. */
  | 'ref'
  /** So many sales together. */
  | 'sales'
  /** The platform says it paid them on that day. */
  | 'paid-on'
  /** Less a cash-out fee of so many basis points. */
  | 'cash-out'
  /** All that was sold up to a day, as a withdrawal of everything would be. */
  | 'all-until'
  /** Others would come to the same. */
  | 'several'
  | 'by-hand';

export interface Reason {
  readonly code: ReasonCode;
  /** A number, a day, a name; empty where the code says it all. */
  readonly value: string;
}

export const reason = (code: ReasonCode, value: string | number = ''): Reason => ({ code, value: String(value) });

/**
 * Reasons as one text, for the books.
 *
 * @example same amount and two days apart: `same-amount days:2`
 */
export function writeReasons(reasons: readonly Reason[]): string {
  return reasons.map(({ code, value }) => (value === '' ? code : `${code}:${encodeURIComponent(value)}`)).join(' ');
}

/** The reasons of such a text; a code nobody knows any more stays as it is. */
export function readReasons(text: string): readonly { readonly code: string; readonly value: string }[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf(':');
      return at < 0 ? { code: part, value: '' } : { code: part.slice(0, at), value: decoded(part.slice(at + 1)) };
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
