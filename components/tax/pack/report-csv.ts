import type { CsvCell } from '@/lib/files/csv-text';
import { csvText } from '@/lib/files/csv-text';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import { money, type Money } from '@/lib/domain/money/money';
import type { StockBookLine } from '@/lib/domain/tax/stock-book';
import type { TaxReport } from '@/lib/domain/tax/tax-report';
import { localDate } from '@/lib/domain/time/local-date';
import type { OffsetAt } from '@/lib/domain/time/period';

/** An amount as a bare number with its currency's decimals; nothing where it is not known. */
export function amountCell(amount: Money | null): CsvCell {
  return amount === null ? null : { number: moneyDecimal(amount) };
}

/** As a form takes it that wants whole units: no decimals. */
function wholeCell(amount: Money): CsvCell {
  return { number: moneyDecimal(amount).replace(/\.\d+$/, '') };
}

/** The figures of a report: as the form takes them, and exactly. */
export function figuresCsv({ kind, period, currency, figures }: TaxReport): string {
  const head = ['report', 'first_day', 'last_day', 'figure', 'amount', 'exact', 'currency'];
  const rows = figures.map(({ id, shown, isWhole, amount }) => [
    kind,
    period.first,
    period.last,
    id,
    isWhole ? wholeCell(shown) : amountCell(shown),
    amountCell(amount),
    currency,
  ]);
  return csvText(head, rows);
}

/** The rows behind the figures: one line for each figure a row adds to. */
export function entriesCsv({ entries, currency }: TaxReport, offsetAt: OffsetAt): string {
  const head = ['row', 'kind', 'day', 'name', 'pair', 'treatment', 'figure', 'amount', 'currency'];
  const rows = entries.flatMap(({ id, kind, at, name, pairId, treatment, figures }) =>
    Object.entries(figures)
      .filter(([, units]) => units !== 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([figure, units]): CsvCell[] => [
        id,
        kind,
        localDate(at, offsetAt),
        name,
        pairId,
        treatment,
        figure,
        amountCell(money(units, currency)),
        currency,
      ]),
  );
  return csvText(head, rows);
}

/** The stock book under its headings: number and purchase to the left, sale, margin and VAT to the right. */
export function stockBookCsv(lines: readonly StockBookLine[]): string {
  const head = [
    'stock_number',
    'purchase_date',
    'purchase_invoice',
    'purchase_price',
    'seller',
    'description',
    'sale_date',
    'sales_invoice',
    'selling_price_or_disposal',
    'buyer',
    'margin',
    'vat',
    'currency',
    'treatment',
    'missing',
  ];
  const rows = lines.map(({ number, bought, sold, treatment, gaps }): CsvCell[] => [
    number === null ? null : { number: String(number) },
    bought.day,
    bought.invoice,
    amountCell(bought.price),
    bought.seller,
    bought.description,
    sold?.day ?? null,
    sold?.invoice ?? null,
    sold !== null && sold.price === null ? 'written off' : amountCell(sold?.price ?? null),
    sold?.buyer ?? null,
    amountCell(sold?.margin ?? null),
    amountCell(sold?.tax ?? null),
    (bought.price ?? sold?.price)?.currency ?? null,
    treatment,
    gaps.join(', '),
  ]);
  return csvText(head, rows);
}
