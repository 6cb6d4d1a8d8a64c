import type { ExportFile } from '@/lib/domain/exports/export-settings';
import type { Ledger } from '@/lib/domain/exports/ledger';
import { csvText } from './csv-text';
import type { ExportWords } from './export-words';
import type { ExportTable } from './export-table';
import { amountCell } from './amount-cell';
import { lossesTables } from './losses-tables';
import { salesTable } from './sales-table';

/**
 * The whole books as tables: sales that stand, what was given back, pairs bought, spending, penalties, pairs written off,
 * money that arrived, and what is in none of them. Profit of the sales less penalties, less what was lost with pairs, less
 * what of the spending is on no pair is the profit of the time. What was given back is in no sum: its sale is not either.
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
    ...lossesTables(ledger, words),
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
