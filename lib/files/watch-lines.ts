import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { parseSize } from '@/lib/domain/sizes/parse-size';
import { eachOnce, watchEntries, type RawEntry, type WatchEntry } from './watch-entry';

/** More lines at once are a file of something else. */
export const MOST_LINES = 1000;

export interface WatchLines {
  readonly entries: readonly WatchEntry[];
  /** Lines beyond the first 1,000, which were not read. */
  readonly left: number;
}

/**
 * Reads a pasted list of what to watch, a product a line: style code, US sizes, target price. A line without a size means
 * every size, and `9-11` every half size between. Parts may be parted by tabs, semicolons, commas or blanks; an `@` or a
 * currency mark says which figure is the price, and a third part between separators is one, too. Words behind the price
 * are a note.
 *
 * @example `JR8166 9 9.5 10 @ 120 for Ana` is three sizes with a target of 120 and a note; `DD1391 100, US 10.5, 95` is one
 * with a target of 95
 */
export function readWatchLines(text: string, currency: CurrencyCode): WatchLines {
  const lines = text.split(/\r\n|\r|\n/).map((raw, index) => ({ raw: clean(raw), line: index + 1 }));
  const full = lines.filter(({ raw }) => raw !== '');
  const entries = full
    .slice(0, MOST_LINES)
    .flatMap(({ raw, line }) => watchEntries({ line, text: raw, ...partsOf(raw) }, currency));
  return { entries: eachOnce(entries), left: Math.max(0, full.length - MOST_LINES) };
}

type Parts = Pick<RawEntry, 'code' | 'sizes' | 'target' | 'note'>;

function clean(raw: string): string {
  return raw
    .replace(/^\ufeff/, '')
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .trim();
}

function partsOf(raw: string): Parts {
  const sign = ['\t', ';', ','].find((each) => raw.includes(each));
  if (sign === undefined) return looseParts(raw);
  const cells = splitCells(raw, sign);
  const [code = '', ...rest] = cells;
  // `DD1391-100 10, 95`: the first part is more than a code.
  const head = parseStyleCode(code) === null ? looseParts(code) : { code, sizes: [], target: '', note: '' };
  // A note that has begun goes on, whatever parts it.
  if (head.note !== '') return { ...head, note: [head.note, ...rest.filter((cell) => cell !== '')].join(', ') };
  const [sizes, target, note] = head.sizes.length > 0 || rest.length === 0 ? ['', ...rest] : rest;
  const sized = sizesAndPrice(sizes ?? '');
  return {
    code: head.code,
    sizes: [...head.sizes, ...sized.sizes],
    target: [head.target, sized.target, (target ?? '').replace(/^@/, '')].find((each) => each.trim() !== '') ?? '',
    note: note === undefined || note === '' ? sized.note : note,
  };
}

/** At most four parts; a price written `1,234.50` or `9,5` keeps its comma only where another sign parts the line. */
function splitCells(raw: string, sign: string): string[] {
  const cells = raw.split(sign).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  return [...cells.slice(0, 3), cells.slice(3).join(sign === '\t' ? ' ' : `${sign} `)].filter(
    (cell, nth) => nth < 3 || cell !== '',
  );
}

/** Parted by blanks: the code is the first word, or the first two (`DD1391 100`). */
function looseParts(raw: string): Parts {
  const [first = '', second = '', ...rest] = raw.split(/ +/);
  const joins =
    parseStyleCode(`${first} ${second}`) !== null &&
    (parseStyleCode(first) === null || !parseSize(second).ok || rest.length > 0);
  const code = joins ? `${first} ${second}` : first;
  return { code, ...sizesAndPrice((joins ? rest : [second, ...rest]).join(' ')) };
}

const MARK = /[$£€¥₹₩]|\b(?:USD|GBP|EUR|JPY|CAD|AUD)\b/i;

/** `9 9.5 10 @ 120`, `US 9/10 $120`, `10`: what stands behind the `@` or bears a mark is the price. */
function sizesAndPrice(text: string): Pick<Parts, 'sizes' | 'target' | 'note'> {
  const at = text.indexOf('@');
  if (at >= 0) return { sizes: sizesIn(text.slice(0, at)), ...priceAndNote(text.slice(at + 1)) };
  const words = text
    .replace(/([$£€¥₹₩]) +(?=\d)/g, '$1')
    .split(/[ /]+/)
    .filter((word) => word !== '');
  const marked = words.findIndex((word) => MARK.test(word));
  if (marked >= 0) {
    // A code of letters stands before or behind its figure.
    const isBehind = /^[a-z]+$/i.test(words[marked] ?? '') && marked === words.length - 1;
    const from = isBehind ? Math.max(0, marked - 1) : marked;
    return { sizes: sizesIn(words.slice(0, from).join(' ')), ...priceAndNote(words.slice(from).join(' ')) };
  }
  // No shoe is a US 95: the last figure of several can only be a price.
  const last = words.at(-1) ?? '';
  if (words.length > 1 && Number(last) > MOST_US)
    return { sizes: sizesIn(words.slice(0, -1).join(' ')), target: last, note: '' };
  return { sizes: sizesIn(text), target: '', note: '' };
}

/** `120 for Ana`: the price ends with the first word that is neither figure nor currency. */
function priceAndNote(text: string): Pick<Parts, 'target' | 'note'> {
  const words = text.trim().split(/ +/);
  const end = words.findIndex((word, nth) => nth > 0 && /[a-z]/i.test(word) && !MARK.test(word));
  const price = end < 0 ? words : words.slice(0, end);
  return { target: price.join(' '), note: end < 0 ? '' : words.slice(end).join(' ') };
}

const MOST_US = 60;

/** `US 9 9.5`, `9/9.5`, `US9, US10`; a system stands for all that follow it. */
function sizesIn(text: string): readonly string[] {
  const whole = text.trim();
  if (whole === '' || /^(?:all|any|every)(?: sizes?)?$/i.test(whole)) return whole === '' ? [] : [whole];
  const words = whole
    .replace(/½/g, '.5')
    .split(/[ /,]+/)
    .filter((word) => word !== '');
  let system = '';
  return words.flatMap((word) => {
    if (/^(?:US|UK|EU|EUR|JP|CM)$/i.test(word)) {
      system = word;
      return [];
    }
    if (/^(?:size|sizes)$/i.test(word)) return [];
    return everyBetween(word).map((size) => (system === '' ? size : `${system} ${size}`));
  });
}

/** More half sizes than a shoe comes in are no range. */
const MOST_BETWEEN = 30;

/** `9-10.5` is 9, 9.5, 10 and 10.5; anything else is itself. */
function everyBetween(word: string): readonly string[] {
  const [, low, high] = /^(\d{1,2}(?:\.[05])?)[-\u2013](\d{1,2}(?:\.[05])?)$/.exec(word) ?? [];
  const [from, steps] = [Number(low), (Number(high) - Number(low)) * 2];
  if (low === undefined || steps < 1 || steps > MOST_BETWEEN) return [word];
  return Array.from({ length: steps + 1 }, (_, nth) => String(from + nth / 2));
}
