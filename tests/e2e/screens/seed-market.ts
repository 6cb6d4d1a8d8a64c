import type { CursorRow, MarketSaleRow, OfferHistogramRow, PriceHistoryRow } from '@/lib/db/rows';
import type { SalesGapRow } from '@/lib/db/watching-rows';
import { variantId } from '@/lib/domain/market/quote';
import { DAY_MS, HOUR_MS, instant, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { usd } from '../../fixtures/builders';
import { makeBank } from './seed-bank';
import { makeReleases, makeSiteReads } from './seed-releases';
import { makeWatchList } from './seed-watch';

/** The product of the pictures, of which there is a history, and its size. */
export const SHOWN_PRODUCT = 'dd1391-100';
const SHOWN_SIZE = 10;
/** Held against it in the comparison. */
export const COMPARED_PRODUCTS = [SHOWN_PRODUCT, 'gw3773', 'm990gl6', 'ie1667'] as const;
const DAYS = 60;

/** Prices of two months, two dozen sales, releases, how pages were read and a watch list, by table. */
export function makeMarket(now: Instant): Record<string, readonly object[]> {
  const variant = {
    marketplace: 'alias',
    catalogId: SHOWN_PRODUCT,
    usSize: SHOWN_SIZE,
    condition: 'new',
    packaging: 'good',
    consigned: null,
    regionId: null,
  } as const;
  const askAt = (day: number) => Math.round(112 - day * 0.22 + 5 * Math.sin(day / 4));
  const marketPriceHistory = Array.from({ length: DAYS }, (_, day): PriceHistoryRow => ({
    id: `history-${day}`,
    variantId: variantId(variant),
    catalogId: SHOWN_PRODUCT,
    at: instant(now - (DAYS - day) * DAY_MS),
    tier: 'daily',
    lowestAsk: usd(askAt(day)),
    highestOffer: usd(Math.round(askAt(day) * 0.88)),
    lastSale: usd(askAt(day) - 3),
  }));
  const marketSales = Array.from({ length: 24 }, (_, index): MarketSaleRow => ({
    id: `market-sale-${index}`,
    catalogId: SHOWN_PRODUCT,
    usSize: SHOWN_SIZE,
    price: usd(97 + ((index * 7) % 11)),
    consigned: index % 5 === 0,
    purchasedAt: instant(now - (index + 1) * 9 * HOUR_MS),
    seenAt: now,
  }));
  const offerHistograms: readonly OfferHistogramRow[] = [
    {
      id: variantId(variant),
      variant,
      catalogId: SHOWN_PRODUCT,
      bins: [90, 88, 85, 84, 80, 75, 70, 60].map((price, index) => ({
        price: usd(price),
        count: 1 + ((index * 5) % 7),
      })),
      at: instant(now - 3 * MINUTE_MS),
    },
  ];
  const gap = { catalogId: SHOWN_PRODUCT, usSize: SHOWN_SIZE };
  const salesGaps: readonly SalesGapRow[] = [{ ...gap, id: 'gap', from: null, until: instant(now - 9 * DAY_MS) }];
  return {
    marketPriceHistory,
    marketSales,
    offerHistograms,
    salesGaps,
    releases: makeReleases(now),
    siteReads: makeSiteReads(now),
    ...makeWatchList(now),
    ...makeBank(now),
  };
}

/** That the sales of the shown size were read; put beside the cursors that are there. */
export function makeMarketReads(now: Instant): { readonly cursors: readonly CursorRow[] } {
  return {
    cursors: [
      {
        id: `alias/recent-sales/${SHOWN_PRODUCT}/${SHOWN_SIZE}`,
        token: null,
        sweepId: null,
        startedAt: now,
        finishedAt: instant(now - 4 * MINUTE_MS),
        pages: 1,
        items: 10,
        total: null,
      },
    ],
  };
}
