import { sameStyleCode, styleCodesIn, type StyleCode } from '@/lib/domain/catalog/style-code';
import type { PageLayer, PageReading, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { brandOfSlug } from '@/lib/marketplaces/page/brand-words';
import { isBundle } from '@/lib/marketplaces/page/bundle';
import { genderInName, genderOf } from '@/lib/marketplaces/page/gender';
import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import { ldGtins, ldText } from '@/lib/marketplaces/page/json-ld-fields';
import type { LabelledRow } from '@/lib/marketplaces/page/labelled';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { styleCodeOfSlug } from '@/lib/marketplaces/page/slug-code';
import type { ChartRow } from './chart';
import type { StockxData } from './embedded';
import type { StockxHero } from './hero';
import { codesOfMeta, type OwnHead } from './own-head';

type Identity = PageReading['identity'];
type Told = { readonly raw: string; readonly codes: readonly StyleCode[] };

const MOST_CODES = 8;
const MOST_GTINS = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const STYLE_LABELS =
  /^(?:style|style ?code|style ?id|style ?#|sku|stil|stilcode|estilo|stile|modelnummer|スタイル|款式|货号|스타일)$/;

export interface StockxPage {
  readonly slug: string;
  readonly data: StockxData;
  readonly hero: StockxHero;
  /** What the page's head says about this very product. */
  readonly head: OwnHead;
}

/** Who the product is, and whose sizes it comes in; the style code comes last, since it needs the name. */
export function readStockxIdentity(
  page: StockxPage,
  gtins: readonly ChartRow[],
): { readonly identity: Identity; readonly warnings: readonly PageWarning[] } {
  const { slug, data, head } = page;
  const title = titleOf(page);
  const { styleCode, warnings } = readStyleCode(page);
  const told = data.product === null ? null : plainText(field(data.product, 'id'), 80);
  const sku = head.product === null ? null : ldText(head.product, 'sku', 80);
  const codes = [...gtins.flatMap((row) => row.gtins), ...(head.product === null ? [] : ldGtins(head.product))];
  return {
    identity: {
      listingId: null,
      slug,
      uuid: [told, sku].find((id) => id !== null && UUID.test(id))?.toLowerCase() ?? null,
      gtins: [...new Set(codes)].slice(0, MOST_GTINS),
      styleCode,
      brand: brandOf(page),
      title,
      gender: genderOfStockx(page),
    },
    warnings: [
      ...(data.state === 'stale' ? (['STALE_EMBEDDED'] as const) : []),
      ...warnings,
      ...(isBundle(title, styleCode?.all ?? []) ? (['BUNDLE'] as const) : []),
    ],
  };
}

/** The page's own word; else what the name says. Never men's because nothing is said. */
export function genderOfStockx(page: StockxPage): Identity['gender'] {
  const told = page.data.product === null ? null : genderOf(field(page.data.product, 'gender'));
  return told ?? genderInName(titleOf(page)) ?? genderInName(page.slug);
}

function titleOf({ data, hero, head }: StockxPage): string | null {
  const told = (name: string) => (data.product === null ? null : plainText(field(data.product, name), 200));
  const [first, second] = [told('primaryTitle'), told('secondaryTitle')];
  const halves = first !== null && second !== null ? plainText(`${first} ${second}`, 200) : null;
  return halves ?? told('title') ?? hero.title ?? head.name;
}

function brandOf({ data, head, slug }: StockxPage): string | null {
  const told = data.product === null ? null : plainText(field(data.product, 'brand'), 80);
  return told ?? head.brand ?? brandOfSlug(slug);
}

function readStyleCode(page: StockxPage): {
  readonly styleCode: Identity['styleCode'];
  readonly warnings: readonly PageWarning[];
} {
  const answers: readonly (readonly [source: PageLayer, confidence: number, told: Told | null])[] = [
    ['embedded', 1, ofData(page.data.product)],
    ['dom-label', 0.9, ofTraits(page)],
    ['meta', 0.7, codesOfMeta(page.head.meta)],
  ];
  for (const [source, confidence, told] of answers) {
    const [canonical] = told?.codes ?? [];
    if (told === null || canonical === undefined) continue;
    const all = told.codes.slice(0, MOST_CODES);
    const ofSlug = styleCodeOfSlug(page.slug);
    const conflict = ofSlug !== null && !all.some((code) => sameStyleCode(code, ofSlug.code));
    return {
      styleCode: {
        canonical,
        raw: told.raw,
        all,
        source,
        confidence: conflict ? Math.min(confidence, 0.7) : confidence,
      },
      warnings: [
        ...(all.length > 1 ? (['SKU_MULTI'] as const) : []),
        ...(conflict ? (['SKU_SLUG_CONFLICT'] as const) : []),
      ],
    };
  }
  return { styleCode: null, warnings: ['SKU_MISSING'] };
}

function ofData(product: Fields | null): Told | null {
  if (product === null) return null;
  const traits = field(product, 'traits');
  const rows: readonly unknown[] = Array.isArray(traits) ? traits.slice(0, 60) : [];
  const trait = rows.filter(isFields).find((row) => isStyleLabel(plainText(field(row, 'name'), 60)));
  return toCodes(field(product, 'styleId')) ?? (trait === undefined ? null : toCodes(field(trait, 'value')));
}

/** The row called "Style"; on a page in another language the one row whose value is nothing but a style code. */
function ofTraits({ hero, data }: StockxPage): Told | null {
  const named = hero.traits.find(({ label }) => isStyleLabel(label));
  const told = named === undefined ? only(hero.traits.map(ofRow).filter((each) => each !== null)) : ofRow(named);
  const former = ofData(data.former);
  // The rows below the fold are drawn last: after a navigation they may still be the former product's.
  const isFormer = told !== null && former?.codes.some((code) => told.codes.includes(code)) === true;
  return isFormer ? null : told;
}

function ofRow({ value }: LabelledRow): Told | null {
  return toCodes(value);
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isStyleLabel(label: string | null): boolean {
  return label !== null && STYLE_LABELS.test(label.toLowerCase().replace(/[\s:：]+$/, ''));
}

function toCodes(told: unknown): Told | null {
  const raw = plainText(told, 120);
  const codes = styleCodesIn(raw ?? '').filter(({ whole, shopNumber }) => whole && shopNumber !== 'yes');
  return raw === null || codes.length === 0 ? null : { raw, codes: codes.map(({ code }) => code) };
}
