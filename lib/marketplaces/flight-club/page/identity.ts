import { sameStyleCode, styleCodesIn } from '@/lib/domain/catalog/style-code';
import type { PageReading, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { genderInName, genderOf } from '@/lib/marketplaces/page/gender';
import { field } from '@/lib/marketplaces/page/json-tree';
import { labelledCode } from '@/lib/marketplaces/page/labelled';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { styleCodeOfSlug } from '@/lib/marketplaces/page/slug-code';
import type { Embedded } from './embedded';
import { OTHERS } from './hero';

type Identity = PageReading['identity'];

const MOST_TEXT = 24_000;
const PIECE = 4500;

/** Who the product is: the page's own data, else the end of the address when a brand writes so, else a labelled text. */
export function readIdentity(
  document: Document,
  slug: string,
  { embedded, title }: { readonly embedded: Embedded; readonly title: string | null },
): { readonly identity: Identity; readonly warnings: readonly PageWarning[] } {
  const { product } = embedded;
  const told = (name: string, most: number) => (product === null ? null : plainText(field(product, name), most));
  const name = told('name', 200) ?? title;
  const shopNumber = /-(\d{6})$/.exec(slug)?.[1] ?? null;
  const { styleCode, warnings } = readStyleCode(document, { slug, sku: told('sku', 120), shopNumber });
  const id = product === null ? null : field(product, 'id');
  return {
    identity: {
      listingId: typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : shopNumber,
      slug,
      uuid: null,
      gtins: [],
      styleCode,
      brand: told('brandName', 80) ?? told('brand', 80),
      title: name,
      gender: genderOf(told('singleGender', 20)) ?? genderInName(name) ?? genderInName(slug),
    },
    warnings: [...warnings, ...(shopNumber === null ? [] : (['INTERNAL_SKU_IGNORED'] as const))],
  };
}

interface Told {
  readonly slug: string;
  readonly sku: string | null;
  /** The six figures an older address ends with: the shop's own number. */
  readonly shopNumber: string | null;
}

function readStyleCode(
  document: Document,
  { slug, sku, shopNumber }: Told,
): { readonly styleCode: Identity['styleCode']; readonly warnings: readonly PageWarning[] } {
  const ofSlug = styleCodeOfSlug(slug);
  const codes = styleCodesIn(sku ?? '').filter(
    (found) => found.whole && found.shopNumber !== 'yes' && found.code !== shopNumber,
  );
  const all = codes.map(({ code }) => code).slice(0, 8);
  const [canonical] = all;
  if (sku !== null && canonical !== undefined) {
    const conflict = ofSlug !== null && !all.some((code) => sameStyleCode(code, ofSlug.code));
    return {
      styleCode: { canonical, raw: sku, all, source: 'embedded', confidence: conflict ? 0.7 : 1 },
      warnings: [
        ...(all.length > 1 ? (['SKU_MULTI'] as const) : []),
        ...(conflict ? (['SKU_SLUG_CONFLICT'] as const) : []),
      ],
    };
  }
  const ofText = labelledOnPage(document, shopNumber);
  if (ofSlug !== null) {
    const conflict = ofText !== null && !sameStyleCode(ofText.code, ofSlug.code);
    return {
      styleCode: {
        canonical: ofSlug.code,
        raw: ofSlug.raw,
        all: [ofSlug.code],
        source: 'slug',
        confidence: conflict ? 0.5 : 0.8,
      },
      warnings: ['SKU_FROM_SLUG', ...(conflict ? (['SKU_SLUG_CONFLICT'] as const) : [])],
    };
  }
  if (ofText === null) return { styleCode: null, warnings: ['SKU_MISSING'] };
  const { code, raw, all: told } = ofText;
  return {
    styleCode: { canonical: code, raw, all: told, source: 'dom-label', confidence: 0.8 },
    warnings: told.length > 1 ? ['SKU_MULTI'] : [],
  };
}

/** `SKU: ZX1234-567` or `Style ZX1234-567` anywhere in the page's own part. */
function labelledOnPage(document: Document, shopNumber: string | null): ReturnType<typeof labelledCode> {
  const page = document.querySelector('main') ?? document.querySelector('body');
  const all = ownText(page, MOST_TEXT, (inner) => inner.matches(OTHERS)) ?? '';
  const text = shopNumber === null ? all : all.replaceAll(shopNumber, ' ');
  for (let at = 0; at < text.length; at += PIECE - 100) {
    const found = labelledCode(text.slice(at, at + PIECE));
    if (found !== null) return found;
  }
  return null;
}
