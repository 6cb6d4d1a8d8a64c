import type { SiteId } from '@/lib/domain/sites/site';
import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { depopReader } from '@/lib/marketplaces/depop/page/reader';
import { ebayReader } from '@/lib/marketplaces/ebay/page/reader';
import { flightClubReader } from '@/lib/marketplaces/flight-club/page/reader';
import { goatReader } from '@/lib/marketplaces/goat/page/reader';
import { nikeReader } from '@/lib/marketplaces/nike/page/reader';
import { stadiumGoodsReader } from '@/lib/marketplaces/stadium-goods/page/reader';
import { stockxReader } from '@/lib/marketplaces/stockx/page/reader';
import { vintedReader } from '@/lib/marketplaces/vinted/page/reader';

export const READERS: Readonly<Record<SiteId, SiteReader>> = {
  stockx: stockxReader,
  goat: goatReader,
  'flight-club': flightClubReader,
  'stadium-goods': stadiumGoodsReader,
  ebay: ebayReader,
  vinted: vintedReader,
  depop: depopReader,
  nike: nikeReader,
};
