import { csvText, type CsvCell } from '@/lib/files/csv-text';
import { negate } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import { localDate } from '@/lib/domain/time/local-date';
import { isWithin, type OffsetAt } from '@/lib/domain/time/period';
import type { PackData } from '@/lib/queries/tax-pack';
import { amountCell } from './report-csv';

/**
 * Profit and loss, one line a sale: revenue less take and cash-out is net, less costs and expenses is profit. What a
 * reversed sale cost stands as a loss, and so does each pair that was written off.
 */
export function profitCsv({ lines, writeOffs }: PackData, offsetAt: OffsetAt): string {
  const head = ['counts_on', 'sale', 'platform', 'name', 'revenue', 'take', 'cash_out', 'net', 'cost'];
  const penalties = new Map(lines.report.excluded.map(({ saleId, penalty }) => [saleId, penalty]));
  const lost = (saleId: string): Money | null => {
    const penalty = penalties.get(saleId) ?? null;
    return penalty === null ? null : negate(penalty);
  };
  const rows = lines.sales.map(({ sale, line, at }): CsvCell[] => [
    localDate(at, offsetAt),
    sale.orderNumber,
    sale.marketplace,
    sale.name,
    amountCell(line?.revenue ?? null),
    amountCell(line?.fees?.take ?? null),
    amountCell(line?.fees?.cashOut ?? null),
    amountCell(line?.net ?? null),
    amountCell(line?.cost ?? null),
    amountCell(line?.otherCosts ?? null),
    amountCell(line?.expenses ?? null),
    amountCell(line === null ? lost(sale.id) : line.profit),
    lines.currency,
    line === null ? (lost(sale.id) === null ? 'in no sum' : 'penalty') : line.estimated ? 'estimated' : '',
  ]);
  const losses = writeOffs.rows.map(({ pair, at, cost, otherCosts, expenses, lost: all }): CsvCell[] => [
    localDate(at, offsetAt),
    '',
    '',
    pair.name,
    '',
    '',
    '',
    '',
    amountCell(cost),
    amountCell(otherCosts),
    amountCell(expenses),
    amountCell(all === null ? null : negate(all)),
    lines.currency,
    all === null ? 'written off, in no sum' : 'written off',
  ]);
  return csvText([...head, 'other_costs', 'expenses_of_the_pair', 'profit', 'currency', 'note'], [...rows, ...losses]);
}

/** Every sale of the year as it was made, and what was taken back in it. */
export function salesCsv({ reading, year }: PackData): string {
  const head = ['day', 'what', 'platform', 'order', 'name', 'style_code', 'treatment', 'price', 'currency'];
  const rows = reading.settled.events
    .filter(({ at }) => isWithin(year, at))
    .map(({ kind, day, sale, treatment, price, payout, pair }): CsvCell[] => [
      day,
      kind,
      sale.marketplace,
      sale.orderNumber,
      sale.name,
      pair?.styleCode ?? sale.rawSku,
      treatment,
      amountCell(price),
      price.currency,
      amountCell(sale.price),
      sale.price.currency,
      amountCell(payout),
      sale.details?.buyer ?? '',
      sale.details?.country ?? '',
      sale.details?.invoiceNumber ?? '',
    ]);
  return csvText([...head, 'price_as_sold', 'currency_as_sold', 'payout', 'buyer', 'country', 'invoice'], rows);
}
