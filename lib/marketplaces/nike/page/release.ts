import type { PageReading } from '@/lib/marketplaces/contract/page-reading';
import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import { releaseOn } from '@/lib/marketplaces/page/release-day';
import type { NikeData } from './embedded';

/** Names under which a product's data says when it is sold first, the plainest one first. */
const NAMES = ['releaseDate', 'launchDate', 'startEntryDate', 'commerceStartDate'];

/** Where such a name may stand beside the product itself. */
const PARTS = ['launchView', 'launch', 'merchProduct'];

/** `Release Date: Dec 5, 2026`, `Available 5 December 2026 at 10:00`: the label, and the words that may be a day. */
const LABELLED =
  /^(?:release(?: date|s|d)?|launch(?: date|es)?|available(?: on)?|coming(?: on)?)\s*:?\s+(\S+(?: \S+){0,3})/i;

/**
 * When the product comes out: by its own data, else by what stands where a launch says when it is. The shop's price is
 * the maker's. A day without its year is none: it would have to be guessed.
 *
 * @param text null: nothing is drawn, or it may be about another colour
 */
export function readNikeRelease(
  { product, state }: Pick<NikeData, 'product' | 'state'>,
  text: string | null,
  price: PageReading['price'],
): PageReading['release'] {
  const retail = price === null ? null : { minor: price.minor, currency: price.currency };
  for (const told of product === null ? [] : datesOf(product)) {
    const release = releaseOn(told, retail);
    if (release !== null) return release;
  }
  const words = state === 'stale' ? [] : (LABELLED.exec(text ?? '')?.[1] ?? '').split(' ');
  for (let most = words.length; most > 0; most -= 1) {
    const release = releaseOn(words.slice(0, most).join(' '), retail);
    if (release !== null) return release;
  }
  return null;
}

function datesOf(product: Fields): readonly unknown[] {
  const parts = [product, ...PARTS.map((name) => field(product, name))].filter(isFields);
  return NAMES.flatMap((name) => parts.map((part) => field(part, name))).filter((told) => typeof told === 'string');
}
