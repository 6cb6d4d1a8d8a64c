import type { SiteId } from '@/lib/domain/sites/site';
import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { ebayReader } from '@/lib/marketplaces/ebay/page/reader';
import { goatReader } from '@/lib/marketplaces/goat/page/reader';

export const READERS: Readonly<Partial<Record<SiteId, SiteReader>>> = {
  goat: goatReader,
  ebay: ebayReader,
};
