import { parseSize } from '@/lib/domain/sizes/parse-size';
import type { SizeSystem } from '@/lib/domain/sizes/size';
import type { PageReading, PageSize } from '@/lib/marketplaces/contract/page-reading';
import type { GoatAddress } from './match-url';

const UNITS: Readonly<Record<string, SizeSystem>> = {
  us: 'US',
  uk: 'UK',
  eu: 'EU',
  jp: 'JP',
  cm: 'JP',
  it: 'IT',
  fr: 'FR',
};

const RUNS = { men: 'M', women: 'W', youth: 'Y', unisex: null } as const;

export type Gender = PageReading['identity']['gender'];

/** What is known about the sizes of a page: whose they are, and in which system. */
export interface SizeContext {
  readonly kind: GoatAddress['kind'];
  readonly gender: Gender;
  /** `sizeUnit` of the page's data; null when it does not say. */
  readonly unit: string | null;
}

/**
 * A size as the site means it. Bare numbers are US there; those of a women's product are US women's without a W, and a
 * letter at the size itself outranks the product. Clothes have no number that could be compared.
 */
export function readSize(label: string, context: SizeContext): Omit<PageSize, 'selected'> {
  const sex = context.gender === null ? null : RUNS[context.gender];
  if (context.kind === 'apparel') return { raw: label, system: null, sex, value: null, us: null };
  const unit = context.unit === null ? 'US' : UNITS[context.unit];
  const told = unit === undefined ? null : parseSize(`${unit} ${label}`);
  const read = told?.ok === true ? told : parseSize(label);
  // A bare number in a system the companion does not know is no US size.
  if (!read.ok || (unit === undefined && !/[a-z]/i.test(label)))
    return { raw: label, system: null, sex, value: null, us: null };
  const { system, value } = read.size;
  return { raw: label, system, sex: ownSex(label) ?? sex, value, us: system === 'US' ? value : null };
}

/** The system the page's sizes are in when none is chosen. */
export function systemOf({ kind, unit }: SizeContext): SizeSystem | null {
  if (kind === 'apparel') return null;
  return unit === null ? 'US' : (UNITS[unit] ?? null);
}

/** `7.5W`, `6Y`, `10C`, `9M`. */
function ownSex(label: string): PageSize['sex'] {
  const [, letter] = /\d ?([MWYC])$/i.exec(label) ?? [];
  return letter === undefined ? null : (letter.toUpperCase() as 'M' | 'W' | 'Y' | 'C');
}
