import { csvText, type CsvCell } from '@/lib/files/csv-text';
import { add } from '@/lib/domain/money/arithmetic';
import { decimalText } from '@/lib/domain/money/decimal-text';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { inStockBefore } from '@/lib/domain/tax/settle-books';
import { localDate } from '@/lib/domain/time/local-date';
import type { Instant } from '@/lib/domain/time/instant';
import { isWithin, type OffsetAt } from '@/lib/domain/time/period';
import type { PackData } from '@/lib/queries/tax-pack';
import { amountCell } from './report-csv';

export function purchasesCsv({ reading, year }: PackData, offsetAt: OffsetAt): string {
  const head = ['day', 'name', 'style_code', 'size', 'supplier', 'invoice', 'cost', 'other_costs', 'tax', 'currency'];
  const rows = reading.settled.stock
    .filter(({ boughtAt }) => isWithin(year, boughtAt))
    .map(({ pair, boughtAt, cost, otherCosts, inputTax, treatment }): CsvCell[] => [
      localDate(boughtAt, offsetAt),
      pair.name,
      pair.styleCode,
      formatSize(pair.size, null),
      pair.supplier,
      pair.tax?.purchaseInvoice ?? '',
      amountCell(cost),
      amountCell(otherCosts),
      amountCell(inputTax),
      cost.currency,
      treatment,
    ]);
  return csvText([...head, 'treatment'], rows);
}

export function expensesCsv({ expenses }: PackData, offsetAt: OffsetAt): string {
  const head = ['day', 'category', 'supplier', 'note', 'amount', 'tax', 'currency', 'pairs'];
  const rows = expenses.map(({ spentAt, category, supplier, note, amount, tax, pairIds }): CsvCell[] => [
    localDate(spentAt, offsetAt),
    category,
    supplier,
    note,
    amountCell(amount),
    amountCell(tax),
    amount.currency,
    pairIds.join(' '),
  ]);
  return csvText(head, rows);
}

export function mileageCsv({ expenses }: PackData, offsetAt: OffsetAt): string {
  const head = ['day', 'from', 'to', 'distance', 'unit', 'rate', 'rate_source', 'amount', 'currency'];
  const rows = expenses.flatMap(({ spentAt, mileage, amount }): CsvCell[][] =>
    mileage === null
      ? []
      : [
          [
            localDate(spentAt, offsetAt),
            mileage.from,
            mileage.to,
            { number: decimalText(BigInt(mileage.tenths), 1) },
            mileage.unit,
            { number: decimalText(BigInt(mileage.rateMilli), 5) },
            mileage.rateSource,
            amountCell(amount),
            amount.currency,
          ],
        ],
  );
  return csvText(head, rows);
}

/** The pairs that were in stock just before a moment, at cost. */
export function stockCsv({ reading }: PackData, at: Instant, offsetAt: OffsetAt): string {
  const head = ['name', 'style_code', 'size', 'bought', 'cost', 'other_costs', 'value', 'currency', 'stock_number'];
  const rows = reading.settled.stock
    .filter((piece) => inStockBefore(piece, at))
    .map(({ pair, boughtAt, cost, otherCosts }): CsvCell[] => [
      pair.name,
      pair.styleCode,
      formatSize(pair.size, null),
      localDate(boughtAt, offsetAt),
      amountCell(cost),
      amountCell(otherCosts),
      amountCell(add(cost, otherCosts)),
      cost.currency,
      numberCell(reading.numbers.get(pair.id)),
    ]);
  return csvText(head, rows);
}

function numberCell(number: number | undefined): CsvCell {
  return number === undefined ? null : { number: String(number) };
}

export function valuationsCsv({ valuations }: PackData): string {
  const head = ['day', 'pairs', 'without_cost', 'at_cost', 'at_lowest_ask_net', 'at_offer_net', 'lower', 'currency'];
  const rows = valuations.map((row): CsvCell[] => [
    row.day,
    { number: String(row.pairs) },
    { number: String(row.withoutCost) },
    amountCell(row.atCost),
    amountCell(row.atAskNet),
    amountCell(row.atOfferNet),
    amountCell(row.lowerOfCostAndNet),
    row.currency,
  ]);
  return csvText(head, rows);
}

export function unmatchedCsv({ unmatched }: PackData): string {
  const head = ['day', 'amount', 'currency', 'payee', 'text'];
  const rows = unmatched.map(({ bookedOn, amount, payee, text }): CsvCell[] => [
    bookedOn,
    amountCell(amount),
    amount.currency,
    payee,
    text,
  ]);
  return csvText(head, rows);
}

/** Every row that is in no figure, and why. */
export function missingCsv({ reports, lines }: PackData, offsetAt: OffsetAt): string {
  const head = ['report', 'first_day', 'kind', 'id', 'day', 'name', 'reason'];
  const left = reports.flatMap(({ kind, period, left: rows }) =>
    rows.map((row): CsvCell[] => [
      kind,
      period.first,
      row.kind,
      row.id,
      localDate(row.at, offsetAt),
      row.name,
      row.reason,
    ]),
  );
  const excluded = lines.excluded.map((row): CsvCell[] => [
    'profit-and-loss',
    null,
    row.kind,
    row.id,
    localDate(row.at, offsetAt),
    null,
    row.reason,
  ]);
  return csvText(head, [...left, ...excluded]);
}
