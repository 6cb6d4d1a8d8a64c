import type { ArchvdDatabase } from '@/lib/db/database';
import type {
  FeeKind,
  LeftOutRow,
  Ledger,
  LedgerPurchase,
  LedgerReceipt,
  LedgerSale,
  LedgerSpending,
} from '@/lib/domain/exports/ledger';
import type { Pair } from '@/lib/domain/inventory/pair';
import { inCurrency } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import { saleTaxOf } from '@/lib/domain/tax/sale-tax';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { localDate } from '@/lib/domain/time/local-date';
import { instant } from '@/lib/domain/time/instant';
import { isWithin, type OffsetAt, type Period } from '@/lib/domain/time/period';
import { bookLines, type BookLine, type BookLines } from './book-lines';
import { readRates, type RateBook } from './rates';
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
 * The books of a time as accounting programs take them. Sales by the basis asked for; purchases and spending by their
 * day; money that arrived by payouts, and by single paid sales that belong to none. What cannot be told is left out and
 * named.
 */
export async function exportLedger(db: ArchvdDatabase, request: ExportRequest): Promise<Ledger> {
  const { period, valuation, offsetAt } = request;
  const [books, bought, payouts] = await Promise.all([
    bookLines(db, request),
    readBought(db, period),
    db.payouts.orderBy('paidAt').toArray(),
  ]);
  const rates = await readRates(db, [
    valuation.currency,
    ...bought.flatMap(({ cost }) => cost?.currency ?? []),
    ...payouts.map(({ amount }) => amount.currency),
  ]);
  const leftOut: LeftOutRow[] = [];
  const sales = books.sales.flatMap((line) => saleOf(line, request, leftOut));
  for (const { sale } of books.unsettled) leftOut.push({ id: sale.id, what: named(sale), reason: 'not-paid' });
  const paid = payouts.filter(({ paidAt }) => period === null || isWithin(period, paidAt));
  const days = [...books.sales.map(({ at }) => at), ...paid.map(({ paidAt }) => paidAt)];
  const [first, last] = [Math.min(valuation.now, ...days), period === null ? valuation.now : period.to - 1];
  return {
    currency: valuation.currency,
    from: localDate(period?.from ?? instant(first), offsetAt),
    to: localDate(instant(last), offsetAt),
    sales,
    spending: spendingOf(books, offsetAt, leftOut),
    purchases: bought.flatMap((pair) => purchaseOf(pair, request, rates, leftOut)),
    receipts: [
      ...paid.flatMap((payout): readonly LedgerReceipt[] => {
        const amount = inCurrency(
          payout.amount,
          valuation.currency,
          payout.fx ?? rates(payout.amount.currency, valuation.currency),
          'half-even',
        );
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

function named({ orderNumber, name }: { readonly orderNumber: string; readonly name: string }): string {
  return [orderNumber, name].filter(Boolean).join(' ');
}

function saleOf(
  { sale, pair, line, at }: BookLine,
  { offsetAt, tax }: ExportRequest,
  leftOut: LeftOutRow[],
): readonly LedgerSale[] {
  if (line === null || line.fees === null || line.net === null) {
    const reason = sale.status === 'reversed' ? 'reversed' : line === null ? 'missing-rate' : 'fees-unknown';
    leftOut.push({ id: sale.id, what: named(sale), reason });
    return [];
  }
  const on = localDate(at, offsetAt);
  const taxed = saleTaxOf(tax, pair, line.revenue, on);
  return [
    {
      id: sale.id,
      on,
      paidOn: sale.paid === null ? null : localDate(sale.paid.at, offsetAt),
      orderNumber: sale.orderNumber,
      invoiceNumber: sale.details?.invoiceNumber ?? '',
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
      profit: line.profit,
      boughtOn: pair?.boughtAt == null ? null : localDate(pair.boughtAt, offsetAt),
      treatment: taxed?.treatment ?? null,
      tax: taxed?.tax ?? null,
    },
  ];
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

function spendingOf({ expenses }: BookLines, offsetAt: OffsetAt, leftOut: LeftOutRow[]): readonly LedgerSpending[] {
  return expenses.flatMap(({ id, spentAt, category, here, amount, tax, supplier, note, fx }) => {
    if (here === null) {
      leftOut.push({ id, what: supplier || note || category, reason: 'missing-rate' });
      return [];
    }
    const taxHere =
      tax === null ? null : amount.currency === here.currency ? tax : inCurrency(tax, here.currency, fx, 'half-even');
    return [{ id, on: localDate(spentAt, offsetAt), category, amount: here, tax: taxHere, supplier, note }];
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
  { valuation, offsetAt }: ExportRequest,
  rates: RateBook,
  leftOut: LeftOutRow[],
): readonly LedgerPurchase[] {
  const to = (amount: Money | null): Money | null =>
    amount === null
      ? null
      : inCurrency(amount, valuation.currency, rates(amount.currency, valuation.currency), 'half-even');
  const cost = to(pair.cost);
  if (pair.boughtAt === null) return [];
  if (cost === null) {
    leftOut.push({ id: pair.id, what: pair.name, reason: 'missing-rate' });
    return [];
  }
  return [
    {
      pairId: pair.id,
      on: localDate(pair.boughtAt, offsetAt),
      name: pair.name,
      styleCode: pair.styleCode ?? '',
      size: formatSize(pair.size),
      supplier: pair.supplier ?? '',
      invoice: pair.tax?.purchaseInvoice ?? '',
      cost,
      otherCosts: to(pair.otherCosts),
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
