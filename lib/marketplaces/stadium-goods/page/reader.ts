import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { readMeta } from '@/lib/marketplaces/page/meta';
import { endsWithPath } from '@/lib/marketplaces/page/same-path';
import { titleFits } from '@/lib/marketplaces/page/title-fits';
import { matchStadiumGoodsUrl } from './match-url';
import { readStadiumGoodsProduct } from './read-product';
import { readRows } from './rows';
import { shownTitle } from './shown-title';

export const stadiumGoodsReader: SiteReader = {
  slugOf: (url) => matchStadiumGoodsUrl(url)?.slug ?? null,
  see: (document) => {
    const priced = readRows(document, 'USD').filter(({ price }) => price !== null);
    const prices = priced.map(({ label, price }) => `${label}=${price?.minor ?? ''}`).join('|');
    return { title: shownTitle(document), prices: prices === '' ? null : prices };
  },
  fits: (slug, title) => titleFits(slug.replace(/-\d{5,7}$/, ''), title),
  // Every product is a page of its own; only what the page says about its address could tell otherwise.
  wasLoadedFor: (document, slug) => {
    const { canonical, ogUrl } = readMeta(document);
    const told = [canonical, ogUrl].find((url) => url?.includes('/products/') === true);
    const hasProduct =
      document.querySelector('h1, script[type="application/ld+json"], [class*="ProductForm"]') !== null;
    return hasProduct && (told === undefined || told === null || endsWithPath(told, slug));
  },
  read: (document, url, arePricesStale) => readStadiumGoodsProduct(document, url, arePricesStale),
};
