import { minorPerUnit } from './arithmetic';
import { currencyDecimals, type CurrencyCode } from './currency';
import { stripCurrencyMarks } from './currency-marks';
import { minor, type Money } from './money';

/** Why a text is not an amount. `too-many-decimals`: more than the currency has, so something would be lost. */
export type MoneyProblem = 'empty' | 'not-a-number' | 'other-currency' | 'too-many-decimals' | 'too-large';

export type ParsedMoney =
  | { readonly ok: true; readonly money: Money }
  | { readonly ok: false; readonly reason: MoneyProblem };

/** Longer than any amount: what is longer is something else. */
const LONGEST = 80;

/**
 * Reads an amount as people paste it.
 *
 * - With both `.` and `,` the last one is the decimal sign.
 * - A sign that stands more than once groups thousands.
 * - **A single `.` or `,` followed by exactly three digits groups thousands** (`1,234` and `1.234` are 1234), unless the
 *   currency has three decimals, or the digits before it cannot be a group (`0.500`, `1234.567`).
 * - Spaces and apostrophes only group. Groups have three digits, all with the same sign.
 * - Minus in front or behind, or brackets: below zero. Marks of another currency are refused; `$` fits every dollar.
 * - An empty text is no amount, never zero.
 *
 * @example `parseMoney('1.234,50', 'EUR')` is 1234.50; `parseMoney('(12.00)', 'USD')` is −12.00;
 * `parseMoney('1,234', 'KWD')` is 1.234
 */
export function parseMoney(text: string, currency: CurrencyCode): ParsedMoney {
  if (text.length > LONGEST) return { ok: false, reason: 'not-a-number' };
  const cleaned = text
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]+/g, ' ')
    .replace(/[\u2212\u2010-\u2015]/g, '-')
    .replace(/[\u2019\u02bc]/g, "'")
    .trim();
  if (cleaned === '') return { ok: false, reason: 'empty' };
  const unmarked = stripCurrencyMarks(cleaned, currency);
  if (unmarked === 'other') return { ok: false, reason: 'other-currency' };
  if (unmarked === 'unknown') return { ok: false, reason: 'not-a-number' };
  const sign = readSign(unmarked.rest);
  return sign === null ? { ok: false, reason: 'not-a-number' } : readDigits(sign.rest, sign.negative, currency);
}

function readSign(text: string): { negative: boolean; rest: string } | null {
  const [, open, minusBefore, body, minusAfter, close] = /^(\()?(-|\+)? ?([^()+-]*?) ?(-)?(\))?$/.exec(text) ?? [];
  if (body === undefined || (open === undefined) !== (close === undefined)) return null;
  const marks = [open, minusBefore, minusAfter].filter((mark) => mark !== undefined);
  return marks.length > 1 ? null : { negative: marks.length === 1 && minusBefore !== '+', rest: body.trim() };
}

function readDigits(text: string, negative: boolean, currency: CurrencyCode): ParsedMoney {
  const decimals = currencyDecimals(currency);
  const [whole, fraction] = splitDecimals(text, decimals);
  if (!/^\d+$|^\d{1,3}(?:([ '.,])\d{3})(?:\1\d{3})*$/.test(whole) && !(whole === '' && fraction !== '')) {
    return { ok: false, reason: 'not-a-number' };
  }
  if (!/^\d*$/.test(fraction)) return { ok: false, reason: 'not-a-number' };
  if (fraction.length > decimals) return { ok: false, reason: 'too-many-decimals' };
  const units = BigInt(whole.replace(/\D/g, '') || '0') * BigInt(minorPerUnit(currency));
  const value = units + BigInt(fraction.padEnd(decimals, '0') || '0');
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return { ok: false, reason: 'too-large' };
  return { ok: true, money: { minor: minor(Number(negative ? -value : value)), currency } };
}

/** The digits before and after the decimal sign; no decimals when every sign groups. */
function splitDecimals(text: string, decimals: number): [whole: string, fraction: string] {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (at < 0) return [text, ''];
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  if (after === '') return [text, ''];
  if (before.includes(text.charAt(at))) return [text, ''];
  const alone = !/[.,]/.test(before);
  const couldGroup = alone && decimals !== 3 && after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  return couldGroup ? [text, ''] : [before, after];
}
