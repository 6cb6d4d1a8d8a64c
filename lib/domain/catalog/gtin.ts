/**
 * A bar code as 14 digits, so that the same article written as UPC (12), EAN (13), ITF (14) or GTIN-8 compares equal; null
 * for what is none: another length, letters, a wrong check digit, or nothing but zeros.
 *
 * The check digit makes the sum of all digits, every second one from the right times three, a multiple of ten.
 *
 * @example `parseGtin('194501058797')` and `parseGtin('0 194501 058797')` are both `00194501058797`
 */
export function parseGtin(text: string): string | null {
  const digits = text
    .trim()
    .replace(/^="?|"$/g, '')
    .replace(/[\s-]/g, '');
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits)) return null;
  const padded = digits.padStart(14, '0');
  const sum = [...padded].reduce((total, digit, nth) => total + Number(digit) * (nth % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0 ? padded : null;
}
