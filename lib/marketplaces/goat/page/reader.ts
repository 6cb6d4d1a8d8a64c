import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { titleFits } from '@/lib/marketplaces/page/title-fits';
import { readEmbedded } from './embedded';
import { barMark, readHero } from './hero';
import { matchGoatUrl } from './match-url';
import { readGoatProduct } from './read-product';

export const goatReader: SiteReader = {
  slugOf: (url) => matchGoatUrl(url)?.slug ?? null,
  see: (document) => {
    const hero = readHero(document);
    return { title: hero.title, prices: barMark(hero) };
  },
  fits: titleFits,
  wasLoadedFor: (document, slug) => readEmbedded(document, slug).state === 'fresh',
  read: (document, url, isBarStale) => readGoatProduct(document, url, { isBarStale }),
};
