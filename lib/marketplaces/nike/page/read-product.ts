import type { LayerState, PageReading } from '@/lib/marketplaces/contract/page-reading';
import { emptyReading } from '@/lib/marketplaces/page/empty-reading';
import { readInstead } from '@/lib/marketplaces/page/instead';
import { reportOf } from '@/lib/marketplaces/page/report';
import { readNikeData } from './embedded';
import { nikeFits } from './fits';
import { readNikeHero } from './hero';
import { readNikeIdentity } from './identity';
import { readNikeMarket } from './market';
import { matchNikeUrl } from './match-url';
import { readNikeRelease } from './release';

/**
 * What a product page of nike.com says. The price is the maker's retail price, kind `retail`: nothing a pair sells for
 * elsewhere, but what it costs to buy it here, so that no warning goes with it.
 *
 * @param url the address now, which after a change of colour is newer than the page's data
 * @param arePricesStale what is drawn is another colour's price: only the data's counts
 * @example `/t/aero-court-…/ZX1234-567` with `currentPrice` 89.97 and `fullPrice` 120: 8997 USD, kind `retail`
 */
export function readNikeProduct(document: Document, url: string, arePricesStale = false): PageReading {
  const address = matchNikeUrl(url);
  if (address === null) return emptyReading('nike', url, 'not_product', 'NOT_PRODUCT');
  const data = readNikeData(document, address);
  const hero = readNikeHero(document);
  const isNamed = hero.title !== null && nikeFits(address.slug, hero.title) !== 'other';
  const isBare = hero.priceText === null && data.product === null && !isNamed;
  const instead = isBare ? readInstead(document, 'nike', url) : null;
  if (instead !== null) return instead;
  const { identity, warnings } = readNikeIdentity(address, data, hero);
  const { sizeSource, ...market } = readNikeMarket(address, data, hero, { gender: identity.gender, arePricesStale });
  const release = readNikeRelease(data, arePricesStale ? null : hero.releaseText, market.price);
  const reading: PageReading = {
    ...emptyReading('nike', url, 'product'),
    identity,
    ...market,
    release,
    condition: 'new',
  };
  const has = (isThere: boolean): LayerState => (isThere ? 'found' : 'absent');
  return {
    ...reading,
    warnings: [...warnings, ...market.warnings],
    report: reportOf(reading, sizeSource, {
      embedded: ({ fresh: 'found', stale: 'stale', invalid: 'invalid', none: 'absent' } as const)[data.state],
      'dom-hero': has(hero.title !== null || hero.priceText !== null),
      'dom-label': has(hero.style !== null),
      slug: has(address.style !== null),
    }),
  };
}
