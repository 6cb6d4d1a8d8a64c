import { styleCodesIn } from '@/lib/domain/catalog/style-code';
import type { PageReading, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { genderInName, genderOf } from '@/lib/marketplaces/page/gender';
import { ldGtins, ldText } from '@/lib/marketplaces/page/json-ld-fields';
import type { Fields } from '@/lib/marketplaces/page/json-tree';
import { isNoPair } from '@/lib/marketplaces/page/no-pair';
import { codeOfTitle } from '@/lib/marketplaces/page/title-code';
import { aspectOf, keyOf, type Aspect } from './aspects';
import { BARCODE_NAMES, BRAND_NAMES, DEPARTMENT_NAMES, STYLE_CODE_NAMES } from './aspect-names';
import { ebaySlug, type EbayAddress } from './match-url';

type Identity = PageReading['identity'];

const DEPARTMENTS: Readonly<Record<string, Identity['gender']>> = {
  herren: 'men',
  homme: 'men',
  hommes: 'men',
  uomo: 'men',
  hombre: 'men',
  heren: 'men',
  damen: 'women',
  femme: 'women',
  femmes: 'women',
  donna: 'women',
  mujer: 'women',
  dames: 'women',
  'unisex adult': 'unisex',
  'unisex adults': 'unisex',
  'unisex erwachsene': 'unisex',
  'unisex adulte': 'unisex',
  unisexe: 'unisex',
  'unisex adulto': 'unisex',
  adulto: 'unisex',
  jungen: 'youth',
  madchen: 'youth',
  kinder: 'youth',
  garcon: 'youth',
  fille: 'youth',
  enfant: 'youth',
  bambino: 'youth',
  bambina: 'youth',
  nino: 'youth',
  nina: 'youth',
  'unisex kids': 'youth',
  'unisex children': 'youth',
  'big kids': 'youth',
  'unisex kinder': 'youth',
};

/** What a listing says about the product, and where the style code stood. */
export interface ListingFacts {
  readonly address: EbayAddress;
  readonly title: string | null;
  readonly aspects: readonly Aspect[];
  readonly product: Fields | null;
}

/** Who the product is: the seller's own specifics, else the code in the name, else the number in the data. */
export function readIdentity(facts: ListingFacts): {
  readonly identity: Identity;
  readonly warnings: readonly PageWarning[];
} {
  const { address, aspects, product, title } = facts;
  const brand = aspectOf(aspects, BRAND_NAMES) ?? (product === null ? null : ldText(product, 'brand', 80));
  const styleCode = isNoPair(title) ? null : styleCodeOf(facts, brand);
  const department = aspectOf(aspects, DEPARTMENT_NAMES);
  return {
    identity: {
      listingId: address.listingId,
      slug: ebaySlug(address),
      uuid: null,
      gtins: readGtins(aspects, product),
      styleCode,
      brand,
      title,
      gender: (department === null ? null : departmentOf(department)) ?? genderInName(title),
    },
    warnings: styleCode === null ? ['SKU_MISSING'] : styleCode.all.length > 1 ? ['SKU_MULTI'] : [],
  };
}

/** Of two codes that differ nobody says which is the pair's: both are told, the specifics' first. */
function styleCodeOf({ aspects, title, product }: ListingFacts, brand: string | null): Identity['styleCode'] {
  const ofAspects = codeOfAspects(aspects);
  const ofTitle = codeInTitle(title, brand);
  if (ofAspects === null) return ofTitle ?? codeOfData(product);
  const isOther = ofTitle !== null && ofTitle.confidence >= 0.7 && !ofAspects.all.includes(ofTitle.canonical);
  return isOther ? { ...ofAspects, all: [...ofAspects.all, ofTitle.canonical], confidence: 0.5 } : ofAspects;
}

function departmentOf(department: string): Identity['gender'] {
  const key = keyOf(department);
  return genderOf(department) ?? (Object.hasOwn(DEPARTMENTS, key) ? (DEPARTMENTS[key] ?? null) : null);
}

/** Specifics are filled in by hand: several names may hold a code, and some that hold none. */
function codeOfAspects(aspects: readonly Aspect[]): Identity['styleCode'] {
  for (const name of STYLE_CODE_NAMES) {
    const raw = aspects.find(({ key }) => key === name)?.value;
    const found = raw === undefined ? [] : styleCodesIn(raw).filter((one) => one.shopNumber !== 'yes');
    const [first] = found;
    if (raw === undefined || first === undefined) continue;
    const all = found.map(({ code }) => code).slice(0, 8);
    // A word for the style ("Sneaker AB1234 white") may hold a code as well, and less surely.
    const confidence = first.whole && all.length === 1 && first.shopNumber === 'no' ? 0.9 : 0.6;
    return { canonical: first.code, raw, all, source: 'dom-label', confidence };
  }
  return null;
}

function codeInTitle(title: string | null, brand: string | null): Identity['styleCode'] {
  const found = codeOfTitle(title, brand);
  if (found === null || title === null) return null;
  return { canonical: found.code, raw: title, all: found.all, source: 'title', confidence: found.confidence };
}

function codeOfData(product: Fields | null): Identity['styleCode'] {
  if (product === null) return null;
  for (const name of ['mpn', 'model', 'sku']) {
    const raw = ldText(product, name, 80);
    const [first, ...others] = raw === null ? [] : styleCodesIn(raw);
    if (raw === null || first?.whole !== true || others.length > 0 || first.shopNumber !== 'no') continue;
    return { canonical: first.code, raw, all: [first.code], source: 'json-ld', confidence: 0.6 };
  }
  return null;
}

function readGtins(aspects: readonly Aspect[], product: Fields | null): readonly string[] {
  const told = BARCODE_NAMES.map((name) => aspectOf(aspects, [name])?.replace(/\s/g, '') ?? '');
  const ofData = product === null ? [] : ldGtins(product);
  return [...new Set([...told.filter((code) => /^\d{8,14}$/.test(code)), ...ofData])].slice(0, 8);
}
