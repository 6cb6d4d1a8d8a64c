import type { SiteId } from '@/lib/domain/sites/site';
import type { PageReading } from '@/lib/marketplaces/contract/page-reading';
import { readEmbedded } from '@/lib/marketplaces/goat/page/embedded';
import { barMark, readHero } from '@/lib/marketplaces/goat/page/hero';
import { matchGoatUrl } from '@/lib/marketplaces/goat/page/match-url';
import { readGoatProduct } from '@/lib/marketplaces/goat/page/read-product';
import { titleFits, type Fit } from '@/lib/marketplaces/goat/page/title-fits';

/** What can be seen of a product, without saying whose it is. */
export interface Seen {
  readonly title: string | null;
  /** The prices on the screen as one text; null when there are none. */
  readonly prices: string | null;
}

/** How a site's product pages are read. All of it is pure. */
export interface SiteReader {
  /** What names the product in an address; null: no product page. */
  readonly slugOf: (url: string) => string | null;
  readonly see: (document: Document) => Seen;
  readonly fits: (slug: string, title: string) => Fit;
  /** Whether the document was loaded for this product. */
  readonly wasLoadedFor: (document: Document, slug: string) => boolean;
  readonly read: (document: Document, url: string, arePricesStale: boolean) => PageReading;
}

export const READERS: Readonly<Record<SiteId, SiteReader>> = {
  goat: {
    slugOf: (url) => matchGoatUrl(url)?.slug ?? null,
    see: (document) => {
      const hero = readHero(document);
      return { title: hero.title, prices: barMark(hero) };
    },
    fits: titleFits,
    wasLoadedFor: (document, slug) => readEmbedded(document, slug).state === 'fresh',
    read: (document, url, isBarStale) => readGoatProduct(document, url, { isBarStale }),
  },
};
