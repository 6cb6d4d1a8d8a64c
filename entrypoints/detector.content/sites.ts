import type { SiteId } from '@/lib/domain/sites/site';
import { DEPOP_HEAD } from '@/lib/marketplaces/depop/page/head';
import { matchDepopUrl } from '@/lib/marketplaces/depop/page/match-url';
import { EBAY_HEAD } from '@/lib/marketplaces/ebay/page/head';
import { matchEbayUrl } from '@/lib/marketplaces/ebay/page/match-url';
import { FLIGHT_CLUB_HEAD } from '@/lib/marketplaces/flight-club/page/head';
import { matchFlightClubUrl } from '@/lib/marketplaces/flight-club/page/match-url';
import { GOAT_HEAD } from '@/lib/marketplaces/goat/page/head';
import { matchGoatUrl } from '@/lib/marketplaces/goat/page/match-url';
import { NIKE_HEAD } from '@/lib/marketplaces/nike/page/head';
import { matchNikeUrl } from '@/lib/marketplaces/nike/page/match-url';
import { STADIUM_GOODS_HEAD } from '@/lib/marketplaces/stadium-goods/page/head';
import { matchStadiumGoodsUrl } from '@/lib/marketplaces/stadium-goods/page/match-url';
import { STOCKX_HEAD } from '@/lib/marketplaces/stockx/page/head';
import { matchStockxUrl } from '@/lib/marketplaces/stockx/page/match-url';
import { VINTED_HEAD } from '@/lib/marketplaces/vinted/page/head';
import { matchVintedUrl } from '@/lib/marketplaces/vinted/page/match-url';

/**
 * How a site's product pages are told from its others, without reading them: selectors of the page's product head, any of
 * which will do, since a gate that wants too much is the first thing to break. Null: the address is no product's.
 */
type Sign = (url: string) => string | null;

const when = (is: boolean, head: string): string | null => (is ? head : null);

export const SIGNS: Readonly<Record<SiteId, Sign>> = {
  stockx: (url) => when(matchStockxUrl(url) !== null, STOCKX_HEAD),
  goat: (url) => when(matchGoatUrl(url) !== null, GOAT_HEAD),
  'flight-club': flightClubSign,
  'stadium-goods': (url) => when(matchStadiumGoodsUrl(url) !== null, STADIUM_GOODS_HEAD),
  ebay: (url) => when(matchEbayUrl(url) !== null, EBAY_HEAD),
  vinted: (url) => when(matchVintedUrl(url) !== null, VINTED_HEAD),
  depop: (url) => when(matchDepopUrl(url) !== null, DEPOP_HEAD),
  nike: (url) => when(matchNikeUrl(url) !== null, NIKE_HEAD),
};

/** Lists look like products by their address, and every page has a heading: then only what products have counts. */
const FLIGHT_CLUB_PRODUCT = '[data-qa*="product_display_name"], [data-qa="product_name"], [data-qa^="buy_bar_"]';

function flightClubSign(url: string): string | null {
  const address = matchFlightClubUrl(url);
  if (address === null) return null;
  return address.isSure ? FLIGHT_CLUB_HEAD : FLIGHT_CLUB_PRODUCT;
}
