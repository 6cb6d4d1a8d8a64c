import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { titleFits } from '@/lib/marketplaces/page/title-fits';
import { readMeta } from '@/lib/marketplaces/page/meta';
import { readEmbedded } from './embedded';
import { readHero, rowsMark } from './hero';
import { matchFlightClubUrl } from './match-url';
import { isAnotherPage, readFlightClubProduct } from './read-product';

export const flightClubReader: SiteReader = {
  slugOf: (url) => matchFlightClubUrl(url)?.slug ?? null,
  see: (document) => {
    const hero = readHero(document, 'USD');
    return { title: hero.title, prices: rowsMark(hero) };
  },
  // The number at the end of an older address stands in no name.
  fits: (slug, title) => titleFits(slug.replace(/-\d{6}$/, ''), title),
  wasLoadedFor: (document, slug) => {
    if (isAnotherPage(document, slug)) return false;
    const { canonical, ogUrl } = readMeta(document);
    const isNamed = matchFlightClubUrl(canonical ?? ogUrl ?? '')?.slug === slug;
    return isNamed || readEmbedded(document, slug, false).product !== null;
  },
  read: (document, url, arePricesStale) => readFlightClubProduct(document, url, arePricesStale),
};
