import type { ArchvdDatabase } from '@/lib/db/database';
import type {
  FeeKind,
  LeftOutRow,
  Ledger,
  LedgerPenalty,
  LedgerPurchase,
  LedgerReceipt,
  LedgerSale,
  LedgerSpending,
} from '@/lib/domain/exports/ledger';
import type { Pair } from '@/lib/domain/inventory/pair';
import { inCurrency, type FxRate } from '@/lib/domain/money/fx';
import { money, type Money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { saleTaxOf } from '@/lib/domain/tax/sale-tax';
import { isRegisteredOn } from '@/lib/domain/tax/tax-on-sale';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { localDate } from '@/lib/domain/time/local-date';
import { instant, type CalendarDate, type Instant } from '@/lib/domain/time/instant';
import { isWithin, type OffsetAt, type Period } from '@/lib/domain/time/period';
import { bookLines, type BookLine, type BookLines } from './book-lines';
import { readDayRates } from './day-rates';
import type { Valuation } from './valuation';

export interface ExportRequest {
  /** null: all there is. */
  readonly period: Period | null;
  readonly basis: 'cash' | 'accrual';
  readonly valuation: Valuation;
  readonly offsetAt: OffsetAt;
  readonly tax: TaxProfile;
}

/**
 * The books of a time as accounting programs take them. Sales by the basis asked for; purchases, spending and penalties by
 * their day; money that arrived by payouts, and by single paid sales that belong to none. What cannot be told is left out
 * and named.
 *
 * It comes to the same as the profit and loss: profit of the sales less penalties less spending that is on no pair.
 */
export async function exportLedger(db: ArchvdDatabase, request: ExportRequest): Promise<Ledger> {
  const { period, valuation, offsetAt } = request;
  const [books, bought, payouts, numbered] = await Promise.all([
    bookLines(db, request),
    readBought(db, period),
    db.payouts.orderBy('paidAt').toArray(),
    db.stockBook.toArray(),
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
  const numbers = new Map(numbered.map(({ id, number }) => [id, number]));
  const sales = books.sales.flatMap((line) => saleOf(line, request, numbers, leftOut));
  for (const { sale } of books.unsettled) leftOut.push({ id: sale.id, what: named(sale), reason: 'not-paid' });
  const paid = payouts.filter(({ paidAt }) => period === null || isWithin(period, paidAt));
  const days = [...books.sales.map(({ at }) => at), ...paid.map(({ paidAt }) => paidAt)];
  const [first, last] = [Math.min(valuation.now, ...days), period === null ? valuation.now : period.to - 1];
  return {
    currency: valuation.currency,
    from: localDate(period?.from ?? instant(first), offsetAt),
    to: localDate(instant(last), offsetAt),
    sales,
    spending: spendingOf(books, request, to, leftOut),
    penalties: penaltiesOf(books, offsetAt),
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
      ...(await paidAlone(db, request)),
    ],
    leftOut,
  };
}

/** Into the currency of the books: by the row's own stored rate, else by the one of the moment. */
type Convert = (amount: Money, at: Instant, own?: FxRate | null) => Money | null;

function named({ orderNumber, name }: { readonly orderNumber: string; readonly name: string }): string {
  return [orderNumber, name].filter(Boolean).join(' ');
}

function saleOf(
  { sale, pair, line, at }: BookLine,
  { offsetAt, tax }: ExportRequest,
  numbers: ReadonlyMap<string, number>,
  leftOut: LeftOutRow[],
): readonly LedgerSale[] {
  if (line === null || line.fees === null || line.net === null) {
    const reason = sale.status === 'reversed' ? 'reversed' : line === null ? 'missing-rate' : 'fees-unknown';
    leftOut.push({ id: sale.id, what: named(sale), reason });
    return [];
  }
  const on = localDate(at, offsetAt);
  // The tax point is the sale, whenever its money came.
  const taxed = saleTaxOf(tax, pair, line.revenue, localDate(sale.soldAt, offsetAt));
  return [
    {
      id: sale.id,
      on,
      paidOn: sale.paid === null ? null : localDate(sale.paid.at, offsetAt),
      orderNumber: sale.orderNumber,
      invoiceNumber: invoiceOf(sale, taxed?.treatment ?? null, numbers.get(sale.pairId), tax),
      platform: sale.marketplace,
      buyer: sale.details?.buyer ?? '',
      country: sale.details?.country ?? null,
      name: sale.name,
      styleCode: pair?.styleCode ?? sale.rawSku,
      size: pair === null ? formatSize({ value: sale.sizeValue, system: 'US' }) : formatSize(pair.size),
      price: line.revenue,
      fees: feesOf(line.fees),
      net: line.net,
      isEstimated: line.estimated,
      pairId: sale.pairId,
      cost: line.cost,
      otherCosts: line.otherCosts,
      expenses: line.expenses.minor === 0 ? null : line.expenses,
      profit: line.profit,
      boughtOn: pair?.boughtAt == null ? null : localDate(pair.boughtAt, offsetAt),
      treatment: taxed?.treatment ?? null,
      tax: taxed?.tax ?? null,
    },
  ];
}

/**
 * The seller's own number; of margin goods the one the stock book gives. What names a sale told by hand is a note, which
 * several may share: the end of the row's id tells them apart.
 */
function invoiceOf(
  { id, externalOrderId, orderNumber, details }: Sale,
  treatment: LedgerSale['treatment'],
  number: number | undefined,
  { invoicePrefix }: TaxProfile,
): string {
  const told = details?.invoiceNumber ?? '';
  const isMargin = treatment === 'margin' || treatment === 'global';
  if (told !== '') return told;
  if (isMargin && number !== undefined && invoicePrefix !== '') return `${invoicePrefix}${number}`;
  return externalOrderId === id && orderNumber !== '' ? `${orderNumber}-${id.slice(-6)}` : '';
}

/** Every part that is not zero; a take nobody splits stands as commission. */
function feesOf({ take, split, cashOut }: NonNullable<NonNullable<BookLine['line']>['fees']>): LedgerSale['fees'] {
  const parts: Partial<Record<FeeKind, Money | null>> = split === null ? { commission: take } : { ...split };
  const all = { ...parts, cashOut };
  return (Object.keys(all) as FeeKind[]).flatMap((kind) => {
    const amount = all[kind];
    return amount == null || amount.minor === 0 ? [] : [{ kind, amount }];
  });
}

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

/** Sales whose money is known to have come, but by no payout of the books: each is money that arrived by itself. */
async function paidAlone(db: ArchvdDatabase, request: ExportRequest): Promise<readonly LedgerReceipt[]> {
  const { sales } = await bookLines(db, { ...request, basis: 'cash' });
  return sales.flatMap(({ sale, line, at }) =>
    line === null || line.net === null || sale.paid === null || sale.paid.payoutId !== null
      ? []
      : [
          {
            id: sale.id,
            on: localDate(at, request.offsetAt),
            platform: sale.marketplace,
            reference: sale.orderNumber,
            amount: line.net,
            saleIds: [sale.id],
          },
        ],
  );
}
