import { parseSize } from '@/lib/domain/sizes/parse-size';
import type { SizeSystem } from '@/lib/domain/sizes/size';
import type { PageReading, PageSize } from '@/lib/marketplaces/contract/page-reading';
import { namesSystem, sizePieces } from './size-pieces';

/** What is known about the sizes of a page before one is read. */
export interface PageSizeContext {
  /** What a bare number means on this site; null: the site does not say. */
  readonly system: SizeSystem | null;
  readonly gender: PageReading['identity']['gender'];
}

type Sex = PageSize['sex'];

const SEXES = { men: 'M', women: 'W', youth: 'Y', unisex: null } as const;

/**
 * A size as a page writes it. A system that stands at the number outranks the site's, a letter at it (`7.5W`) the
 * product's gender. What is no number of a known system (clothes, Korean millimetres) has no `value`.
 *
 * `us` is only what is written: the number itself, the one in brackets, or the American one of several. It is null for a
 * women's number on a men's product, because one is never worked out from the other.
 *
 * @example `readPageSize('UK 6 (EU 40)', { system: 'US', gender: 'men' })` is UK 6 of the men's run, `us` null;
 * `CM 24 (US M 5.5)` is JP 24 with `us` 5.5; `9` on a site that does not say is 9 of no system
 */
export function readPageSize(label: string, { system, gender }: PageSizeContext): Omit<PageSize, 'selected'> {
  const raw = label.trim().slice(0, 60);
  const own = gender === null ? null : SEXES[gender];
  const whole = sideOf(withoutName(raw), gender).replace(/\bKR\b.*$/i, '');
  const pieces = sizePieces(whole);
  const american = pieces?.find((piece) => piece.system === 'US');
  const text = (pieces?.find((piece) => piece.system === system) ?? american ?? pieces?.[0])?.text ?? whole;
  const read = (system === null || namesSystem(text) ? null : parsed(`${system} ${text}`)) ?? parsed(text);
  if (read === null || /\bKR\b/i.test(raw)) {
    // The M of clothes is medium.
    const sex = /\d/.test(text) ? (sexOf(text) ?? own) : own;
    return { raw, system: null, sex, value: null, us: bracketed(raw, gender) };
  }
  const isKnown = system !== null || namesSystem(text) || read.value >= 22;
  const sex = sexOf(american?.text ?? '') ?? sexOf(text) ?? own;
  const us = american?.value ?? (isKnown && read.system === 'US' ? read.value : bracketed(raw, gender));
  return {
    raw,
    system: isKnown ? read.system : null,
    sex,
    value: read.value,
    us: own !== null && !isSameRun(sex, own) && (american !== undefined || read.system === 'US') ? null : us,
  };
}

/** Children's shoes are numbered up to 13.5C and begin anew with 1Y; which of the two, the pair's own letter says. */
function isSameRun(sex: Sex, own: Sex): boolean {
  return sex === own || (sex === 'C' && own === 'Y');
}

/** Words that mean "every size" or "none chosen yet" hold no figure; clothes are told by their letters. */
export function isSizeLabel(label: string): boolean {
  const letters = /^(?:(?:US|UK|EU|INTL?|JP) )?(?:(?:X{0,4}|\d{1,2}X)[SL]|M|OS|O\/S|one ?size)(?:\/X{0,4}[SML])?$/i;
  return /\d/.test(label) || letters.test(label.trim());
}

function parsed(text: string): { readonly value: number; readonly system: SizeSystem } | null {
  const read = parseSize(text);
  return read.ok ? read.size : null;
}

/** "Size: US M 10", in any language. */
function withoutName(raw: string): string {
  return raw.replace(/^[^\d:：]{0,30}[:：]\s*/u, '').replace(/^(?:shoe )?size\s+/i, '');
}

/** `M 8.5 / W 10` is one shoe in two runs; which of the two counts, the product says. */
function sideOf(text: string, gender: PageSizeContext['gender']): string {
  const [, first, second] = /^(.*\d.*?)\s*\/\s*((?:US\s*)?(?:M|W|MEN|WOMEN)\S*\s*\d.*|\d[\d.]*\s*W)$/i.exec(text) ?? [];
  if (first === undefined || second === undefined) return text;
  const women = sexOf(first) === 'W' ? first : second;
  const men = women === first ? second : first;
  return gender === 'women' ? women : men;
}

const LETTERS: Readonly<Record<string, Sex>> = {
  M: 'M',
  MEN: 'M',
  MENS: 'M',
  W: 'W',
  WMNS: 'W',
  WOMEN: 'W',
  WOMENS: 'W',
  Y: 'Y',
  GS: 'Y',
  YOUTH: 'Y',
  C: 'C',
  K: 'C',
  PS: 'C',
  TD: 'C',
};

/** `7.5W`, `US W 8`, `6Y`, `10C`, `8.5 Men`. */
function sexOf(text: string): Sex {
  const words = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[’']/g, '')
    .toUpperCase()
    .match(/[A-Z]+/g);
  const told = new Set((words ?? []).map((word) => LETTERS[word]).filter((sex) => sex !== undefined));
  return told.size === 1 ? ([...told][0] ?? null) : null;
}

/** The US number a shop writes behind an ambiguous one: `CM 24 (US M 5.5)`. */
function bracketed(raw: string, gender: PageSizeContext['gender']): number | null {
  const [, hint = ''] = /\((US\b[^)]*|[^()]*\d ?US)\)/i.exec(raw) ?? [];
  const sex = sexOf(hint);
  if (gender !== null && sex !== null && SEXES[gender] !== null && SEXES[gender] !== sex) return null;
  const read = hint === '' ? null : parsed(hint);
  return read?.system === 'US' ? read.value : null;
}
