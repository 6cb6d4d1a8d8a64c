import type { SiteId } from '@/lib/domain/sites/site';
import type { PageReading } from '@/lib/marketplaces/contract/page-reading';
import { isBlockPage, isErrorPage } from './blocked';
import { emptyReading } from './empty-reading';

/**
 * The reading of a page that shows something else where the product should be: a guard's question, a wall to log in at,
 * or word that there is no such page. Null when it does not say so. Only asked when nothing of the product was found.
 */
export function readInstead(document: Document, site: SiteId, url: string): PageReading | null {
  if (isBlockPage(document)) return emptyReading(site, url, 'blocked', 'BLOCKED');
  return isErrorPage(document) ? emptyReading(site, url, 'not_product', 'NOT_PRODUCT') : null;
}
