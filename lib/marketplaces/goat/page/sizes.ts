import type { SizeSystem } from '@/lib/domain/sizes/size';
import type { PageReading, PageSize } from '@/lib/marketplaces/contract/page-reading';
import { readPageSize } from '@/lib/marketplaces/page/page-size';
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
  const { gender, kind, unit } = context;
  const system = systemOf(context);
  const read = readPageSize(label, { system, gender });
  // A bare number in a system the companion does not know is no US size.
  const isUnknown = unit !== null && system === null && !/[a-z]/i.test(label);
  return kind === 'apparel' || isUnknown ? { ...read, system: null, value: null, us: null } : read;
}

/** The system the page's sizes are in when none is chosen. */
export function systemOf({ kind, unit }: SizeContext): SizeSystem | null {
  if (kind === 'apparel') return null;
  return unit === null ? 'US' : (UNITS[unit] ?? null);
}
