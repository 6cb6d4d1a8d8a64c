import type { SalePlatform } from '../sales/sale';

/** How platforms are written on statements. */
const WORDS: readonly (readonly [platform: SalePlatform, pattern: RegExp, word: string])[] = [
  ['stockx', /\bstock ?x\b/i, 'STOCKX'],
  ['ebay', /\be-?bay\b/i, 'EBAY'],
  ['alias', /\bgoat\b/i, 'GOAT'],
  ['alias', /\balias\b/i, 'ALIAS'],
  ['depop', /\bdepop\b/i, 'DEPOP'],
  ['vinted', /\bvinted\b|\bmangopay\b/i, 'VINTED'],
  ['shopify', /\bshopify\b/i, 'SHOPIFY'],
  ['stadium-goods', /\bstadium ?goods\b/i, 'STADIUM GOODS'],
  ['cardtrader', /\bcard ?trader\b/i, 'CARDTRADER'],
];

/** Who pays out for several of them: the word supports each and contradicts none. */
const CARRIERS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/\bpay ?pal\b/i, 'PAYPAL'],
  [/\bhyper ?wallet\b/i, 'HYPERWALLET'],
  [/\bpayoneer\b/i, 'PAYONEER'],
  [/\bstripe\b/i, 'STRIPE'],
];

export interface NamedPayee {
  /** By platform the word it was found by. */
  readonly platforms: ReadonlyMap<SalePlatform, string>;
  readonly carrier: string | null;
}

/**
 * What a line says of who paid.
 *
 * @example `STOCKX PAYOUT 39-1` names stockx; `PAYPAL *TRANSFER` names no platform, but one who pays for several
 */
export function namedIn(text: string): NamedPayee {
  const platforms = new Map<SalePlatform, string>();
  for (const [platform, pattern, word] of WORDS) {
    if (pattern.test(text) && !platforms.has(platform)) platforms.set(platform, word);
  }
  return { platforms, carrier: CARRIERS.find(([pattern]) => pattern.test(text))?.[1] ?? null };
}

/** The word by which a line speaks for a platform; null: none, or it names another one. */
export function wordFor(named: NamedPayee, platform: SalePlatform): string | null {
  return named.platforms.get(platform) ?? (named.platforms.size === 0 ? named.carrier : null);
}

/** Whether a line names another platform and not this one. */
export function speaksAgainst(named: NamedPayee, platform: SalePlatform): boolean {
  return named.platforms.size > 0 && !named.platforms.has(platform);
}

/** Whether a number of the books stands in a line. Short ones would be found everywhere and count for nothing. */
export function isNamed(text: string, ref: string): boolean {
  const plain = ref.replace(/^#/, '').trim();
  return plain.length >= 5 && /\d/.test(plain) && text.toLowerCase().includes(plain.toLowerCase());
}
