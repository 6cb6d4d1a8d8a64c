import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import { subtract } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { roiOf, totalCost } from '@/lib/domain/pnl/profit';
import { rowsOf, type PairRow } from './pair-rows';
import type { Valuation } from './valuation';

/** The money of one pair, as its row shows it; what is not known is null. */
export interface PairFigure {
  /** What it is listed at, was sold for, or would be listed at: minor units of the marketplace's currency. */
  readonly price: number | null;
  readonly ask: number | null;
  /** Actual once sold, else an estimate: minor units of the currency asked for, as are profit and cost. */
  readonly net: number | null;
  readonly profit: number | null;
  readonly cost: number | null;
  /** Basis points of what was spent. */
  readonly roi: number | null;
}

export type PairFigures = ReadonlyMap<string, PairFigure>;

/**
 * The figures of every pair, made by the very rules that draw a row, so that a list sorted by profit is sorted by what
 * it shows. Reads whole tables: asked for only when something is sorted or filtered by money, never per keystroke.
 */
export async function readPairFigures(db: ArchvdDatabase, valuation: Valuation): Promise<PairFigures> {
  const pairs = (await db.inventory.toArray()).filter((pair) => pair.deletedAt === null);
  const rows = await rowsOf(db, pairs, valuation);
  return new Map(rows.map((row) => [row.pair.id, figureOf(row, valuation.currency)]));
}

function figureOf(row: PairRow, currency: CurrencyCode): PairFigure {
  const { net, profit } = earned(row);
  return {
    price: priceOf(row)?.minor ?? null,
    ask: row.market.lowestAsk?.minor ?? null,
    net: net?.minor ?? null,
    profit: profit?.minor ?? null,
    cost: (spentOf(row) ?? costIn(row.pair, currency))?.minor ?? null,
    roi: roiOfRow(row),
  };
}

/** What a pair's row tells as its price. */
export function priceOf(row: PairRow): Money | null {
  const listed = row.pair.status === 'listed' ? (row.listing?.price ?? null) : null;
  return row.sold?.sale.price ?? listed ?? row.unlisted?.price ?? null;
}

/** Profit as a share of what the pair cost in all, in basis points; null when either is not known or it cost nothing. */
export function roiOfRow(row: PairRow): number | null {
  return roiOf(earned(row).profit, spentOf(row));
}

function earned({ sold, estimate, unlisted }: PairRow): { readonly net: Money | null; readonly profit: Money | null } {
  return sold?.line ?? estimate ?? unlisted?.estimate ?? { net: null, profit: null };
}

/** All costs in the currency asked for: what lies between net and profit. */
function spentOf(row: PairRow): Money | null {
  const { net, profit } = earned(row);
  return net === null || profit === null ? null : subtract(net, profit);
}

function costIn({ cost, otherCosts }: Pair, currency: CurrencyCode): Money | null {
  const all = [cost, otherCosts].filter((amount) => amount !== null);
  return all.every((amount) => amount.currency === currency) ? totalCost(cost, otherCosts) : null;
}
