import type { FeeKind, LedgerSale } from '@/lib/domain/exports/ledger';
import type { Money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { saleTaxOf } from '@/lib/domain/tax/sale-tax';
import { localDate } from '@/lib/domain/time/local-date';
import type { CalendarDate } from '@/lib/domain/time/instant';
import type { BookLine } from './book-lines';
import type { ExportRequest } from './export-request';
import type { OwnInvoices } from './own-invoices';

/** A sale as accounting programs take it; null: its fees are not known, or no rate tells it. */
export function ledgerSale(
  { sale, pair, line, at }: BookLine,
  { offsetAt, tax }: Pick<ExportRequest, 'offsetAt' | 'tax'>,
  ownInvoices: OwnInvoices,
  undoneOn: CalendarDate | null = null,
): LedgerSale | null {
  if (line === null || line.fees === null || line.net === null) return null;
  // The tax point is the sale, whenever its money came.
  const taxed = saleTaxOf(tax, pair, line.revenue, localDate(sale.soldAt, offsetAt));
  return {
    id: sale.id,
    on: localDate(at, offsetAt),
    undoneOn,
    paidOn: sale.paid === null ? null : localDate(sale.paid.at, offsetAt),
    orderNumber: sale.orderNumber,
    invoiceNumber: invoiceOf(sale, taxed?.treatment ?? null, ownInvoices),
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
  };
}

/**
 * The seller's own number; of margin goods the one the stock book gives. What names a sale told by hand is a note, which
 * several may share: the end of the row's id tells them apart.
 */
function invoiceOf(sale: Sale, treatment: LedgerSale['treatment'], ownInvoices: OwnInvoices): string {
  const { id, externalOrderId, orderNumber, details } = sale;
  const told = details?.invoiceNumber ?? '';
  const isMargin = treatment === 'margin' || treatment === 'global';
  if (told !== '') return told;
  const own = isMargin ? ownInvoices(sale) : '';
  if (own !== '') return own;
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
