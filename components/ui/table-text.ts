import { t } from './text';

const TABLES: Readonly<Record<string, () => string>> = {
  products: () => t('table.products'),
  inventory: () => t('table.pairs'),
  listings: () => t('table.listings'),
  orders: () => t('table.orders'),
  sales: () => t('table.sales'),
  expenses: () => t('table.expenses'),
  recurringExpenses: () => t('table.recurring'),
  receipts: () => t('table.receipts'),
  photos: () => t('table.photos'),
  watchlistItems: () => t('table.watched'),
  savedViews: () => t('table.views'),
  marketPrices: () => t('table.prices'),
  marketPriceHistory: () => t('table.priceHistory'),
  marketSales: () => t('table.marketSales'),
  fxRates: () => t('table.rates'),
  feeSchedules: () => t('table.fees'),
  imports: () => t('table.imports'),
  notices: () => t('table.notices'),
  activity: () => t('table.activity'),
};

/** What a table of the books holds, in the seller's words; null for what only the machinery needs. */
export function tableText(name: string): string | null {
  return TABLES[name]?.() ?? null;
}
