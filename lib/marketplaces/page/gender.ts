import type { PageReading } from '@/lib/marketplaces/contract/page-reading';

type Gender = PageReading['identity']['gender'];

const TOLD: Readonly<Record<string, Gender>> = {
  men: 'men',
  man: 'men',
  mens: 'men',
  male: 'men',
  women: 'women',
  woman: 'women',
  womens: 'women',
  female: 'women',
  unisex: 'unisex',
  youth: 'youth',
  kids: 'youth',
  kid: 'youth',
  boys: 'youth',
  girls: 'youth',
  child: 'youth',
  children: 'youth',
  'grade school': 'youth',
  gs: 'youth',
  preschool: 'youth',
  ps: 'youth',
  infant: 'youth',
  toddler: 'youth',
  td: 'youth',
};

/** A page's own word for whose shoe it is: `men`, `WOMEN`, `Grade School`; null for any other. */
export function genderOf(told: unknown): Gender {
  if (typeof told !== 'string') return null;
  const word = told.slice(0, 40).trim().toLowerCase().replace(/['’]/g, '');
  return Object.hasOwn(TOLD, word) ? (TOLD[word] ?? null) : null;
}

/**
 * Whose shoe a name or a slug says it is; null when it does not, which is never taken for men's.
 *
 * @example `Dunk Low Panda (Women's)` and `wmns-dunk-low` are women's, `Jordan 4 Retro (GS)` is youth
 */
export function genderInName(name: string | null): Gender {
  if (name === null) return null;
  if (/\bwmns\b|\bwomen(?:['’]?s)?\b|\(w\)|-w$/i.test(name)) return 'women';
  if (/\((?:gs|ps|td|y|kids)\)|\b(?:grade school|preschool|toddlers?|infants?)\b|(?:-|\b)(?:gs|ps|td)$/i.test(name))
    return 'youth';
  return /\bmen(?:['’]?s)\b/i.test(name) ? 'men' : null;
}
