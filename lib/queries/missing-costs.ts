import type { ArchvdDatabase } from '@/lib/db/database';
import { groupBy } from '@/lib/domain/grouping/group-by';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale } from '@/lib/domain/sales/sale';
import { canStandFor } from '@/lib/domain/sales/can-stand-for';
import { pairsOfSales } from './pairs-of-sales';

/** A sale without a cost. */
export interface MissingCost {
  readonly sale: Sale;
  /** null: the pair is in the books no more. */
  readonly pair: Pair | null;
  /** Pairs in stock that may be the one that was sold: same style and size, with a cost; the earliest bought first. */
  readonly candidates: readonly Pair[];
}

export interface MissingCosts {
  readonly total: number;
  /** Newest first, as many as were asked for. */
  readonly rows: readonly MissingCost[];
}

/** How many candidates one sale is shown. */
const CANDIDATES = 5;

/** Sales that stand and of which nobody has said what the pair cost: they are in no profit. */
export async function missingCosts(db: ArchvdDatabase, limit: number): Promise<MissingCosts> {
  const sales = (await db.sales.orderBy('soldAt').toArray()).filter(({ status }) => status !== 'reversed').toReversed();
  const pairs = await pairsOfSales(db, sales);
  const lacking = sales.filter(({ pairId }) => (pairs.get(pairId)?.cost ?? null) === null);
  const shown = lacking.slice(0, limit);
  const styles = [...new Set(shown.flatMap(({ pairId }) => pairs.get(pairId)?.styleCode ?? []))];
  const alike = styles.length === 0 ? [] : await db.inventory.where('styleCode').anyOf(styles).toArray();
  const byStyle = groupBy(alike, ({ styleCode }) => styleCode ?? '');
  return {
    total: lacking.length,
    rows: shown.map((sale) => {
      const pair = pairs.get(sale.pairId) ?? null;
      const candidates = (byStyle.get(pair?.styleCode ?? '') ?? []).filter(
        (each) => pair !== null && canStandFor(pair, each),
      );
      const earliest = candidates.toSorted((a, b) => boughtAt(a) - boughtAt(b) || (a.id < b.id ? -1 : 1));
      return { sale, pair, candidates: earliest.slice(0, CANDIDATES) };
    }),
  };
}

function boughtAt(pair: Pair): number {
  return pair.boughtAt ?? pair.createdAt;
}
