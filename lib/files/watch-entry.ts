import { parseStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { parseMoney, type ParsedMoney } from '@/lib/domain/money/parse-money';
import { parseSize } from '@/lib/domain/sizes/parse-size';

/**
 * One size of a line, as it would be watched, or why not. `not-us`: a size of another system, which only the product's own
 * table could translate. `twice`: the same code and size stand further up.
 */
export type WatchEntry =
  | {
      readonly ok: true;
      readonly line: number;
      readonly text: string;
      readonly styleCode: StyleCode;
      /** null: every size. */
      readonly usSize: number | null;
      readonly targetPrice: Money | null;
      readonly note: string;
    }
  | { readonly ok: false; readonly line: number; readonly text: string; readonly problem: WatchProblem };

export interface WatchProblem {
  readonly reason: 'no-code' | 'not-a-size' | 'not-us' | 'not-a-price' | 'twice';
  /** The part that is wrong, as it is to be shown. */
  readonly text: string;
}

/** What a line says, part by part, before any of it is understood. */
export interface RawEntry {
  readonly line: number;
  readonly text: string;
  readonly code: string;
  /** Each one size; none or `all` is every size. */
  readonly sizes: readonly string[];
  readonly target: string;
  readonly note: string;
}

/** A note or a line longer than this is cut: it is no note. */
const LONGEST_NOTE = 1000;
const LONGEST_TEXT = 200;
const EVERY = /^(?:all|any|every)(?: sizes?)?$|^\*$/i;

/** Understands a line; several sizes of it are several entries. A bare price is in `currency`. */
export function watchEntries(raw: RawEntry, currency: CurrencyCode): readonly WatchEntry[] {
  const { line } = raw;
  const text = raw.text.slice(0, LONGEST_TEXT);
  const bad = (reason: WatchProblem['reason'], part: string): readonly WatchEntry[] => [
    { ok: false, line, text, problem: { reason, text: part.slice(0, 60) } },
  ];
  const styleCode = parseStyleCode(raw.code);
  if (styleCode === null) return bad('no-code', raw.code);
  const target = readTarget(raw.target, currency);
  if (target === 'bad') return bad('not-a-price', raw.target);
  const sizes: (number | null)[] = [];
  for (const size of raw.sizes.length === 0 ? ['all'] : raw.sizes) {
    const read = readUsSize(size);
    if (typeof read === 'string') return bad(read, size);
    if (!sizes.includes(read)) sizes.push(read);
  }
  const note = raw.note.trim().slice(0, LONGEST_NOTE);
  return sizes.map((usSize) => ({ ok: true, line, text, styleCode, usSize, targetPrice: target, note }));
}

/** Of one code and size the first line counts; later ones say so. */
export function eachOnce(entries: readonly WatchEntry[]): readonly WatchEntry[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    if (!entry.ok) return entry;
    const key = `${entry.styleCode}|${entry.usSize}`;
    if (!seen.has(key)) {
      seen.add(key);
      return entry;
    }
    const { line, text, styleCode } = entry;
    return { ok: false, line, text, problem: { reason: 'twice', text: styleCode } };
  });
}

function readUsSize(text: string): number | null | 'not-a-size' | 'not-us' {
  if (EVERY.test(text.trim())) return null;
  const parsed = parseSize(text);
  if (!parsed.ok) return parsed.reason === 'other-system' ? 'not-us' : 'not-a-size';
  return parsed.size.system === 'US' ? parsed.size.value : 'not-us';
}

/** Tried when a price bears the mark of another currency than the seller's. */
const LIKELY: readonly CurrencyCode[] = ['USD', 'GBP', 'EUR'];

function readTarget(text: string, currency: CurrencyCode): Money | null | 'bad' {
  if (text.trim() === '' || text.trim() === '-') return null;
  let parsed: ParsedMoney = parseMoney(text, currency);
  if (!parsed.ok && parsed.reason === 'other-currency')
    parsed = [...LIKELY, ...CURRENCY_CODES].map((code) => parseMoney(text, code)).find((each) => each.ok) ?? parsed;
  return parsed.ok && parsed.money.minor > 0 ? parsed.money : 'bad';
}
