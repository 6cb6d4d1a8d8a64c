import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import { kindOf } from '@/lib/domain/inventory/waiting-pairs';
import { inCurrency } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import { costsBy, type CostLot, type CostMethod, type MethodCosts } from '@/lib/domain/pnl/cost-methods';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { RatedSale } from '@/lib/domain/pnl/pnl-line';
import { readDayRates, type DayRates } from './day-rates';
import { rateSales } from './sale-rates';
import type { Valuation } from './valuation';

/** Every pair the seller kept or sold, ready for any method. */
export interface Lots {
  costsBy(method: CostMethod): MethodCosts;
}

/**
 * All pairs as lots and all sales that stand, in the currency of the books: what was sold by the rate of its sale, the
 * rest by the one of the day it was bought. Pairs in the bin count only if they were sold; what was written off is no stock.
 */
export async function readLots(db: ArchvdDatabase, valuation: Valuation): Promise<Lots> {
  const [pairs, all] = await Promise.all([db.inventory.toArray(), db.sales.orderBy('soldAt').toArray()]);
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]));
  const standing = all.filter(({ status }) => status !== 'reversed');
  const sales = await rateSales(db, standing, ({ pairId }) => pairOf.get(pairId), valuation);
  const saleOf = new Map(sales.map((sale) => [sale.pairId, sale]));
  const currencies = pairs.flatMap(({ cost, otherCosts }) =>
    [cost, otherCosts].flatMap((each) => each?.currency ?? []),
  );
  const rates = await readDayRates(db, [valuation.currency, ...currencies]);
  const lots = pairs
    .filter(({ id, deletedAt, status }) => saleOf.has(id) || (deletedAt === null && status !== 'written-off'))
    .map((pair) => lotOf(pair, saleOf.get(pair.id), valuation, rates));
  const sold = sales.map(({ id, pairId, soldAt }) => ({ saleId: id, pairId, soldAt }));
  return { costsBy: (method) => costsBy(method, lots, sold) };
}

function lotOf(pair: Pair, sale: RatedSale | undefined, { currency }: Valuation, rates: DayRates): CostLot {
  const to = (amount: Money): Money | null => {
    const ofDay = rates(amount.currency, currency, pair.boughtAt ?? pair.createdAt);
    const rate = sale === undefined ? ofDay : (sale.costFx ?? sale.fx);
    return inCurrency(amount, currency, rate, 'half-even');
  };
  const cost = pair.cost === null ? null : to(pair.cost);
  const others = pair.otherCosts === null ? null : to(pair.otherCosts);
  const known = cost !== null && (pair.otherCosts === null || others !== null);
  return {
    pairId: pair.id,
    kind: kindOfPair(pair),
    boughtAt: pair.boughtAt ?? pair.createdAt,
    cost: known ? cost.minor + (others?.minor ?? 0) : null,
  };
}

/** Pairs of one style and size stand for each other; where the style is not known, those of one product or name do. */
function kindOfPair({ styleCode, catalogId, name, size }: Pair): string {
  return styleCode === null ? `${catalogId ?? name} ${formatSize(size)}` : kindOf(styleCode, size);
}
