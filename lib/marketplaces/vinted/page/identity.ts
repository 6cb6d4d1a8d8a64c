import type { PageReading, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { genderInName } from '@/lib/marketplaces/page/gender';
import { ldText } from '@/lib/marketplaces/page/json-ld-fields';
import type { Fields } from '@/lib/marketplaces/page/json-tree';
import { codeInListing } from '@/lib/marketplaces/page/listing-code';
import type { Hero } from './hero';
import type { VintedAddress } from './match-url';

type Identity = PageReading['identity'];

const CATEGORIES: readonly (readonly [words: RegExp, gender: NonNullable<Identity['gender']>])[] = [
  [/\b(?:femmes?|damen|women|kobiety|damskie|mujer(?:es)?|donna|dames|mulher(?:es)?)\b/i, 'women'],
  [/\b(?:hommes?|herren|men|m[ęe]ż?czy[źz]ni|m[ęe]skie|hombres?|uomo|heren|homem|homens)\b/i, 'men'],
  [/\b(?:enfants?|kinder|kids|dzieci|ni[ñn]os|bambini|kinderen|crian[çc]as?|gar[çc]ons?|filles?)\b/i, 'youth'],
];

/** Who the product is: a listing names its style code in its words, or not at all. */
export function readIdentity(
  { listingId, slug }: VintedAddress,
  hero: Hero,
  { product, title }: { readonly product: Fields | null; readonly title: string | null },
): { readonly identity: Identity; readonly warnings: readonly PageWarning[] } {
  const told = (name: string, most: number) => (product === null ? null : ldText(product, name, most));
  const brand = told('brand', 80) ?? hero.brand;
  const { styleCode, warnings } = codeInListing({
    title,
    description: hero.description ?? told('description', 3000),
    words: slug.replace(/^\d+-?/, ''),
    brand,
  });
  return {
    identity: {
      listingId,
      slug,
      uuid: null,
      gtins: [],
      styleCode,
      brand,
      title,
      gender: genderOfCategory(told('category', 200)) ?? genderInName(title),
    },
    warnings,
  };
}

function genderOfCategory(category: string | null): Identity['gender'] {
  if (category === null) return null;
  return CATEGORIES.find(([words]) => words.test(category))?.[1] ?? null;
}
