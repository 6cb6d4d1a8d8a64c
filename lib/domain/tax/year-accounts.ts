import { minor } from '../money/money';
import { chargesOf, penaltyOf } from '../sales/charges';
import { inCurrency } from '../money/fx';
import type { Money } from '../money/money';
import { isWithin, type OffsetAt } from '../time/period';
import { localDate } from '../time/local-date';
import { ossDestination } from './eu-vat';
import { EXPENSE_LINES, lineOf } from './expense-lines';
import { pooledPeriods } from './global-pool';
import { leftIn } from './left-in';
import { saleEntry } from './return-entries';
import {
  inStockBefore,
  leftSale,
  neverCameAbout,
  takeOf,
  type SaleEvent,
  type SettledBooks,
  type StockPair,
} from './settle-books';
import type { LeftOut } from './tax-books';
import { isRegisteredOn, taxOnSale, type SaleTax } from './tax-on-sale';
import type { TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';
import { standardRate, taxInside } from './tax-rate';
import { byTime, figureOf, totalOf, type TaxEntry, type TaxFigure, type TaxReport } from './tax-report';

/**
 * A year of trading by the lines of Schedule C (which other countries' accounts have under other names): receipts,
 * returns, cost of goods sold from the stock at both ends, expenses, profit. Registered sellers' figures are without
 * their VAT or GST.
 *
 * - 1: what buyers paid, also for what came back later; 2: what was given back; 3 = 1 - 2; 5 = 3 - 4; 7 = 5.
 * - 35 the stock at its start at cost, 36 purchases, 39 what else went into them, 40 = 35 + 36 + 39, 41 the stock at its
 *   end, 42 = 40 - 41: each pair's own cost. 4 = 42.
 * - Platform fees are on 10, their labels and advertising on those lines; 28 is all of 8 to 27, and 31 = 7 - 28. Fees of a
 *   sale that was given back are taken off again on that day, and what was charged for it is added.
 *
 * @example stock $200.00, bought for $300.00, left $150.00: 42 = 200 + 300 - 150 = $350.00
 */
export function yearAccounts(
  books: SettledBooks,
  profile: TaxProfile,
  period: TaxPeriod,
  offsetAt: OffsetAt,
): TaxReport {
  const left: LeftOut[] = [...leftIn(books.left, period)];
  const entries = [
    ...books.events.flatMap((event) => receiptsOf(event, profile, period, left)),
    ...poolTax(books, profile, period, offsetAt),
    ...books.events.flatMap((event) => feesOf(event, profile, period, left)),
    ...books.stock.flatMap((piece) => stockOf(piece, profile, period, offsetAt)),
    ...expensesOf(books, profile, period, offsetAt),
  ].toSorted(byTime);
  return { kind: 'year', period, currency: books.currency, entries, left, figures: figuresOf(entries, books.currency) };
}

function figuresOf(entries: readonly TaxEntry[], currency: TaxReport['currency']): readonly TaxFigure[] {
  const line = (id: string): number => totalOf(entries, id);
  const lines = EXPENSE_LINES.map((each) => `line${each}`);
  const net = minor(line('line1') - line('line2'));
  const goods = minor(line('line35') + line('line36') + line('line39'));
  const cost = minor(goods - line('line41'));
  const gross = minor(net - cost);
  const spent = lines.reduce((sum, id) => minor(sum + line(id)), 0);
  const rows = (id: string): TaxFigure => figureOf(id, line(id), currency);
  const made = (id: string, amount: number, from: readonly string[]): TaxFigure =>
    figureOf(id, amount, currency, { from });
  return [
    rows('line1'),
    rows('line2'),
    made('line3', net, ['line1', 'line2']),
    made('line4', cost, ['line42']),
    made('line5', gross, ['line3', 'line4']),
    made('line7', gross, ['line5']),
    ...lines.map(rows),
    made('line28', spent, lines),
    made('line31', minor(gross - spent), ['line7', 'line28']),
    rows('line35'),
    rows('line36'),
    rows('line39'),
    made('line40', goods, ['line35', 'line36', 'line39']),
    rows('line41'),
    made('line42', cost, ['line40', 'line41']),
  ];
}

/** A sale that never came about leaves the receipts; one that was given back is a return. */
function receiptsOf(event: SaleEvent, profile: TaxProfile, period: TaxPeriod, left: LeftOut[]): readonly TaxEntry[] {
  if (!isWithin(period, event.at)) return [];
  const tax = taxInPrice(event, profile);
  if (tax.kind === 'left') {
    left.push(leftSale(event.sale, tax.reason));
    return [];
  }
  const net = tax.kind === 'tax' ? minor(event.price.minor - tax.tax.minor) : event.price.minor;
  if (event.kind === 'sale') return [saleEntry(event, { line1: net })];
  const neverWas = neverCameAbout(event.sale) && isWithin(period, event.sale.soldAt);
  return [saleEntry(event, neverWas ? { line1: net } : { line2: minor(-net) })];
}

/** What the one-stop shop is told of is taxed where it went, at the rate there. */
function taxInPrice(event: SaleEvent, profile: TaxProfile): SaleTax {
  const went = profile.oss && isRegisteredOn(profile, event.soldOn) ? ossDestination(event, profile) : null;
  const rate = went === null ? null : standardRate(went, event.soldOn);
  return rate === null ? taxOnSale(event, profile) : { kind: 'tax', tax: taxInside(event.price, rate) };
}

/** Under global accounting the VAT leaves the receipts period by period. */
function poolTax(books: SettledBooks, profile: TaxProfile, period: TaxPeriod, offsetAt: OffsetAt): readonly TaxEntry[] {
  return pooledPeriods(books, profile, period.to, offsetAt).flatMap(({ period: pooled, tax }) => {
    const at = minor(pooled.to - 1) as unknown as TaxEntry['at'];
    if (tax === 0 || !isWithin(period, at)) return [];
    return [
      {
        id: `scheme:${pooled.first}`,
        kind: 'scheme' as const,
        rowId: pooled.first,
        pairId: null,
        name: '',
        at,
        treatment: 'global' as const,
        figures: { line1: minor(-tax) },
      },
    ];
  });
}

/** On the day of the sale; on the day of its reversal they come back, and what was charged for that is added. */
function feesOf(event: SaleEvent, profile: TaxProfile, period: TaxPeriod, left: LeftOut[]): readonly TaxEntry[] {
  if (!isWithin(period, event.at)) return [];
  const { sale, price, kind } = event;
  const charged = kind === 'reversal' ? chargedFor(event, profile) : [];
  const take = takeOf(event);
  if (take === null) {
    if (sale.status !== 'reversed') left.push(leftSale(sale, 'no-payout'));
    return charged;
  }
  const charges = chargesOf(sale);
  const here = (amount: Money | null): number =>
    amount === null ? 0 : (inCurrency(amount, price.currency, sale.fx, 'half-even')?.minor ?? 0);
  const [shipping, advertising] = [here(charges.shipping), here(charges.advertising)];
  const tax = isRegisteredOn(profile, event.soldOn) && profile.country !== 'US' ? here(charges.feeTax) : 0;
  const figures = sums([
    [`line${lineOf(profile, 'postage')}`, shipping],
    [`line${lineOf(profile, 'advertising')}`, advertising],
    [`line${lineOf(profile, 'platform-fees')}`, minor(take.minor - shipping - advertising - tax)],
  ]);
  return [{ ...saleEntry(event, figures), id: `fees:${event.id}`, kind: 'fees' }, ...charged];
}

function chargedFor(event: SaleEvent, profile: TaxProfile): readonly TaxEntry[] {
  const penalty = penaltyOf(event.sale);
  const here = penalty === null ? null : inCurrency(penalty, event.price.currency, event.sale.fx, 'half-even');
  if (here === null || here.minor === 0) return [];
  const figures = { [`line${lineOf(profile, 'platform-fees')}`]: here.minor };
  return [{ ...saleEntry({ ...event, sign: 1 }, figures), id: `penalty:${event.sale.id}`, kind: 'fees' }];
}

function stockOf(piece: StockPair, profile: TaxProfile, period: TaxPeriod, offsetAt: OffsetAt): readonly TaxEntry[] {
  const { pair, treatment, boughtAt, cost, otherCosts } = piece;
  const reclaimed =
    isRegisteredOn(profile, localDate(boughtAt, offsetAt)) && profile.country !== 'US' ? piece.inputTax.minor : 0;
  const price = minor(cost.minor - reclaimed);
  const value = minor(price + otherCosts.minor);
  const figures: Record<string, number> = {};
  if (inStockBefore(piece, period.from)) figures['line35'] = value;
  // What came back was in no stock at the start: it is one of this year's again.
  else if (boughtAt < period.from && cameBackIn(piece, period)) figures['line36'] = value;
  if (isWithin(period, boughtAt)) Object.assign(figures, { line36: price, line39: otherCosts.minor });
  if (inStockBefore(piece, period.to)) figures['line41'] = value;
  if (Object.keys(figures).length === 0) return [];
  const base = { rowId: pair.id, pairId: pair.id, name: pair.name, treatment, at: boughtAt };
  return [{ ...base, id: `stock:${pair.id}`, kind: 'stock', figures }];
}

function cameBackIn({ gone }: StockPair, period: TaxPeriod): boolean {
  return gone.some(({ from, to }) => from < period.from && to !== null && isWithin(period, to));
}

function expensesOf(
  { expenses }: SettledBooks,
  profile: TaxProfile,
  period: TaxPeriod,
  offsetAt: OffsetAt,
): readonly TaxEntry[] {
  return expenses.flatMap(({ expense, amount, tax }): TaxEntry[] => {
    if (!isWithin(period, expense.spentAt)) return [];
    const reclaimed = isRegisteredOn(profile, localDate(expense.spentAt, offsetAt)) && profile.country !== 'US';
    return [
      {
        id: `expense:${expense.id}`,
        kind: 'expense',
        rowId: expense.id,
        pairId: null,
        name: expense.supplier === '' ? expense.note : expense.supplier,
        at: expense.spentAt,
        treatment: null,
        figures: { [`line${lineOf(profile, expense.category)}`]: minor(amount.minor - (reclaimed ? tax.minor : 0)) },
      },
    ];
  });
}

function sums(parts: readonly (readonly [string, number])[]): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [id, units] of parts) if (units !== 0) figures[id] = minor((figures[id] ?? 0) + units);
  return figures;
}
