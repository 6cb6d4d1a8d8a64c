import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { markOfPrice } from '@/lib/marketplaces/page/price-mark';
import { readHero } from './hero';
import { matchVintedUrl } from './match-url';
import { readVintedProduct } from './read-product';
import { fitsWords, readWhosePage } from './whose-page';

export const vintedReader: SiteReader = {
  slugOf: (url) => matchVintedUrl(url)?.slug ?? null,
  see: (document) => {
    const { title, price } = readHero(document);
    return { title, prices: price === null ? null : markOfPrice(price.element, price.text) };
  },
  fits: fitsWords,
  wasLoadedFor: (document, slug) => {
    const address = matchVintedUrl(`https://www.vinted.com/items/${slug}`);
    if (address === null) return false;
    const { product, meta, verdict } = readWhosePage(document, address, null);
    const isNamed = [meta?.canonical, meta?.ogUrl].some((url) => url?.includes(`/items/${address.listingId}`) === true);
    return verdict === 'here' && (product !== null || isNamed);
  },
  read: (document, url, arePricesStale) => readVintedProduct(document, url, arePricesStale),
};
