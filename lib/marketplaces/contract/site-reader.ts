import type { PageReading } from './page-reading';

/** What can be seen of a product, without saying whose it is. */
export interface Seen {
  readonly title: string | null;
  /** The prices on the screen as one text; null when there are none. */
  readonly prices: string | null;
}

/** `exact`: the address is made of this very name. `similar`: most words are in it. */
export type Fit = 'exact' | 'similar' | 'other';

/** How a site's product pages are read. All of it is pure: a document and an address in, no request, no change. */
export interface SiteReader {
  /** What names the product in an address, in lower case; null: no product page. */
  readonly slugOf: (url: string) => string | null;
  readonly see: (document: Document) => Seen;
  /** Whether a name on the page is that of the product in the address. */
  readonly fits: (slug: string, title: string) => Fit;
  /** Whether the document was loaded for this product. */
  readonly wasLoadedFor: (document: Document, slug: string) => boolean;
  /** @param arePricesStale the prices on the screen are still those of a product seen before: they count as pending */
  readonly read: (document: Document, url: string, arePricesStale: boolean) => PageReading;
}
