import type { ArchvdDatabase } from '@/lib/db/database';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { Product } from '@/lib/domain/catalog/product';
import { estimateNet, type KnownNet } from '@/lib/domain/fees/estimate-net';
import { feesFor, type FeeProfile, type MissingFee } from '@/lib/domain/fees/fee-schedule';
import { floorPrice, type CostBasis, type Floor } from '@/lib/domain/fees/floor-price';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { inCurrency } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import { profitOf, totalCost } from '@/lib/domain/pnl/profit';
import type { Instant } from '@/lib/domain/time/instant';
import { readRates } from './rates';

/** How money is told: as of which moment's fees and rates, in which currency, for which seller, by which market. */
export interface Valuation {
  readonly now: Instant;
  readonly currency: CurrencyCode;
  readonly profile: FeeProfile;
  /** Region whose prices count; null: those of everywhere. Prices of another one are never taken instead. */
  readonly regionId: string | null;
}

/** What a sale at a price would bring, in the currency asked for. Always an estimate: fees may differ at the sale. */
export interface Estimate {
  /** The lines behind it, in the marketplace's currency; null when a fee is unknown. */
  readonly lines: KnownNet | null;
  readonly net: Money | null;
  readonly profit: Money | null;
  /** What would have to be known for the figures that are null. */
  readonly missing: readonly (MissingFee | 'cost' | 'fx-rate')[];
}

export interface Valuer {
  /** @param pair whose cost counts; null: a listing without a pair, of which only the net can be told */
  estimate(price: Money, pair: Pair | null): Estimate;
  /** Cost, fees and rate behind a floor. */
  basis(pair: Pair | null): CostBasis;
  /** The break-even price of the pair, at least the seller's own minimum for it and the catalogue's. */
  floor(pair: Pair | null, product: Product | null): Floor;
}

/** Reads the fees and rates in force once and applies them to a window of rows. `pairs`: those whose costs will count. */
export async function createValuer(db: ArchvdDatabase, valuation: Valuation, pairs: readonly Pair[]): Promise<Valuer> {
  const { now, currency, profile } = valuation;
  const schedule = feesFor(await listFeeSchedules(db, 'alias'), now);
  const rates = await readRates(db, [currency, schedule?.currency ?? currency, ...pairs.flatMap(costCurrencies)]);
  const here = (amount: Money): Money | null =>
    inCurrency(amount, currency, rates(amount.currency, currency), 'half-even');
  const basis = (pair: Pair | null): CostBasis => ({
    cost: pair?.cost ?? null,
    otherCosts: pair?.otherCosts ?? null,
    fx: schedule === null ? null : rates(pair?.cost?.currency ?? currency, schedule.currency),
    schedule,
    profile,
  });
  return {
    basis,
    estimate(price, pair) {
      const lines = estimateNet(price, schedule, profile);
      if (lines.kind === 'unknown') return { lines: null, net: null, profit: null, missing: lines.missing };
      const net = here(lines.net);
      if (net === null) return { lines, net, profit: null, missing: ['fx-rate'] };
      if (pair === null || pair.cost === null) return { lines, net, profit: null, missing: ['cost'] };
      const [cost, others] = [here(pair.cost), pair.otherCosts === null ? null : here(pair.otherCosts)];
      const lacksRate = cost === null || (pair.otherCosts !== null && others === null);
      if (lacksRate) return { lines, net, profit: null, missing: ['fx-rate'] };
      return { lines, net, profit: profitOf(net, totalCost(cost, others)), missing: [] };
    },
    floor: (pair, product) =>
      floorPrice({
        ...basis(pair),
        target: { kind: 'break-even' },
        ownMinimum: pair?.priceMinimum ?? null,
        catalogueMinimum: product?.minimumListingPrice ?? null,
      }),
  };
}

function costCurrencies(pair: Pair): CurrencyCode[] {
  return [pair.cost, pair.otherCosts].flatMap((amount) => (amount === null ? [] : [amount.currency]));
}
