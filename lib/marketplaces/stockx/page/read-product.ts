import type { LayerState, PageReading } from '@/lib/marketplaces/contract/page-reading';
import { emptyReading } from '@/lib/marketplaces/page/empty-reading';
import { readInstead } from '@/lib/marketplaces/page/instead';
import { field } from '@/lib/marketplaces/page/json-tree';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { reportOf } from '@/lib/marketplaces/page/report';
import { readChart, rowOf } from './chart';
import { readStockxData, type StockxData } from './embedded';
import { stockxFits } from './fits';
import { readStockxHero, type StockxHero } from './hero';
import { genderOfStockx, readStockxIdentity, type StockxPage } from './identity';
import { readMarket, type Market } from './market';
import { matchStockxUrl, stockxFlowSlug } from './match-url';
import { readOwnHead } from './own-head';
import { readStockxRelease } from './release';

/**
 * What a page of stockx.com says. Identity: the page's own data when its `urlKey` is the address's, else the row "Style",
 * else the head's tags; never the number the head's description calls `sku`, which is the shop's own. The price is only
 * what is drawn in the product's head: the data's amount is the retail price, the description's the lowest of all sizes.
 *
 * @param url the address now, which after a navigation inside the page is newer than the page's data
 * @param arePricesStale what is drawn are a former product's prices: they count as pending
 * @example "Size: US M 10" with "$189": US M 10 for 18900 USD, kind `buy_now_size`
 */
export function readStockxProduct(document: Document, url: string, arePricesStale = false): PageReading {
  const address = matchStockxUrl(url);
  if (address === null) return notProduct(url, stockxFlowSlug(url));
  const data = readStockxData(document, address.slug);
  const hero = ownHero(readStockxHero(document), data, address.slug);
  if (!hero.isThere && data.state !== 'fresh') return readInstead(document, 'stockx', url) ?? notProduct(url, null);
  const page: StockxPage = {
    slug: address.slug,
    data,
    hero,
    head: readOwnHead(document, address.slug, data.state === 'fresh'),
  };
  const gender = genderOfStockx(page);
  const chart = readChart(data.product, gender);
  const market = readMarket({
    hero,
    chart,
    gender,
    currency: data.currency,
    locale: address.locale,
    wanted: plainText(new URL(url).searchParams.get('size'), 20),
    arePricesStale,
  });
  return toReading(url, page, { market, chart, locale: address.locale });
}

/** The head without what it says while it still shows the product the page was loaded for. */
function ownHero(hero: StockxHero, { former }: StockxData, slug: string): StockxHero {
  const formerSlug = former === null ? null : plainText(field(former, 'urlKey'), 200);
  if (formerSlug === null || hero.title === null || stockxFits(slug, hero.title) === 'exact') return hero;
  const isFormer = stockxFits(formerSlug.toLowerCase(), hero.title) === 'exact';
  return isFormer ? { ...hero, title: null, sizeText: null, priceText: null, rows: [], traits: [] } : hero;
}

interface Found {
  readonly market: Market;
  readonly chart: ReturnType<typeof readChart>;
  readonly locale: string | null;
}

function toReading(url: string, page: StockxPage, { market, chart, locale }: Found): PageReading {
  // The chosen size's own bar codes come first.
  const chosen = market.size === null ? null : rowOf(chart, market.size.raw);
  const { identity, warnings } = readStockxIdentity(page, chosen === null ? chart : [chosen, ...chart]);
  const { sizeSource, ...rest } = market;
  const reading = {
    ...emptyReading('stockx', url, 'product'),
    identity,
    ...rest,
    release: readStockxRelease(page, identity.styleCode?.all ?? [], locale),
    condition: conditionOf(page.data),
  };
  return {
    ...reading,
    warnings: [...warnings, ...market.warnings, ...(page.head.isInvalid ? (['JSONLD_INVALID'] as const) : [])],
    report: reportOf(reading, sizeSource, layersOf(page, market)),
  };
}

/** A page that is none may still say which product it is about. */
function notProduct(url: string, slug: string | null): PageReading {
  const empty = emptyReading('stockx', url, 'not_product', 'NOT_PRODUCT');
  return { ...empty, identity: { ...empty.identity, slug } };
}

/** Everything here is new unless the page says otherwise. */
function conditionOf({ product }: StockxData): PageReading['condition'] {
  const told = product === null ? null : plainText(field(product, 'condition'), 40);
  return told !== null && /used|worn|pre-?owned/i.test(told) ? 'used' : 'new';
}

const DATA = { fresh: 'found', stale: 'stale', invalid: 'invalid', none: 'absent' } as const;

function layersOf({ data, hero, head }: StockxPage, { perSize }: Market): PageReading['report']['layers'] {
  const has = (isThere: boolean): LayerState => (isThere ? 'found' : 'absent');
  return {
    embedded: DATA[data.state],
    'dom-hero': has(hero.isThere),
    'dom-label': has(hero.traits.length > 0),
    'dom-row': has(perSize.length > 0),
    meta: head.meta !== null ? 'found' : head.isStale ? 'stale' : 'absent',
    'json-ld': head.product !== null ? 'found' : head.isProductStale ? 'stale' : head.isInvalid ? 'invalid' : 'absent',
  };
}
