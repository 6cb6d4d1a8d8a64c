import { STYLE_CODE_SHAPES, type StyleCodeShape } from './style-code-shapes';

declare const styleCodeBrand: unique symbol;

/** A manufacturer's code of model and colour in canonical form: upper case, with the hyphen its brand uses (`DD1391-100`). */
export type StyleCode = string & { readonly [styleCodeBrand]: true };

/** A style code found in a text, with what speaks for and against it. */
export interface FoundStyleCode {
  readonly code: StyleCode;
  /** Whose way of writing it is; several where the shape does not tell. */
  readonly brands: readonly string[];
  /** Nothing but the code stood there. False for one inside a title, or followed by something (`AQ0818-148 S`). */
  readonly whole: boolean;
  /**
   * Shops number their shoes in the shape of old Nike codes, with the size as the tail (Stadium Goods `022952-090` is
   * a size 9). `yes`: it cannot be Nike's, whose first six figures never start with 0. `maybe`: the tail is a size.
   */
  readonly shopNumber: 'no' | 'maybe' | 'yes';
}

/**
 * The one style code a text is, or null when it is none, several, or more than a code. For fields that hold a code:
 * what is kept as a pair's identity must not be fished out of a title.
 *
 * @example `parseStyleCode('dd1391 100')` is `DD1391-100`; `DD1391-100/DD1391 100` is the same; `AQ0818-148 S`,
 * `US 10.5` and a shop's `022952-090` are null
 */
export function parseStyleCode(text: string): StyleCode | null {
  const parts = partsOf(text).map(wholeCode);
  const [first] = parts;
  if (first === undefined || first === null || first.shopNumber === 'yes') return null;
  return parts.every((part) => part?.code === first.code) ? first.code : null;
}

/**
 * Every style code in a text, in order, each once. Reads fields with several codes (`315122-111/CW2288-111`) and titles
 * (`Jordan 1 Low OG - DM7866-200`); leaves out sizes, prices, dates, UUIDs and model names.
 */
export function styleCodesIn(text: string): readonly FoundStyleCode[] {
  const found = new Map<StyleCode, FoundStyleCode>();
  for (const part of partsOf(text)) {
    const whole = wholeCode(part);
    for (const each of whole === null ? codesWithin(part) : [whole]) {
      if (!found.has(each.code)) found.set(each.code, each);
    }
  }
  return [...found.values()];
}

/** What two writings of one code have in common: its letters and digits (`DZ4137106`). */
export function styleCodeKey(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/**
 * Whether two codes are one. A Vans code without its colour tail is not the same as one with it: that would be a guess.
 */
export function sameStyleCode(a: string, b: string): boolean {
  const key = styleCodeKey(a);
  return key !== '' && key === styleCodeKey(b);
}

const UUID = /[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}/g;

function partsOf(text: string): string[] {
  return text
    .slice(0, 1000)
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0\u2000-\u200b\u202f\ufeff]+/g, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(UUID, ' ')
    .split(/[/,]/)
    .map((part) => part.trim().replace(/^[#"'*-]+ ?|["'*-]+$/g, ''))
    .filter((part) => part !== '');
}

/** Retailers wrap codes: ASICS addresses in `ANA_…`, others append size and a stock mark (`HQ2010_005_8.5_CNF`). */
function unwrapped(part: string): string {
  return part.replace(/^AN[AZ]_/, '').replace(/^([0-9A-Z]+_\d{3})_\d{1,2}(?:\.5)?[A-Z]?(?:_[A-Z]+)?$/, '$1');
}

function wholeCode(part: string): FoundStyleCode | null {
  const text = unwrapped(part);
  for (const { shape, alone } of MATCHERS) {
    const groups = alone.exec(text)?.slice(1);
    if (groups !== undefined && !shape.unless?.(groups)) return toFound(shape, groups, true);
  }
  return null;
}

function codesWithin(part: string): FoundStyleCode[] {
  const found: { at: number; end: number; code: FoundStyleCode }[] = [];
  for (const { shape, within } of MATCHERS) {
    if (within === null) continue;
    for (const match of part.matchAll(within)) {
      const [at, end] = [match.index, match.index + match[0].length];
      const taken = found.some((other) => at < other.end && other.at < end);
      if (taken || shape.unless?.(match.slice(1))) continue;
      found.push({ at, end, code: toFound(shape, match.slice(1), false) });
    }
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ code }) => code);
}

function toFound(shape: StyleCodeShape, groups: readonly string[], whole: boolean): FoundStyleCode {
  const code = groups.join(shape.joint) as StyleCode;
  return { code, brands: shape.brands, whole, shopNumber: shopNumber(code) };
}

function shopNumber(code: string): FoundStyleCode['shopNumber'] {
  const [, head, tail] = /^(\d{6})-(\d{3})$/.exec(code) ?? [];
  if (head === undefined || tail === undefined) return 'no';
  if (head.startsWith('0')) return 'yes';
  const size = Number(tail);
  return size >= 30 && size <= 180 && size % 5 === 0 ? 'maybe' : 'no';
}

const MATCHERS = STYLE_CODE_SHAPES.map((shape) => {
  const groups = shape.groups.map((group) => `(${group})`);
  const loose = shape.mayRunTogether === true ? '(?: ?- ?|[ _])?' : '(?: ?- ?|[ _])';
  // After a code of one group a hyphen and figures mean that the code was longer.
  const after = shape.groups.length === 1 ? '[-.,]\\d' : '[.,]\\d';
  const tight = shape.found === 'hyphen' ? ' ?- ?' : '(?: ?- ?|[ _])';
  return {
    shape,
    alone: new RegExp(`^${groups.join(loose)}$`),
    within:
      shape.found === 'alone' ? null : new RegExp(`(?<![0-9A-Z$£€.])${groups.join(tight)}(?![0-9A-Z]|${after})`, 'g'),
  };
});
