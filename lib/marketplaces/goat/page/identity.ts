import { sameStyleCode, styleCodesIn } from '@/lib/domain/catalog/style-code';
import type { PageReading, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { isBundle } from '@/lib/marketplaces/page/bundle';
import { genderOf } from '@/lib/marketplaces/page/gender';
import { field, type Fields } from '@/lib/marketplaces/page/json-tree';
import type { Embedded } from './embedded';
import type { GoatAddress } from './match-url';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import type { Gender } from './sizes';
import { styleCodeOfSlug } from '@/lib/marketplaces/page/slug-code';

type Identity = PageReading['identity'];

/** Who the product is: the page's own data when it is about this address, else the end of the address. */
export function readIdentity(
  { slug }: GoatAddress,
  embedded: Embedded,
  heroTitle: string | null,
): { readonly identity: Identity; readonly warnings: readonly PageWarning[] } {
  const { product } = embedded;
  const told = (name: string, most: number) => (product === null ? null : plainText(field(product, name), most));
  const title = told('name', 200) ?? heroTitle;
  const { styleCode, warnings } = readStyleCode(slug, told('sku', 120));
  return {
    identity: {
      listingId: readId(product),
      slug,
      uuid: null,
      gtins: [],
      styleCode,
      brand: told('brandName', 80),
      title,
      gender: readGender(product, slug),
    },
    warnings: [
      ...(embedded.state === 'stale' ? (['STALE_EMBEDDED'] as const) : []),
      ...warnings,
      ...(isBundle(title, styleCode?.all ?? []) ? (['BUNDLE'] as const) : []),
    ],
  };
}

function readStyleCode(
  slug: string,
  sku: string | null,
): { readonly styleCode: Identity['styleCode']; readonly warnings: readonly PageWarning[] } {
  const ofSlug = styleCodeOfSlug(slug);
  const codes = styleCodesIn(sku ?? '').filter((found) => found.whole && found.shopNumber !== 'yes');
  const all = codes.map(({ code }) => code).slice(0, 8);
  const [canonical] = all;
  if (sku !== null && canonical !== undefined) {
    // Addresses keep typing errors that the data has long corrected, so the data wins.
    const conflict = ofSlug !== null && !all.some((code) => sameStyleCode(code, ofSlug.code));
    return {
      styleCode: { canonical, raw: sku, all, source: 'embedded', confidence: conflict ? 0.7 : 1 },
      warnings: [
        ...(all.length > 1 ? (['SKU_MULTI'] as const) : []),
        ...(conflict ? (['SKU_SLUG_CONFLICT'] as const) : []),
      ],
    };
  }
  if (ofSlug === null) return { styleCode: null, warnings: ['SKU_MISSING'] };
  const { code, raw } = ofSlug;
  return {
    styleCode: { canonical: code, raw, all: [code], source: 'slug', confidence: 0.8 },
    warnings: ['SKU_FROM_SLUG'],
  };
}

function readId(product: Fields | null): string | null {
  const id = product === null ? null : field(product, 'id');
  const text = typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : id;
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? text : null;
}

function readGender(product: Fields | null, slug: string): Gender {
  const many = product === null ? null : field(product, 'gender');
  const single = product === null ? null : field(product, 'singleGender');
  const told = single ?? (Array.isArray(many) && many.length === 1 ? (many[0] as unknown) : many);
  const known = genderOf(told);
  if (known !== null) return known;
  const words = slug.split('-');
  if (words.includes('wmns')) return 'women';
  return words.some((word) => word === 'gs' || word === 'ps' || word === 'td') ? 'youth' : null;
}
