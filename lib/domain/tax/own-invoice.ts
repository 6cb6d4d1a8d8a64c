/**
 * The number of the seller's own invoice for a piece of the stock book; empty where no beginning of numbers was chosen. A
 * piece that came back and is sold again has had an invoice by that number: the next one says which it is.
 *
 * @param before how many sales of the piece were given back before this one
 * @example number 12 of `M-`: `M-12`; sold again after it came back: `M-12-2`
 */
export function ownInvoice(prefix: string, number: number | null, before: number): string {
  if (prefix === '' || number === null) return '';
  return before === 0 ? `${prefix}${number}` : `${prefix}${number}-${before + 1}`;
}
