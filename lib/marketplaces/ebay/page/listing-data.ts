import { readJsonLd } from '@/lib/marketplaces/page/json-ld';
import { ldText } from '@/lib/marketplaces/page/json-ld-fields';
import { field, type Fields } from '@/lib/marketplaces/page/json-tree';
import { offersOf, type LdOffer } from '@/lib/marketplaces/page/ld-offers';
import type { LayerState } from '@/lib/marketplaces/contract/page-reading';
import { matchEbayUrl, type EbayAddress } from './match-url';

/** The page's structured data, as far as it is about this listing. */
export interface ListingData {
  readonly product: Fields | null;
  /** The listing's own offer; on a product's page one among many. */
  readonly offer: LdOffer | null;
  readonly state: LayerState;
}

/** The product of the structured data and the offer whose address names the item; an offer without one is the page's. */
export function readListingData(document: Document, address: EbayAddress): ListingData {
  const { products, isInvalid } = readJsonLd(document);
  const absent = { product: null, offer: null, state: isInvalid ? 'invalid' : 'absent' } as const;
  let sawAnother = false;
  for (const product of products) {
    const own = itemIn(ldText(product, 'url', 500) ?? ldText(product, '@id', 500));
    if (own !== null && own !== address.listingId) {
      sawAnother = true;
      continue;
    }
    const offers = offersOf(product);
    const named = offers.filter((offer) => itemIn(offer.url) !== null);
    const mine = named.find((offer) => itemIn(offer.url) === address.listingId);
    if (mine === undefined && named.length > 0 && address.productId === null) {
      sawAnother = true;
      continue;
    }
    // Of a product's many offers only the one that the address names has this listing's price.
    const offer = mine ?? (address.productId === null || offers.length === 1 ? firstUnnamed(offers) : null);
    return { product, offer, state: 'found' };
  }
  return sawAnother ? { ...absent, state: 'stale' } : absent;
}

/** Whether the document says that it is about another listing than the address. */
export function isAnotherListing(document: Document, { listingId, productId }: EbayAddress): boolean {
  if (listingId === null || productId !== null) return false;
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const told = itemIn(canonical ?? null);
  return told !== null && told !== listingId;
}

function firstUnnamed(offers: readonly LdOffer[]): LdOffer | null {
  return offers.find((offer) => itemIn(offer.url) === null) ?? null;
}

function itemIn(url: string | null): string | null {
  return url === null ? null : (matchEbayUrl(url)?.listingId ?? null);
}

/** The name in the structured data, which is the listing's. */
export function nameOf(product: Fields | null): string | null {
  return product === null || field(product, 'name') === undefined ? null : ldText(product, 'name', 200);
}
