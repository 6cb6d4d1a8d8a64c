import { Dexie, type Table } from 'dexie';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import type { MarketPrice } from '@/lib/domain/market/quote';
import type { Order } from '@/lib/domain/orders/order';
import type { Sale } from '@/lib/domain/sales/sale';
import type * as Row from './rows';
import { V1_STORES } from './versions/v1';

/** Highest schema this build understands; a database beyond it is opened for reading only. */
export const SCHEMA_VERSION = 1;

export const DATABASE_NAME = 'archvd';

/**
 * The seller's books. One database, so that a command's row and its outbox row commit together; `strict`, so that an
 * acknowledged write survives a power cut (measured: bulk puts no slower, a small commit 2.4 ms against 1.7 ms).
 */
export class ArchvdDatabase extends Dexie {
  declare products: Table<Product, string>;
  declare inventory: Table<Pair, string>;
  declare listings: Table<Listing, string>;
  declare orders: Table<Order, string>;
  declare sales: Table<Sale, string>;
  declare expenses: Table<Row.ExpenseRow, string>;
  declare marketPrices: Table<MarketPrice, string>;
  declare marketPriceHistory: Table<Row.PriceHistoryRow, string>;
  declare marketSales: Table<Row.MarketSaleRow, string>;
  declare offerHistograms: Table<Row.OfferHistogramRow, string>;
  declare watchlists: Table<Row.WatchlistRow, string>;
  declare watchlistItems: Table<Row.WatchlistItemRow, string>;
  declare alerts: Table<Row.AlertRow, string>;
  declare alertEvents: Table<Row.AlertEventRow, string>;
  declare repricingRules: Table<Row.RepricingRuleRow, string>;
  declare repricingDecisions: Table<Row.RepricingDecisionRow, string>;
  declare repricingRuns: Table<Row.RepricingRunRow, string>;
  declare outbox: Table<Row.OutboxRow, string>;
  declare jobs: Table<Row.JobRow, Row.JobName>;
  declare jobRuns: Table<Row.JobRunRow, string>;
  declare cursors: Table<Row.CursorRow, string>;
  declare sweepPages: Table<Row.SweepPageRow, string>;
  declare fxRates: Table<Row.FxRateRow, string>;
  declare feeSchedules: Table<Row.FeeScheduleRow, string>;
  declare imports: Table<Row.ImportRow, string>;
  declare quarantine: Table<Row.QuarantineRow, string>;
  declare activity: Table<Row.ActivityRow, string>;
  declare budgets: Table<Row.BudgetRow, string>;
  declare notices: Table<Row.NoticeRow, string>;
  declare meta: Table<Row.MetaRow, string>;

  constructor(name: string = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores(V1_STORES);
  }
}
