import { sameStyleCode } from '@/lib/domain/catalog/style-code';
import type { PageReading, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { isBundle } from '@/lib/marketplaces/page/bundle';
import { genderInName, genderOf } from '@/lib/marketplaces/page/gender';
import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { titleOfData, type NikeData } from './embedded';
import { nameOf } from './fits';
import type { NikeHero } from './hero';
import type { NikeAddress } from './match-url';
import { nikeCode } from './nike-code';

type Identity = PageReading['identity'];
type Named = { readonly styleCode: Identity['styleCode']; readonly warnings: readonly PageWarning[] };

/** Who the product is. The shop is the maker: the code in its address is right, whatever else still stands on the page. */
export function readNikeIdentity(
  address: NikeAddress,
  data: NikeData,
  hero: NikeHero,
): { readonly identity: Identity; readonly warnings: readonly PageWarning[] } {
  const { product } = data;
  const title = (product === null ? null : titleOfData(product)) ?? hero.title;
  const { styleCode, warnings } = readStyleCode(address, data, hero);
  return {
    identity: {
      listingId: null,
      slug: address.slug,
      uuid: null,
      gtins: [],
      styleCode,
      brand: brandOf(product, title),
      title,
      gender: genderOfNike(product, hero) ?? genderInName(nameOf(address.slug).replaceAll('-', ' ')),
    },
    warnings: [
      ...(data.state === 'stale' ? (['STALE_EMBEDDED'] as const) : []),
      ...warnings,
      ...(isBundle(title, styleCode?.all ?? []) ? (['BUNDLE'] as const) : []),
    ],
  };
}

function readStyleCode({ style }: NikeAddress, { product }: NikeData, hero: NikeHero): Named {
  const told = product === null ? null : plainText(field(product, 'styleColor'), 40);
  const ofData = told === null ? null : nikeCode(told);
  const ofUrl = style === null ? null : nikeCode(style);
  if (ofData !== null && told !== null)
    return {
      styleCode: { canonical: ofData, raw: told, all: [ofData], source: 'embedded', confidence: 1 },
      warnings: [],
    };
  const shown = hero.style;
  if (shown !== null && (ofUrl === null || sameStyleCode(shown.code, ofUrl))) {
    const { code, raw } = shown;
    return { styleCode: { canonical: code, raw, all: [code], source: 'dom-label', confidence: 0.9 }, warnings: [] };
  }
  if (ofUrl === null || style === null) return { styleCode: null, warnings: ['SKU_MISSING'] };
  return {
    styleCode: { canonical: ofUrl, raw: style, all: [ofUrl], source: 'slug', confidence: shown === null ? 0.9 : 0.7 },
    warnings: ['SKU_FROM_SLUG', ...(shown === null ? [] : (['SKU_SLUG_CONFLICT'] as const))],
  };
}

/** Nike sells its own brands only; the name tells Jordan's. */
function brandOf(product: Fields | null, title: string | null): string {
  const brands = product === null ? null : field(product, 'brands');
  const told: unknown = Array.isArray(brands) ? brands[0] : product === null ? null : field(product, 'brand');
  return plainText(told, 80) ?? (/^(?:air )?jordan\b/i.test(title ?? '') ? 'Jordan' : 'Nike');
}

function genderOfNike(product: Fields | null, { subtitle }: NikeHero): Identity['gender'] {
  const genders = product === null ? null : field(product, 'genders');
  const told = Array.isArray(genders) ? new Set(genders.slice(0, 5).map(genderOf)) : new Set();
  if (told.size > 1) return 'unisex';
  const info = product === null ? null : field(product, 'productInfo');
  const under = (isFields(info) ? plainText(field(info, 'subtitle'), 120) : null) ?? subtitle;
  const [only] = told as ReadonlySet<Identity['gender']>;
  return only ?? inSubtitle(under);
}

/** "Men's Shoes", "Older Kids' Shoes". */
function inSubtitle(text: string | null): Identity['gender'] {
  if (text === null) return null;
  if (/\b(?:kids|boys|girls|baby|toddler|infant)/i.test(text)) return 'youth';
  return genderInName(text);
}
