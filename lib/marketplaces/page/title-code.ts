import { styleCodesIn, type FoundStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';

export interface TitleCode {
  readonly code: StyleCode;
  /** Every code that counts, the likeliest first. */
  readonly all: readonly StyleCode[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** Sub-brands by the brand whose way of writing codes they use. */
const HOUSES: readonly (readonly [words: RegExp, brand: string])[] = [
  [/\bjordan\b/i, 'Jordan'],
  [/\bnike\b/i, 'Nike'],
  [/\b(?:adidas|yeezy)\b/i, 'adidas'],
  [/\bnew balance\b/i, 'New Balance'],
  [/\basics\b/i, 'ASICS'],
  [/\bvans\b/i, 'Vans'],
  [/\bconverse\b/i, 'Converse'],
  [/\bpuma\b/i, 'Puma'],
  [/\bcrocs\b/i, 'Crocs'],
  [/\bugg\b/i, 'UGG'],
  [/\bsalomon\b/i, 'Salomon'],
  [/\bbirkenstock\b/i, 'Birkenstock'],
  [/\bunder armour\b/i, 'Under Armour'],
];

const MOST_CODES = 8;

/**
 * The style code in a title or description, or null. Codes in the way the brand writes them come first; without a brand
 * the text itself may name one. A shop's own number is left out.
 *
 * @param brand as the page names it, e.g. `Air Jordan`; null when it does not
 * @example `codeOfTitle('Low OG Medium Olive - DM7866-200', 'Jordan')` is DM7866-200 with confidence 0.7
 */
export function codeOfTitle(text: string | null, brand: string | null): TitleCode | null {
  if (text === null) return null;
  const houses = housesOf(brand ?? '') ?? housesOf(text);
  const found = styleCodesIn(withJoints(text, houses ?? [])).filter((one) => one.shopNumber !== 'yes');
  const fitting = houses === null ? found : found.filter((one) => fits(one, houses));
  const chosen = (fitting.length > 0 ? fitting : found).slice(0, MOST_CODES);
  const [first] = chosen;
  if (first === undefined) return null;
  // A code in another brand's way may be a code all the same: the seller's word for the brand may be the wrong one.
  const isDoubtful = fitting.length === 0 || first.shopNumber === 'maybe' || chosen.length > 1;
  return { code: first.code, all: chosen.map(({ code }) => code), confidence: isDoubtful ? 0.4 : 0.7 };
}

/**
 * Sellers leave out the joint (`ZX1234567`). Put in only where the brand writes so: in another brand's name such a run may
 * be anything.
 */
function withJoints(text: string, houses: readonly string[]): string {
  const line = text.slice(0, 3000);
  if (houses.includes('Nike') || houses.includes('Jordan'))
    return line.replace(/(?<![0-9a-z-])([a-z]{2}\d{4})(\d{3})(?![0-9a-z-])/gi, '$1-$2');
  return houses.includes('ASICS')
    ? line.replace(/(?<![0-9a-z-])(\d{4}[a-z]\d{3})(\d{3})(?![0-9a-z-])/gi, '$1-$2')
    : line;
}

function fits(found: FoundStyleCode, houses: readonly string[]): boolean {
  return found.brands.some((brand) => houses.includes(brand));
}

/** Null: no brand that the companion knows a way of writing of. */
function housesOf(text: string): readonly string[] | null {
  const houses = HOUSES.filter(([words]) => words.test(text)).map(([, brand]) => brand);
  return houses.length === 0 ? null : houses;
}
