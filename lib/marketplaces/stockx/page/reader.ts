import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { readStockxData } from './embedded';
import { stockxFits } from './fits';
import { readStockxHero, stockxMark } from './hero';
import { matchStockxUrl } from './match-url';
import { readStockxProduct } from './read-product';

export const stockxReader: SiteReader = {
  slugOf: (url) => matchStockxUrl(url)?.slug ?? null,
  see: (document) => {
    const hero = readStockxHero(document);
    return { title: hero.title, prices: stockxMark(hero) };
  },
  fits: stockxFits,
  wasLoadedFor: (document, slug) => readStockxData(document, slug).state === 'fresh',
  read: readStockxProduct,
};
