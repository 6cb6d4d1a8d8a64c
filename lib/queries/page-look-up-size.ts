import type { MarketSaleRow } from '@/lib/db/rows';
import { judgeDeal, type Deal } from '@/lib/domain/deals/judge-deal';
import { bestPlace, sellHere, type BestPlace, type SellHere } from '@/lib/domain/deals/sell-here';
import { daysToSell, salesPace, type DaysToSell, type SalesPace } from '@/lib/domain/deals/sales-pace';
import { variantId, type MarketPrice } from '@/lib/domain/market/quote';
import type { Money } from '@/lib/domain/money/money';
import type { Figures } from '@/lib/domain/pnl/unrealised';
import type { Instant } from '@/lib/domain/time/instant';
import type { LookGround } from './page-look-up';

export interface MarketOfSize {
  /** New, in a good box; each null where the market has none, all null together when they were never read. */
  readonly figures: Figures | null;
  readonly deal: Deal;
  /** Selling a pair of this size on the page's own site. */
  readonly sellHere: SellHere;
  /** Where selling brings more; null when that cannot be told. */
  readonly best: BestPlace | null;
  /** When the size's sales were last read; null: never. */
  readonly salesReadAt: Instant | null;
  /** null: too few sales were seen. */
  readonly pace: SalesPace | null;
  /** Until a pair listed under the lowest ask sells; null when nothing sold at that price. */
  readonly daysToSell: DaysToSell | null;
}

interface SizeRows {
  readonly usSize: number | null;
  readonly pagePrice: Money | null;
  /** All sizes and conditions of the product. */
  readonly prices: readonly MarketPrice[];
  readonly sales: readonly MarketSaleRow[];
  readonly readAt: Instant | null;
  /** By US size. */
  readonly salesReadAt: ReadonlyMap<number, Instant>;
  /** By US size: the end of the newest gap in its sales. */
  readonly since: ReadonlyMap<number, Instant>;
}

/** The market of one size, and what buying at the page's price would make of it. */
export function marketOf(ground: LookGround, rows: SizeRows): MarketOfSize {
  const { question, settings, schedule, fx, added, site, rates } = ground;
  const figures = figuresOf(ground, rows);
  const deal = judgeDeal({
    pagePrice: rows.pagePrice,
    added,
    figures,
    currency: question.currency,
    schedule,
    profile: settings.profile,
    fx,
    targetRoiBasisPoints: settings.targetRoiBasisPoints,
  });
  const sales = rows.sales.filter((sale) => sale.usSize === rows.usSize);
  const salesReadAt = rows.usSize === null ? null : (rows.salesReadAt.get(rows.usSize) ?? null);
  const since = rows.since.get(rows.usSize ?? Number.NaN) ?? null;
  const pace = salesReadAt === null ? null : salesPace(sales, salesReadAt, since);
  const { price } = deal.underAsk;
  const days = pace === null || price === null ? null : daysToSell(sales, pace, price);
  const here = sellHere({ site: question.site, terms: site.seller, pagePrice: rows.pagePrice, rateOf: rates });
  const best = bestPlace(deal.underAsk.net, here);
  return { figures, deal, sellHere: here, best, salesReadAt, pace, daysToSell: days };
}

/** A variant that has no row though the product was read has neither ask nor offer: that is known, not unknown. */
function figuresOf({ product, settings }: LookGround, { usSize, prices, readAt }: SizeRows): Figures | null {
  if (usSize === null || readAt === null) return null;
  const id = variantId({
    marketplace: 'alias',
    catalogId: product.catalogId,
    usSize,
    condition: 'new',
    packaging: 'good',
    consigned: null,
    regionId: settings.regionId,
  });
  const price = prices.find((each) => each.id === id);
  const none = { lowestAsk: null, highestOffer: null, lastSale: null };
  return price === undefined
    ? none
    : { lowestAsk: price.lowestAsk, highestOffer: price.highestOffer, lastSale: price.lastSale };
}
