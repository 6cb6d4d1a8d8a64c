import type { Pair, TaxTreatment } from '../inventory/pair';
import { subtract } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { inCurrency, type FxRate } from '../money/fx';
import { money, type Money } from '../money/money';
import type { Sale } from '../sales/sale';
import type { CalendarDate, Instant } from '../time/instant';
import { localDate } from '../time/local-date';
import type { LeftOut, LeftReason, TaxBooks, TaxExpense } from './tax-books';
import type { TaxProfile } from './tax-profile';
import { treatmentOf, treatmentWithoutPair } from './treatment';
import { byTime } from './tax-report';

/** A sale, or the taking back of one, in the currency of the tax. */
export interface SaleEvent {
  readonly id: string;
  readonly kind: 'sale' | 'reversal';
  /** 1, or -1 for a reversal: every figure of the sale once more, the other way round. */
  readonly sign: 1 | -1;
  /** With the rate it is told by: its own, or else that of its day. What belongs to it is told by the same. */
  readonly sale: Sale;
  readonly pair: Pair | null;
  readonly treatment: TaxTreatment;
  readonly at: Instant;
  readonly day: CalendarDate;
  /** Day of the sale itself, whose rate counts for its reversal too. */
  readonly soldOn: CalendarDate;
  /** What the buyer paid. */
  readonly price: Money;
  /** What was paid for the pair itself; null: not known. */
  readonly cost: Money | null;
  /** What arrived; null: not known. */
  readonly payout: Money | null;
}

/** A pair as stock, in the currency of the tax. */
export interface StockPair {
  readonly pair: Pair;
  readonly treatment: TaxTreatment;
  readonly boughtAt: Instant;
  readonly cost: Money;
  readonly otherCosts: Money;
  /** Tax on its purchase invoice. */
  readonly inputTax: Money;
  /** When it was out of the stock: from the first moment to the second; the last one may be open. */
  readonly gone: readonly { readonly from: Instant; readonly to: Instant | null }[];
}

export interface SettledExpense {
  readonly expense: TaxExpense;
  readonly amount: Money;
  readonly tax: Money;
}

/** The books in one currency, each row settled once: what every report starts from. */
export interface SettledBooks {
  readonly currency: CurrencyCode;
  readonly events: readonly SaleEvent[];
  readonly stock: readonly StockPair[];
  readonly expenses: readonly SettledExpense[];
  readonly left: readonly LeftOut[];
}

/**
 * Every row in the currency of the tax: by its own stored rate, or else by the rate the books held on its day. What was
 * paid for a pair goes by the rate of the day it was bought, and only where none was known then by that of its sale: a
 * sale changes nothing of a period that was filed before it. What no rate joins, or what lacks a day, is left out with its
 * reason. The same rows in any order give the same.
 */
export function settleBooks(books: TaxBooks, profile: TaxProfile, currency: CurrencyCode): SettledBooks {
  const left: LeftOut[] = [];
  const pairs = new Map(books.pairs.map((pair) => [pair.id, pair]));
  // Of a pair sold more than once the first sale lends its rate, in whatever order they come.
  const oldestLast = books.sales.toSorted((a, b) => b.soldAt - a.soldAt || (a.id < b.id ? 1 : -1));
  const rateOfPair = new Map(oldestLast.map((sale) => [sale.pairId, sale.fx]));
  const to: Convert = (amount, own, at) =>
    inCurrency(amount, currency, own, 'half-even') ??
    inCurrency(amount, currency, books.rateAt(amount.currency, currency, at), 'half-even');
  const costOf: CostOf = (pair, amount) => {
    if (amount === null) return null;
    const [at, ofSale] = [pair.boughtAt ?? pair.createdAt, rateOfPair.get(pair.id) ?? null];
    return to(amount, null, at) ?? inCurrency(amount, currency, ofSale, 'half-even');
  };
  const gone = goneByPair(books.sales);
  const events = books.sales.flatMap((sale) => {
    const settled = eventsOf(sale, pairs.get(sale.pairId) ?? null, { books, profile, currency, to, costOf });
    if (typeof settled !== 'string') return settled;
    left.push(leftSale(sale, settled));
    return [];
  });
  const stock = books.pairs.flatMap((pair) => {
    const settled = stockOf(pair, gone.get(pair.id) ?? [], profile, costOf, currency);
    if (typeof settled !== 'string') return settled;
    left.push({ kind: 'pair', id: pair.id, pairId: pair.id, name: pair.name, at: pair.createdAt, reason: settled });
    return [];
  });
  const expenses = books.expenses.flatMap((expense): SettledExpense[] => {
    const amount = to(expense.amount, expense.fx, expense.spentAt);
    const tax = expense.tax === null ? money(0, currency) : to(expense.tax, expense.fx, expense.spentAt);
    if (amount !== null && tax !== null) return [{ expense, amount, tax }];
    left.push(leftExpense(expense, 'no-rate'));
    return [];
  });
  return {
    currency,
    events: events.toSorted(byTime),
    stock: stock.toSorted((a, b) => a.boughtAt - b.boughtAt || (a.pair.id < b.pair.id ? -1 : 1)),
    expenses: expenses.toSorted(
      (a, b) => a.expense.spentAt - b.expense.spentAt || (a.expense.id < b.expense.id ? -1 : 1),
    ),
    left: left.toSorted(byTime),
  };
}

type Convert = (amount: Money, own: FxRate | null, at: Instant) => Money | null;
type CostOf = (pair: Pair, amount: Money | null) => Money | null;

interface Settling {
  readonly books: TaxBooks;
  readonly profile: TaxProfile;
  readonly currency: CurrencyCode;
  readonly to: Convert;
  readonly costOf: CostOf;
}

/** A sale and, where it was taken back, its reversal; or why it is in no sum. */
function eventsOf(told: Sale, pair: Pair | null, settling: Settling): readonly SaleEvent[] | LeftReason {
  const { books, profile, to, costOf } = settling;
  const sale = withRate(told, settling);
  const price = to(sale.price, sale.fx, sale.soldAt);
  if (price === null) return 'no-rate';
  const treatment = pair === null ? treatmentWithoutPair(profile) : treatmentOf(pair, profile).treatment;
  if (treatment === null) return 'no-pair';
  if (sale.status === 'reversed' && sale.reversal === null) return 'no-reversal-day';
  const soldOn = localDate(sale.soldAt, books.offsetAt);
  const sold: SaleEvent = {
    id: `sale:${sale.id}`,
    kind: 'sale',
    sign: 1,
    sale,
    pair,
    treatment,
    at: sale.soldAt,
    day: soldOn,
    soldOn,
    price,
    cost: pair === null ? null : costOf(pair, pair.cost),
    payout: sale.payout === null ? null : to(sale.payout, sale.fx, sale.soldAt),
  };
  if (sale.status !== 'reversed' || sale.reversal === null) return [sold];
  const at = sale.reversal.at > sale.soldAt ? sale.reversal.at : sale.soldAt;
  const day = localDate(at, books.offsetAt);
  return [sold, { ...sold, id: `reversal:${sale.id}`, kind: 'reversal', sign: -1, at, day }];
}

function withRate(sale: Sale, { books, currency }: Settling): Sale {
  const serves = inCurrency(sale.price, currency, sale.fx, 'half-even') !== null;
  return serves ? sale : { ...sale, fx: books.rateAt(sale.price.currency, currency, sale.soldAt) };
}

/** A pair as stock, or why it is in no sum. One in the bin that is not sold, or not any more, is none. */
function stockOf(
  pair: Pair,
  sold: StockPair['gone'],
  profile: TaxProfile,
  costOf: CostOf,
  currency: CurrencyCode,
): readonly StockPair[] | LeftReason {
  if (pair.deletedAt !== null && sold.every(({ to }) => to !== null)) return [];
  if (pair.cost === null) return 'no-cost';
  if (pair.boughtAt === null) return 'no-purchase-day';
  const [cost, otherCosts] = [costOf(pair, pair.cost), costOf(pair, pair.otherCosts)];
  const told = pair.tax?.inputTax ?? null;
  const inputTax = costOf(pair, told);
  if (cost === null || (pair.otherCosts !== null && otherCosts === null)) return 'no-rate';
  if (told !== null && inputTax === null) return 'no-rate';
  const none = money(0, currency);
  return [
    {
      pair,
      treatment: treatmentOf(pair, profile).treatment,
      boughtAt: pair.boughtAt,
      cost,
      otherCosts: otherCosts ?? none,
      inputTax: inputTax ?? none,
      gone: pair.status === 'written-off' ? [...sold, { from: writtenOffAt(pair), to: null }] : sold,
    },
  ];
}

/** When a pair was written off; where that was not kept, when it was changed last. */
export function writtenOffAt(pair: Pair): Instant {
  return pair.writtenOffAt ?? pair.updatedAt;
}

/** What the platform kept of a sale; null while the payout is not known. */
export function takeOf({ price, payout }: Pick<SaleEvent, 'price' | 'payout'>): Money | null {
  return payout === null ? null : subtract(price, payout);
}

/** A sale that was cancelled, or failed verification: no buyer ever paid for it. */
export function neverCameAbout({ reversal }: Pick<Sale, 'reversal'>): boolean {
  return reversal?.reason === 'cancelled' || reversal?.reason === 'failed-verification';
}

/** Whether a pair was in the stock just before a moment. */
export function inStockBefore({ boughtAt, gone }: Pick<StockPair, 'boughtAt' | 'gone'>, at: Instant): boolean {
  return boughtAt < at && !gone.some(({ from, to }) => from < at && (to === null || to >= at));
}

export function leftSale(sale: Sale, reason: LeftReason): LeftOut {
  return { kind: 'sale', id: sale.id, pairId: sale.pairId, name: sale.name, at: sale.soldAt, reason };
}

function leftExpense(expense: TaxExpense, reason: LeftReason): LeftOut {
  const name = expense.supplier === '' ? expense.note : expense.supplier;
  return { kind: 'expense', id: expense.id, pairId: null, name, at: expense.spentAt, reason };
}

/** A reversed sale without a day of its reversal never took its pair away. */
function goneByPair(sales: readonly Sale[]): ReadonlyMap<string, StockPair['gone'][number][]> {
  const gone = new Map<string, StockPair['gone'][number][]>();
  for (const { pairId, soldAt, status, reversal } of sales) {
    if (status === 'reversed' && reversal === null) continue;
    const span = { from: soldAt, to: status === 'reversed' ? (reversal?.at ?? null) : null };
    gone.set(pairId, [...(gone.get(pairId) ?? []), span]);
  }
  return gone;
}
