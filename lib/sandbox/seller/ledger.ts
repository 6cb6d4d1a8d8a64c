import type { CatalogueItem } from '../catalogue/item';
import { pick, normal, type Random } from '../random/random';

/** One purchase as the demo seller wrote it down. alias knows nothing of it. */
export interface LedgerRow {
  readonly item: CatalogueItem;
  readonly size: number;
  readonly quantity: number;
  readonly unitCostCents: number;
  readonly otherCostsCents: number;
  readonly boughtOn: string;
  readonly supplier: string;
  /** Empty when the seller did not note it: such a line is matched by style code and size. */
  readonly listingId: string;
}

const shops = ['SNKRS', 'Foot Locker', 'END.', 'JD Sports', 'Finish Line', 'adidas Confirmed'];
const resale = ['eBay', 'StockX', 'Private seller', 'Facebook Marketplace', 'Consignment store, closing sale'];

export interface Purchase {
  readonly unitCostCents: number;
  readonly otherCostsCents: number;
  readonly supplier: string;
}

/**
 * What a pair cost that brings `payoutCents` now: at retail where retail leaves a profit, else second hand at a return
 * around 15 %, one in five at a loss.
 */
export function drawPurchase(random: Random, item: CatalogueItem, payoutCents: number): Purchase {
  const retailCents = (item.entry.retail ?? 0) * 100;
  const otherCostsCents = random() < 0.45 ? 100 * Math.floor(3 + random() * 12) : 0;
  if (retailCents > 0 && retailCents < payoutCents * 1.08 && retailCents > payoutCents * 0.62 && random() < 0.7) {
    const taxed = Math.round(retailCents * (random() < 0.5 ? 1.08875 : 1));
    return { unitCostCents: taxed, otherCostsCents, supplier: pick(random, shops) };
  }
  const roi = Math.max(-0.35, 0.16 + 0.17 * normal(random));
  const cost = Math.round(payoutCents / (1 + roi) / 50) * 50 - otherCostsCents;
  return { unitCostCents: Math.max(500, cost), otherCostsCents, supplier: pick(random, resale) };
}

const header =
  'ref,style_code,name,brand,size,quantity,unit_cost,other_costs,currency,bought_on,supplier,alias_listing_id';

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function dollars(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** The ledger as a CSV file (RFC 4180, CRLF), oldest purchase first. Costs are per unit, in US dollars. */
export function ledgerCsv(rows: readonly LedgerRow[]): string {
  const lines = rows
    .toSorted((a, b) => (a.boughtOn < b.boughtOn ? -1 : a.boughtOn > b.boughtOn ? 1 : 0))
    .map((row, i) =>
      [
        `P-${String(i + 1).padStart(5, '0')}`,
        row.item.entry.code,
        row.item.entry.name,
        row.item.entry.brand,
        row.size,
        row.quantity,
        dollars(row.unitCostCents),
        dollars(row.otherCostsCents),
        'USD',
        row.boughtOn,
        row.supplier,
        row.listingId,
      ]
        .map(field)
        .join(','),
    );
  return [header, ...lines, ''].join('\r\n');
}
