import type { FeeProfile, FeeSchedule, MissingFee } from '../fees/fee-schedule';
import type { DayFees } from '../fees/fees-by-day';
import { add, subtract } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { inCurrency, type FxRate } from '../money/fx';
import { money, type Money } from '../money/money';
import type { Pair } from '../inventory/pair';
import type { Sale, SaleCharges } from '../sales/sale';
import type { Instant } from '../time/instant';
import { profitOf, totalCost } from './profit';
import { splitTake } from './split-take';
import { type Taken, takenFrom } from './taken-from';
import { convertKnown } from './convert-known';

/** What a report is made with; kept beside it, so that it can be made again to the same cent. */
export interface PnlSettings {
  readonly currency: CurrencyCode;
  readonly schedules: readonly FeeSchedule[];
  readonly profile: FeeProfile;
  /** `cash`: a line counts on the day its money came. Left out: on the day of the sale. */
  readonly basis?: 'cash' | 'accrual';
  /**
   * Whether a take that no statement splits is split by the fee profile where it explains the payout to the cent. Left
   * out: not, as in reports that were kept before it could be.
   */
  readonly splitByProfile?: true;
}

/** What a line rests on besides the sale and its pair. */
export interface LineGround {
  /** Shares of expenses that fall on the pair, in the report's currency; null: none. */
  readonly expenses: Money | null;
  /** Costs by another method than the pair's own, in the report's currency; null: unknown. Left out: the pair's own. */
  readonly cost?: Money | null;
}

/** What the marketplace took of one sale. `take + cashOut` lies between revenue and net. */
export interface PnlFees {
  readonly take: Money;
  /** `actual`: price less the payout the order states. */
  readonly takeIs: 'actual' | 'estimated';
  /** How the take splits, as a statement tells it or the estimate was made; null: nobody says. Adds up to the take. */
  readonly split: SaleCharges | null;
  /** No statement tells the split, the fee profile does: it explains the payout to the cent. */
  readonly byProfile: boolean;
  readonly cashOut: Money;
  /** Cash-out is taken later than any order tells, so it is an estimate or, for who does not withdraw, none. */
  readonly cashOutIs: 'estimated' | 'none';
}

/** One sale in the report's currency. What is unknown is null, and so is then the profit. */
export interface PnlLine {
  readonly saleId: string;
  readonly pairId: string;
  readonly soldAt: Instant;
  /** When it counts: when it was sold or, by cash, paid. */
  readonly at: Instant;
  /** The order is not finished yet, so the sale may still be reversed. */
  readonly pending: boolean;
  readonly revenue: Money;
  readonly fees: PnlFees | null;
  /** What keeps the fees from being known. */
  readonly missingFees: readonly MissingFee[];
  readonly net: Money | null;
  readonly cost: Money | null;
  readonly otherCosts: Money | null;
  /** What was spent on this pair besides its costs: its shares of expenses. Zero when nothing was. */
  readonly expenses: Money;
  readonly profit: Money | null;
  /** Some figure that the profit rests on is an estimate. */
  readonly estimated: boolean;
}

/** A sale with the rate of the day its pair was bought, where the costs are in a currency its own rate does not join. */
export interface RatedSale extends Sale {
  readonly costFx?: FxRate | null;
}

/**
 * One sale with its pair as a line of profit and loss: `revenue − take − cash-out = net`, `net − costs − expenses = profit`,
 * to the cent, in the report's currency by the sale's own stored rate; costs it does not join by the rate of the day they
 * were paid. Amounts are converted half-even; fees are what lies
 * between converted revenue, payout and net.
 *
 * @param pair null when it is not known: then so is its cost
 * @returns null when an amount has no rate into the report's currency: such a sale is counted, never guessed
 * A sale elsewhere than on alias is told by the seller with what arrived: that is its net, and nothing is estimated.
 *
 * @example sold at $97.00, payout stated as $82.79, cost $60.00: take $14.21 (actual), cash-out $2.40, profit $20.39
 */
export function pnlLine(
  sale: RatedSale,
  pair: Pair | null,
  settings: PnlSettings,
  ground: LineGround = NO_GROUND,
  feesOn?: (at: Instant) => DayFees,
): PnlLine | null {
  const to = (amount: Money): Money | null => inCurrency(amount, settings.currency, sale.fx, 'half-even');
  const toCost = (amount: Money): Money | null =>
    inCurrency(amount, settings.currency, sale.costFx ?? null, 'half-even') ?? to(amount);
  const revenue = to(sale.price);
  const costHere = ground.cost === undefined ? convertKnown(pair?.cost ?? null, toCost) : ground.cost;
  const otherHere = ground.cost === undefined ? convertKnown(pair?.otherCosts ?? null, toCost) : null;
  if (revenue === null || costHere === 'no-rate' || otherHere === 'no-rate') return null;
  const taken = takenFrom(sale, settings, feesOn);
  const spent = ground.expenses ?? money(0, settings.currency);
  const fees = taken.kind === 'known' ? convertFees(taken, sale, revenue, to) : null;
  const net = fees === null ? null : subtract(subtract(revenue, fees.take), fees.cashOut);
  return {
    saleId: sale.id,
    pairId: sale.pairId,
    soldAt: sale.soldAt,
    at: settings.basis === 'cash' ? (sale.paid?.at ?? sale.soldAt) : sale.soldAt,
    pending: sale.status === 'pending',
    revenue,
    fees,
    missingFees: taken.kind === 'known' ? NONE_MISSING : taken.missing,
    net,
    cost: costHere,
    otherCosts: otherHere,
    expenses: spent,
    profit: profitOf(net, spentOn(costHere, otherHere, spent)),
    estimated: fees !== null && (fees.takeIs === 'estimated' || fees.cashOutIs === 'estimated'),
  };
}

const NONE_MISSING: readonly MissingFee[] = [];
const NO_GROUND: LineGround = { expenses: null };

function spentOn(cost: Money | null, otherCosts: Money | null, expenses: Money): Money | null {
  const whole = totalCost(cost, otherCosts);
  return whole === null || expenses.minor === 0 ? whole : add(whole, expenses);
}

function convertFees(
  taken: Taken,
  { price }: Sale,
  revenue: Money,
  to: (amount: Money) => Money | null,
): PnlFees | null {
  const payout = to(taken.payout);
  const net = to(taken.net);
  if (payout === null || net === null) return null;
  const take = subtract(revenue, payout);
  // A payout in another currency than the price says nothing of how the take splits.
  const isOne = taken.payout.currency === price.currency;
  const split =
    taken.charges === null || !isOne
      ? null
      : splitTake(taken.charges, { there: subtract(price, taken.payout), here: take }, to);
  return {
    take,
    takeIs: taken.takeIs,
    split,
    byProfile: taken.byProfile && split !== null,
    cashOut: taken.cashOutIs === 'none' ? money(0, revenue.currency) : subtract(payout, net),
    cashOutIs: taken.cashOutIs,
  };
}
