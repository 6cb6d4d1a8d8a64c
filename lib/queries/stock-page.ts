import type { ArchvdDatabase } from '@/lib/db/database';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { stockWorth, type StockWorth } from '@/lib/domain/pnl/stock-worth';
import {
  isStock,
  STOCK_STATUSES,
  stockValue,
  valuePair,
  type StockValue,
  type Valuation as PairValue,
  type ValuationBasis,
} from '@/lib/domain/pnl/unrealised';
import { DAY_MS } from '@/lib/domain/time/instant';
import { readMarket } from './market-figures';
import { readPnlSettings } from './pnl-settings';
import { readRates } from './rates';
import type { Valuation } from './valuation';
import { type StockGroup, groupStock, costOf } from './group-stock';

export interface StockPage {
  /** Stock of today valued on each basis, one figure per basis, never mixed. */
  readonly unrealised: readonly StockValue[];
  /** Cost, market and the lower of the two. */
  readonly worth: StockWorth;
  /** Youngest first; those without a date of purchase last. */
  readonly byAge: readonly StockGroup[];
  /** Most pairs first. */
  readonly byBrand: readonly StockGroup[];
  /** Pairs that cannot be priced at all, since nobody has said which product they are. */
  readonly withoutProduct: number;
}

const BASES: readonly ValuationBasis[] = ['lowest-ask-minus-1', 'highest-offer', 'last-sale'];

/** Days since the purchase, upper bounds. */
const AGES = [30, 60, 90, 180] as const;

/** The unrealised half of the profit and loss screen: what the stock would bring, and what it consists of. */
export async function stockPage(db: ArchvdDatabase, valuation: Valuation): Promise<StockPage> {
  const [held, settings] = await Promise.all([
    db.inventory
      .where('status')
      .anyOf([...STOCK_STATUSES])
      .toArray(),
    readPnlSettings(db, valuation),
  ]);
  const stock = held.filter(isStock);
  const { currency, profile } = valuation;
  const schedule = feesFor(settings.schedules, valuation.now);
  const sold = schedule?.currency ?? currency;
  const costCurrencies = new Set(
    stock.flatMap(({ cost, otherCosts }) => [cost, otherCosts].flatMap((amount) => amount?.currency ?? [])),
  );
  const [market, rates] = await Promise.all([
    readMarket(db, stock, valuation.regionId),
    readRates(db, [currency, sold, ...costCurrencies]),
  ]);
  // One of the two has to be converted: what the sale brings, or else what the pair cost.
  const rateOf = ({ cost }: Pair) => rates(sold === currency ? (cost?.currency ?? currency) : sold, currency);
  const fx = new Map<CurrencyCode | null, ReturnType<typeof rateOf>>();
  const rateFor = (pair: Pair) => {
    const key = pair.cost?.currency ?? null;
    const known = fx.get(key);
    if (known !== undefined) return known;
    const rate = rateOf(pair);
    fx.set(key, rate);
    return rate;
  };
  const figures = stock.map((pair) => market.figures(pair));
  const values = BASES.map((basis) => {
    const named = { basis, currency, schedule, profile };
    return stock.map((pair, nth) => valuePair(pair, figures[nth] ?? null, { ...named, fx: rateFor(pair) }));
  });
  const atAsk = values[0] ?? [];
  const brandOf = (pair: Pair): string => pair.brand || (market.product(pair.catalogId)?.brand ?? '');
  const worth = stock.map((pair, nth) => ({
    cost: costOf(pair, currency, rates),
    atAsk: atAsk[nth] ?? NO_PRICE,
    atOffer: values[1]?.[nth] ?? NO_PRICE,
  }));
  const group = (keyOf: (pair: Pair) => string) => groupStock({ stock, atAsk, currency, rates, keyOf });
  const ages = group((pair) => ageKey(pair, valuation.now));
  return {
    unrealised: BASES.map((basis, nth) =>
      stockValue(values[nth] ?? [], { basis, currency, schedule, profile, fx: null }),
    ),
    worth: stockWorth(worth, currency),
    byAge: [...AGES.map(String), 'older', 'unknown'].flatMap((key) => ages.find((each) => each.key === key) ?? []),
    byBrand: group(brandOf).toSorted((a, b) => b.pairs - a.pairs || (a.key < b.key ? -1 : 1)),
    withoutProduct: stock.filter(({ catalogId }) => catalogId === null).length,
  };
}

const NO_PRICE: PairValue = { kind: 'unknown', missing: 'price' };

function ageKey({ boughtAt }: Pair, now: number): string {
  if (boughtAt === null) return 'unknown';
  const days = Math.floor((now - boughtAt) / DAY_MS);
  return String(AGES.find((bound) => days <= bound) ?? 'older');
}
