import type { ArchvdDatabase } from '@/lib/db/database';
import type {
  LeftOutRow,
  Ledger,
  LedgerPenalty,
  LedgerPurchase,
  LedgerReceipt,
  LedgerSale,
  LedgerSpending,
} from '@/lib/domain/exports/ledger';
import type { LedgerReturn } from '@/lib/domain/exports/ledger-return';
import type { Pair } from '@/lib/domain/inventory/pair';
import { inCurrency, type FxRate } from '@/lib/domain/money/fx';
import { money, type Money } from '@/lib/domain/money/money';
import { isRegisteredOn } from '@/lib/domain/tax/tax-on-sale';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { localDate } from '@/lib/domain/time/local-date';
import { instant, type CalendarDate, type Instant } from '@/lib/domain/time/instant';
import { isWithin, type OffsetAt, type Period } from '@/lib/domain/time/period';
import { bookLines, type BookLines } from './book-lines';
import { readDayRates } from './day-rates';
import { readReceipts } from './export-receipts';
import { namedRow, type ExportRequest } from './export-request';
import { readUndone, type UndoneLine } from './export-returns';
import { ledgerSale } from './export-sale';
import { writtenOff } from './export-write-offs';
import { readOwnInvoices, type OwnInvoices } from './own-invoices';

/**
 * The books of a time as accounting programs take them. Sales by the basis asked for; purchases, spending, penalties and
 * what was written off by their day; money that arrived by payouts, and by single paid sales that belong to none. A sale
 * that was given back stays in its time, and its return is in the time it was given back in. What cannot be told is left
 * out and named.
 *
 * It comes to the same as the profit and loss: profit of the sales that stand less penalties, what was written off and
 * spending that is on no pair.
 */
export async function exportLedger(db: ArchvdDatabase, request: ExportRequest): Promise<Ledger> {
  const { period, valuation, offsetAt } = request;
  const [books, undone, bought, payouts, ownInvoices] = await Promise.all([
    bookLines(db, request),
    readUndone(db, request),
    readBought(db, period),
    db.payouts.orderBy('paidAt').toArray(),
    readOwnInvoices(db, request.tax.invoicePrefix),
  ]);
  const rates = await readDayRates(db, [
    valuation.currency,
    ...bought.flatMap(({ cost, otherCosts, tax }) =>
      [cost, otherCosts, tax?.inputTax].flatMap((amount) => amount?.currency ?? []),
    ),
    ...[...payouts, ...books.expenses].map(({ amount }) => amount.currency),
  ]);
  const to: Convert = (amount, at, own = null) =>
    inCurrency(amount, valuation.currency, own, 'half-even') ??
    inCurrency(amount, valuation.currency, rates(amount.currency, valuation.currency, at), 'half-even');
  const leftOut: LeftOutRow[] = [];
  const { sales, returns } = salesOf(books, undone, request, ownInvoices, leftOut);
  const paid = payouts.filter(({ paidAt }) => period === null || isWithin(period, paidAt));
  const days = [...books.sales, ...(period === null ? undone : [])].map(({ at }) => at);
  const first = Math.min(valuation.now, ...days, ...paid.map(({ paidAt }) => paidAt));
  const last = period === null ? valuation.now : period.to - 1;
  return {
    currency: valuation.currency,
    from: localDate(period?.from ?? instant(first), offsetAt),
    to: localDate(instant(last), offsetAt),
    sales,
    returns,
    spending: spendingOf(books, request, to, leftOut),
    penalties: penaltiesOf(books, offsetAt),
    writeOffs: await writtenOff(db, request, leftOut),
    purchases: bought.flatMap((pair) => purchaseOf(pair, request, to, leftOut)),
    receipts: [
      ...paid.flatMap((payout): readonly LedgerReceipt[] => {
        const amount = to(payout.amount, payout.paidAt, payout.fx);
        if (amount === null) {
          leftOut.push({ id: payout.id, what: payout.ref, reason: 'missing-rate' });
          return [];
        }
        const on = localDate(payout.paidAt, offsetAt);
        return [{ id: payout.id, on, platform: payout.platform, reference: payout.ref, amount, saleIds: [] }];
      }),
      ...(await readReceipts(db, request)),
    ],
    leftOut,
  };
}

/** The sales of the time, those given back since among them, and what was given back in it. */
function salesOf(
  books: BookLines,
  undone: readonly UndoneLine[],
  request: ExportRequest,
  ownInvoices: OwnInvoices,
  leftOut: LeftOutRow[],
): Pick<Ledger, 'sales' | 'returns'> {
  const { period, offsetAt } = request;
  const within = (at: Instant): boolean => period === null || isWithin(period, at);
  const told = new Map(
    undone.flatMap((each) => {
      const backOn = localDate(each.backAt, offsetAt);
      const sale = ledgerSale(each, request, ownInvoices, backOn);
      return sale === null ? [] : [[each.sale.id, { on: backOn, sale }] as const];
    }),
  );
  const standing = books.sales.filter(({ sale }) => sale.status !== 'reversed');
  const lines = [...standing, ...undone.filter(({ at }) => within(at))].toSorted(
    (a, b) => a.at - b.at || (a.sale.id < b.sale.id ? -1 : 1),
  );
  const sales = lines.flatMap((each): readonly LedgerSale[] => {
    if (each.sale.status === 'reversed') return one(told.get(each.sale.id)?.sale);
    const sale = ledgerSale(each, request, ownInvoices);
    if (sale !== null) return [sale];
    const reason = each.line === null ? 'missing-rate' : 'fees-unknown';
    leftOut.push({ id: each.sale.id, what: namedRow(each.sale), reason });
    return [];
  });
  // Of these neither the sale nor its return can be told, in neither of their times.
  const untold = [...books.sales, ...undone.filter(({ at }) => within(at))].flatMap(({ sale }) =>
    sale.status === 'reversed' && !told.has(sale.id) ? [[sale.id, sale] as const] : [],
  );
  for (const [id, sale] of new Map(untold)) leftOut.push({ id, what: namedRow(sale), reason: 'reversed' });
  for (const { sale } of books.unsettled) leftOut.push({ id: sale.id, what: namedRow(sale), reason: 'not-paid' });
  const returns = undone
    .filter(({ backAt }) => within(backAt))
    .toSorted((a, b) => a.backAt - b.backAt || (a.sale.id < b.sale.id ? -1 : 1))
    .flatMap(({ sale }): readonly LedgerReturn[] => one(told.get(sale.id)));
  return { sales, returns };
}

function one<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** Into the currency of the books: by the row's own stored rate, else by the one of the moment. */
type Convert = (amount: Money, at: Instant, own?: FxRate | null) => Money | null;

function spendingOf(
  { expenses }: BookLines,
  { offsetAt, tax: profile }: ExportRequest,
  to: Convert,
  leftOut: LeftOutRow[],
): readonly LedgerSpending[] {
  return expenses.flatMap(({ id, spentAt, category, here, tax, supplier, note, fx, shares, mileage }) => {
    if (here === null) {
      leftOut.push({ id, what: supplier || note || category, reason: 'missing-rate' });
      return [];
    }
    const on = localDate(spentAt, offsetAt);
    return [
      {
        id,
        on,
        category,
        amount: here,
        tax: tax === null || !isReclaimed(profile, on) ? null : to(tax, spentAt, fx),
        onPairs: shares.length === 0 ? money(0, here.currency) : here,
        isJourney: mileage !== null,
        supplier,
        note,
      },
    ];
  });
}

/** Whether tax on a paper comes back; a seller who has not said where they are taxed may know. */
function isReclaimed(profile: TaxProfile, day: CalendarDate): boolean {
  return profile.country === null || (profile.country !== 'US' && isRegisteredOn(profile, day));
}

function penaltiesOf({ report, sales }: BookLines, offsetAt: OffsetAt): readonly LedgerPenalty[] {
  const saleOfId = new Map(sales.map(({ sale }) => [sale.id, sale]));
  return report.excluded.flatMap(({ saleId, at, penalty }) => {
    const sale = saleOfId.get(saleId);
    if (sale === undefined || penalty === null || penalty.minor === 0) return [];
    const { orderNumber, name, marketplace: platform } = sale;
    return [{ id: saleId, on: localDate(at, offsetAt), platform, orderNumber, name, amount: penalty }];
  });
}

/** Pairs with a cost that were bought in the time; those the seller threw away are none. */
async function readBought(db: ArchvdDatabase, period: Period | null): Promise<readonly Pair[]> {
  const pairs = await db.inventory.toArray();
  return pairs
    .filter(
      ({ deletedAt, cost, boughtAt }) =>
        deletedAt === null && cost !== null && boughtAt !== null && (period === null || isWithin(period, boughtAt)),
    )
    .toSorted((a, b) => (a.boughtAt ?? 0) - (b.boughtAt ?? 0) || (a.id < b.id ? -1 : 1));
}

function purchaseOf(
  pair: Pair,
  { offsetAt, tax: profile }: ExportRequest,
  to: Convert,
  leftOut: LeftOutRow[],
): readonly LedgerPurchase[] {
  const { boughtAt } = pair;
  if (boughtAt === null || pair.cost === null) return [];
  const on = localDate(boughtAt, offsetAt);
  const cost = to(pair.cost, boughtAt);
  const otherCosts = pair.otherCosts === null ? null : to(pair.otherCosts, boughtAt);
  const inputTax = isReclaimed(profile, on) ? (pair.tax?.inputTax ?? null) : null;
  if (cost === null || (pair.otherCosts !== null && otherCosts === null)) {
    leftOut.push({ id: pair.id, what: pair.name, reason: 'missing-rate' });
    return [];
  }
  return [
    {
      pairId: pair.id,
      on,
      name: pair.name,
      styleCode: pair.styleCode ?? '',
      size: formatSize(pair.size),
      supplier: pair.supplier ?? '',
      invoice: pair.tax?.purchaseInvoice ?? '',
      cost,
      otherCosts,
      tax: inputTax === null ? null : to(inputTax, boughtAt),
    },
  ];
}
