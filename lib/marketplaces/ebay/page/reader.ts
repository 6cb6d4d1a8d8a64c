import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { titleFits } from '@/lib/marketplaces/page/title-fits';
import { readHero } from './hero';
import { isAnotherListing } from './listing-data';
import { ebaySlug, matchEbayUrl } from './match-url';
import { readEbayProduct } from './read-product';

export const ebayReader: SiteReader = {
  slugOf: (url) => {
    const address = matchEbayUrl(url);
    return address === null ? null : ebaySlug(address);
  },
  see: (document) => {
    const { title, amounts } = readHero(document);
    return { title, prices: amounts.length === 0 ? null : amounts.join('|') };
  },
  // A number says nothing about a name: what is on the screen counts only in the document that was loaded for it.
  fits: titleFits,
  wasLoadedFor: (document, slug) =>
    document.querySelector('h1, #itemTitle, script[type="application/ld+json"], title') !== null &&
    !isAnotherListing(document, { listingId: slug, productId: null, variationId: null, place: '' }),
  read: (document, url, arePricesStale) => readEbayProduct(document, url, arePricesStale),
};
