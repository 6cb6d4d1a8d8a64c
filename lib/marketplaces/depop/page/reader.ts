import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { markOfPrice } from '@/lib/marketplaces/page/price-mark';
import { readHero } from './hero';
import { matchDepopUrl } from './match-url';
import { readDepopProduct } from './read-product';
import { fitsWords, readWhosePage } from './whose-page';

export const depopReader: SiteReader = {
  slugOf: (url) => matchDepopUrl(url)?.slug ?? null,
  see: (document) => {
    const { title, price } = readHero(document);
    return { title, prices: price === null ? null : markOfPrice(price.element, price.text) };
  },
  fits: fitsWords,
  wasLoadedFor: (document, slug) => {
    const { product, meta, verdict } = readWhosePage(document, slug, { title: null, description: null });
    const isNamed = [meta?.canonical, meta?.ogUrl].some(
      (url) => url?.toLowerCase().includes(`/products/${slug}`) === true,
    );
    return verdict === 'here' && (product !== null || isNamed);
  },
  read: (document, url, arePricesStale) => readDepopProduct(document, url, arePricesStale),
};
