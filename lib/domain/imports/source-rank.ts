import type { SourceId } from './entry';

/**
 * How much a report knows of a sale: what one of a higher rank says is kept, what only a lower one tells fills the gaps. So
 * the books do not depend on which report was read first.
 */
export const RANK: Readonly<Record<SourceId, number>> = {
  'ebay-transactions': 3,
  'ebay-earnings': 2,
  'alias-invoice': 2,
  stockx: 2,
  depop: 2,
  shopify: 2,
  cardtrader: 2,
  'ebay-orders': 1,
  'alias-sales': 1,
  'own-sales': 0,
  'own-stock': 0,
  'own-expenses': 0,
};
