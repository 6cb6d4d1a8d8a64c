import { minor } from '../money/money';
import { chargesOf } from '../sales/charges';
import { isWithin, type OffsetAt } from '../time/period';
import { localDate } from '../time/local-date';
import type { TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';
import { leftSale, takeOf, type SaleEvent, type SettledBooks } from './settle-books';
import type { LeftOut } from './tax-books';
import type { TaxEntry } from './tax-report';
import { isRegisteredOn, taxOnSale } from './tax-on-sale';
import { inCurrency } from '../money/fx';

/** Entries in the making, with what could not be one. */
export interface Collected {
  readonly entries: TaxEntry[];
  readonly left: LeftOut[];
}

/** What a sale event adds, by the tax inside it; null: it has no part in the report. */
export type SaleFigures = (event: SaleEvent, tax: number | null) => Readonly<Record<string, number>> | null;

/**
 * The sales of a period as entries, reversals the other way round on their own day. Sales before the registration have no
 * part in a return, and neither has what was given back of them later.
 */
export function saleEntries(
  { events }: SettledBooks,
  profile: TaxProfile,
  period: TaxPeriod,
  figuresOf: SaleFigures,
): Collected {
  const collected: Collected = { entries: [], left: [] };
  for (const event of events) {
    if (!isWithin(period, event.at) || !isRegisteredOn(profile, event.soldOn)) continue;
    const tax = taxOnSale(event, profile);
    if (tax.kind === 'left') {
      collected.left.push(leftSale(event.sale, tax.reason));
      continue;
    }
    const figures = figuresOf(event, tax.kind === 'tax' ? tax.tax.minor : null);
    if (figures !== null) collected.entries.push(saleEntry(event, figures));
  }
  return collected;
}

/** A sale as a row of a return; what was given back takes its figures away again. */
export function saleEntry(event: SaleEvent, figures: Readonly<Record<string, number>>): TaxEntry {
  const { id, kind, sale, treatment, at, sign } = event;
  const signed = Object.entries(figures).map(([figure, units]) => [figure, minor(sign * units)] as const);
  return {
    id,
    kind,
    rowId: sale.id,
    pairId: sale.pairId,
    name: sale.name,
    at,
    treatment,
    figures: Object.fromEntries(signed),
  };
}

/** Figures purchases and expenses add to: `inputTax` the tax, `purchases` the rest. */
interface PurchaseFigures {
  readonly inputTax: string;
  readonly purchases: string;
}

/** What was bought and spent in a period, with the tax on its papers. */
export function purchaseEntries(
  { stock, expenses, events, currency }: SettledBooks,
  profile: TaxProfile,
  period: TaxPeriod,
  { inputTax, purchases }: PurchaseFigures,
  offsetAt: OffsetAt,
): readonly TaxEntry[] {
  const counts = (at: Parameters<typeof localDate>[0]): boolean =>
    isWithin(period, at) && isRegisteredOn(profile, localDate(at, offsetAt));
  const bought = stock.flatMap((piece): TaxEntry[] => {
    if (!counts(piece.boughtAt)) return [];
    const { pair, treatment, cost, otherCosts } = piece;
    const net = minor(cost.minor + otherCosts.minor - piece.inputTax.minor);
    return [
      {
        id: `purchase:${pair.id}`,
        kind: 'purchase',
        rowId: pair.id,
        pairId: pair.id,
        name: pair.name,
        at: piece.boughtAt,
        treatment,
        figures: { [inputTax]: piece.inputTax.minor, [purchases]: net },
      },
    ];
  });
  const spent = expenses.flatMap(({ expense, amount, tax }): TaxEntry[] => {
    // Own mileage is no purchase from anybody.
    if (!counts(expense.spentAt) || expense.mileage !== null) return [];
    return [
      {
        id: `expense:${expense.id}`,
        kind: 'expense',
        rowId: expense.id,
        pairId: null,
        name: expense.supplier === '' ? expense.note : expense.supplier,
        at: expense.spentAt,
        treatment: null,
        figures: { [inputTax]: tax.minor, [purchases]: minor(amount.minor - tax.minor) },
      },
    ];
  });
  const fees = events.flatMap((event): TaxEntry[] => {
    const take = takeOf(event);
    const feeTax = chargesOf(event.sale).feeTax;
    if (take === null || feeTax === null || !isWithin(period, event.at)) return [];
    if (!isRegisteredOn(profile, event.soldOn)) return [];
    const tax = inCurrency(feeTax, currency, event.sale.fx, 'half-even');
    if (tax === null) return [];
    const entry = saleEntry(event, { [inputTax]: tax.minor, [purchases]: minor(take.minor - tax.minor) });
    return [{ ...entry, id: `fees:${event.id}`, kind: 'fees' }];
  });
  return [...bought, ...spent, ...fees];
}
