import type { LevelPath } from './level';
import { salesOn, type MarketSale } from './sales';
import type { SizeMarket } from './size-market';
import { DAY_MS, dayOf } from './time';

export interface SalesHistory {
  /** Sales in (fromMs, untilMs], oldest first. */
  between(fromMs: number, untilMs: number): readonly MarketSale[];
  /** Sales up to a moment, newest first, as far back as the market remembers this size. */
  backFrom(ms: number): Iterable<MarketSale>;
}

/** Remembers one size's sales day by day, as far as they were asked for. About 400 sales or 540 days back. */
export function createSalesHistory(size: SizeMarket, level: LevelPath): SalesHistory {
  const days = new Map<number, readonly MarketSale[]>();
  const lookbackMs = Math.min(540, Math.max(45, Math.ceil(400 / Math.max(size.rate, 0.01)))) * DAY_MS;

  function on(day: number): readonly MarketSale[] {
    let sales = days.get(day);
    if (sales === undefined) {
      sales = salesOn(size, level, day);
      days.set(day, sales);
    }
    return sales;
  }

  return {
    between(fromMs, untilMs) {
      const found: MarketSale[] = [];
      for (let day = dayOf(fromMs); day <= dayOf(untilMs); day++) {
        for (const sale of on(day)) if (sale.atMs > fromMs && sale.atMs <= untilMs) found.push(sale);
      }
      return found;
    },
    *backFrom(ms) {
      const oldest = dayOf(ms - lookbackMs);
      for (let day = dayOf(ms); day >= oldest; day--) {
        const sales = on(day);
        for (let i = sales.length - 1; i >= 0; i--) {
          const sale = sales[i];
          if (sale !== undefined && sale.atMs <= ms) yield sale;
        }
      }
    },
  };
}
