import type { PageReading, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { isNoPair } from './no-pair';
import { styleCodeOfSlug } from './slug-code';
import { codeOfTitle } from './title-code';

type StyleCodeOfPage = PageReading['identity']['styleCode'];

/** What a private seller's listing says about itself. */
export interface ListingWords {
  readonly title: string | null;
  readonly description: string | null;
  /** The words of its address. */
  readonly words: string;
  readonly brand: string | null;
}

/** Sellers list what they have besides, or what people search for: more codes than this say nothing about the pair. */
const MOST_IN_DESCRIPTION = 2;

/**
 * The style code in a listing's own words: its name, else its description, else the words of its address. Often there is
 * none, and then none is guessed.
 */
export function codeInListing({ title, description, words, brand }: ListingWords): {
  readonly styleCode: StyleCodeOfPage;
  readonly warnings: readonly PageWarning[];
} {
  if (isNoPair(title)) return { styleCode: null, warnings: ['SKU_MISSING'] };
  const ofTitle = codeOfTitle(title, brand);
  if (ofTitle !== null && title !== null) return toCode(title, ofTitle, ofTitle.confidence);
  const ofText = codeOfTitle(description, brand);
  if (ofText !== null && description !== null && ofText.all.length <= MOST_IN_DESCRIPTION)
    return toCode(ofText.code, ofText, Math.min(ofText.confidence, 0.6));
  // The last word of an address is chance on some sites, so the code may stand before it.
  const ofWords = styleCodeOfSlug(`x-${words}`) ?? styleCodeOfSlug(`x-${words.replace(/-[^-]*$/, '')}`);
  if (ofWords === null) return { styleCode: null, warnings: ['SKU_MISSING'] };
  const { code, raw } = ofWords;
  return {
    styleCode: { canonical: code, raw, all: [code], source: 'slug', confidence: 0.5 },
    warnings: ['SKU_FROM_SLUG'],
  };
}

function toCode(
  raw: string,
  { code, all }: NonNullable<ReturnType<typeof codeOfTitle>>,
  confidence: number,
): ReturnType<typeof codeInListing> {
  return {
    styleCode: { canonical: code, raw, all, source: 'title', confidence: all.length > 1 ? 0.3 : confidence },
    warnings: all.length > 1 ? ['SKU_MULTI'] : [],
  };
}
