import type { Ledger } from '@/lib/domain/exports/ledger';
import { amountCell } from './amount-cell';
import type { ExportTable } from './export-table';
import type { ExportWords } from './export-words';

/** What was lost or did not last: penalties, pairs written off, and sales that were given back. */
export function lossesTables(ledger: Ledger, words: ExportWords): readonly ExportTable[] {
  return [
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
      name: 'write-offs',
      head: ['written_off_on', 'name', 'style_code', 'size', 'cost', 'other_costs', 'expenses', 'lost', 'currency'],
      rows: ledger.writeOffs.map(({ on, name, styleCode, size, cost, otherCosts, expenses, lost }) => [
        on,
        name,
        styleCode,
        size,
        amountCell(cost),
        amountCell(otherCosts),
        amountCell(expenses),
        amountCell(lost),
        lost.currency,
      ]),
    },
    {
      name: 'returns',
      head: [
        'given_back_on',
        'sold_on',
        'platform',
        'order_number',
        'invoice_number',
        'name',
        'price',
        'net',
        'currency',
      ],
      rows: ledger.returns.map(({ on, sale }) => [
        on,
        sale.on,
        words.platform(sale.platform),
        sale.orderNumber,
        sale.invoiceNumber,
        sale.name,
        amountCell(sale.price),
        amountCell(sale.net),
        sale.price.currency,
      ]),
    },
  ];
}
