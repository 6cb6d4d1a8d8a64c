import type { ExportFile } from '@/lib/domain/exports/export-settings';
import type { FeeKind, Ledger, LedgerSale } from '@/lib/domain/exports/ledger';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { Money } from '@/lib/domain/money/money';
import { csvText, type CsvCell } from './csv-text';
import type { ExportWords } from './export-words';

/** A table with names that stay, for whoever reads it with a program. */
export interface ExportTable {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

const FEES: Readonly<Record<FeeKind, string>> = {
  commission: 'commission',
  sellerFee: 'seller_fee',
  processing: 'processing',
  shipping: 'shipping',
  advertising: 'advertising',
  penalty: 'penalty',
  feeTax: 'fee_tax',
  cashOut: 'cash_out',
  adjustment: 'adjustment',
};
const FEE_KINDS = Object.keys(FEES) as readonly FeeKind[];

/**
 * The whole books as tables: sales, pairs bought, spending, penalties, money that arrived, and what is in none of them.
 * Profit of the sales less penalties less what of the spending is on no pair is the profit of the time.
 */
export function exportTables(ledger: Ledger, words: ExportWords): readonly ExportTable[] {
  return [
    salesTable(ledger, words),
    purchasesTable(ledger),
    {
      name: 'spending',
      head: ['spent_on', 'category', 'amount', 'tax', 'on_pairs', 'currency', 'supplier', 'note'],
      rows: ledger.spending.map(({ on, category, amount, tax, onPairs, supplier, note }) => [
        on,
        words.category(category),
        amountCell(amount),
        amountCell(tax),
        amountCell(onPairs),
        amount.currency,
        supplier,
        note,
      ]),
    },
    {
      name: 'penalties',
      head: ['charged_on', 'platform', 'order_number', 'name', 'amount', 'currency'],
      rows: ledger.penalties.map(({ on, platform, orderNumber, name, amount }) => [
        on,
        words.platform(platform),
        orderNumber,
        name,
        amountCell(amount),
        amount.currency,
      ]),
    },
    {
      name: 'receipts',
      head: ['received_on', 'platform', 'reference', 'amount', 'currency', 'sales'],
      rows: ledger.receipts.map(({ on, platform, reference, amount, saleIds }) => [
        on,
        words.platform(platform),
        reference,
        amountCell(amount),
        amount.currency,
        { number: String(saleIds.length) },
      ]),
    },
    {
      name: 'left-out',
      head: ['what', 'reason'],
      rows: ledger.leftOut.map(({ what, reason }) => [what, reason]),
    },
  ];
}

/** One file of the tables, as CSV. */
export function writeTable({ name, head, rows }: ExportTable): ExportFile {
  return { name: `${name}.csv`, type: 'text/csv', content: csvText(head, rows), rows: rows.length };
}

function purchasesTable(ledger: Ledger): ExportTable {
  return {
    name: 'purchases',
    head: [
      'bought_on',
      'pair_id',
      'name',
      'style_code',
      'size',
      'supplier',
      'invoice',
      'cost',
      'other_costs',
      'tax',
      'currency',
    ],
    rows: ledger.purchases.map((each) => [
      each.on,
      each.pairId,
      each.name,
      each.styleCode,
      each.size,
      each.supplier,
      each.invoice,
      amountCell(each.cost),
      amountCell(each.otherCosts),
      amountCell(each.tax),
      each.cost.currency,
    ]),
  };
}

function salesTable(ledger: Ledger, words: ExportWords): ExportTable {
  return {
    name: 'sales',
    head: [
      'sold_on',
      'paid_on',
      'platform',
      'order_number',
      'invoice_number',
      'buyer',
      'country',
      'name',
      'style_code',
      'size',
      'price',
      ...FEE_KINDS.map((kind) => FEES[kind]),
      'net',
      'estimated',
      'cost',
      'other_costs',
      'expenses',
      'profit',
      'currency',
      'bought_on',
      'tax_treatment',
      'tax',
    ],
    rows: ledger.sales.map((sale) => saleCells(sale, words)),
  };
}

function saleCells(sale: LedgerSale, words: ExportWords): readonly CsvCell[] {
  const fee = (kind: FeeKind): CsvCell => amountCell(sale.fees.find((each) => each.kind === kind)?.amount ?? null);
  return [
    sale.on,
    sale.paidOn ?? '',
    words.platform(sale.platform),
    sale.orderNumber,
    sale.invoiceNumber,
    sale.buyer,
    sale.country ?? '',
    sale.name,
    sale.styleCode,
    sale.size,
    amountCell(sale.price),
    ...FEE_KINDS.map(fee),
    amountCell(sale.net),
    sale.isEstimated ? 'yes' : 'no',
    amountCell(sale.cost),
    amountCell(sale.otherCosts),
    amountCell(sale.expenses),
    amountCell(sale.profit),
    sale.price.currency,
    sale.boughtOn ?? '',
    sale.treatment ?? '',
    amountCell(sale.tax),
  ];
}

function amountCell(amount: Money | null): CsvCell {
  return amount === null ? null : { number: moneyDecimal(amount) };
}
