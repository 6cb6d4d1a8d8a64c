import type { FeeKind, Ledger, LedgerSale } from '@/lib/domain/exports/ledger';
import { standingSales } from '@/lib/domain/exports/ledger-return';
import type { CsvCell } from './csv-text';
import type { ExportWords } from './export-words';
import type { ExportTable } from './export-table';
import { amountCell } from './amount-cell';

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

/** Sales that stand. */
export function salesTable(ledger: Ledger, words: ExportWords): ExportTable {
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
    rows: standingSales(ledger).map((sale) => saleCells(sale, words)),
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
