import { negate } from '@/lib/domain/money/arithmetic';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { ExportFile, ExportSettings } from '@/lib/domain/exports/export-settings';
import type { Ledger, LedgerPenalty, LedgerSale, Movement } from '@/lib/domain/exports/ledger';
import { reversedSale } from '@/lib/domain/exports/ledger-return';
import type { Money } from '@/lib/domain/money/money';
import { csvText, type CsvCell } from './csv-text';
import { dayAs } from './dated';
import { formatOf } from './export-parts';
import { creditNumberOf, invoiceNumberOf, itemText, type ExportWords } from './export-words';

/** As Xero's own template names them; those with an asterisk must be filled. */
const INVOICE_HEAD = [
  '*ContactName',
  'EmailAddress',
  'POAddressLine1',
  'POAddressLine2',
  'POAddressLine3',
  'POAddressLine4',
  'POCity',
  'PORegion',
  'POPostalCode',
  'POCountry',
  '*InvoiceNumber',
  'Reference',
  '*InvoiceDate',
  '*DueDate',
  'InventoryItemCode',
  '*Description',
  '*Quantity',
  '*UnitAmount',
  'Discount',
  '*AccountCode',
  '*TaxType',
  'TrackingName1',
  'TrackingOption1',
  'TrackingName2',
  'TrackingOption2',
  'Currency',
  'BrandingTheme',
];

/**
 * Sales as Xero's import of sales invoices wants them: one invoice per sale, its fees as lines below zero when asked for.
 * A sale that was given back is an invoice on its own day and, on the day it was given back, the same lines the other way
 * round: a document below zero, which Xero takes for a credit note. Penalties of reversed sales are such too. Amounts
 * include tax; the tax type is the name of a rate in that Xero organisation.
 */
export function writeXeroInvoices(
  { sales, returns, penalties }: Pick<Ledger, 'sales' | 'returns' | 'penalties'>,
  settings: ExportSettings,
  words: ExportWords,
): ExportFile {
  const rows = [
    ...sales.flatMap((sale) => invoiceLines(sale, invoiceNumberOf(sale), settings, words)),
    ...returns.flatMap((each) => invoiceLines(reversedSale(each), creditNumberOf(each.sale), settings, words)),
    ...(settings.feesOnInvoice ? penalties : []).map((penalty) => penaltyLine(penalty, settings, words)),
  ];
  return {
    name: 'xero-sales-invoices.csv',
    type: 'text/csv',
    content: csvText(INVOICE_HEAD, rows, { mark: false }),
    rows: rows.length,
  };
}

function invoiceLines(
  sale: LedgerSale,
  number: string,
  settings: ExportSettings,
  words: ExportWords,
): readonly CsvCell[][] {
  const { accounts, taxNames, feesOnInvoice } = settings;
  const fees = feesOnInvoice ? sale.fees : [];
  const taxName = sale.treatment === null ? taxNames.none : TAX_NAME[sale.treatment](taxNames);
  const invoice: Invoice = {
    contact: sale.buyer === '' ? words.platform(sale.platform) : sale.buyer,
    country: sale.country ?? '',
    number,
    reference: sale.orderNumber,
    on: sale.on,
  };
  return [
    invoiceLine(invoice, settings, { text: itemText(sale), amount: sale.price, account: accounts.sales, taxName }),
    ...fees.map(({ kind, amount }) =>
      invoiceLine(invoice, settings, {
        text: words.fee(kind),
        amount: negate(amount),
        account: kind === 'shipping' ? accounts.shipping : accounts.fees,
        taxName: taxNames.none,
      }),
    ),
  ];
}

const TAX_NAME = {
  standard: (names: ExportSettings['taxNames']) => names.standard,
  margin: (names: ExportSettings['taxNames']) => names.margin,
  global: (names: ExportSettings['taxNames']) => names.margin,
  zero: (names: ExportSettings['taxNames']) => names.zero,
};

function penaltyLine(penalty: LedgerPenalty, settings: ExportSettings, words: ExportWords): CsvCell[] {
  const { id, on, platform, orderNumber, name, amount } = penalty;
  const number = `${orderNumber || id}-${words.fee('penalty')}`;
  const invoice = { contact: words.platform(platform), country: '', number, reference: orderNumber, on };
  return invoiceLine(invoice, settings, {
    text: [words.fee('penalty'), name].join(' '),
    amount: negate(amount),
    account: settings.accounts.fees,
    taxName: settings.taxNames.none,
  });
}

interface Invoice {
  readonly contact: string;
  readonly country: string;
  readonly number: string;
  readonly reference: string;
  readonly on: Movement['on'];
}

interface InvoiceLine {
  readonly text: string;
  readonly amount: Money;
  readonly account: string;
  readonly taxName: string;
}

function invoiceLine(
  invoice: Invoice,
  { dayOrder }: ExportSettings,
  { text, amount, account, taxName }: InvoiceLine,
): CsvCell[] {
  const day = dayAs(formatOf(dayOrder), invoice.on);
  const cells: Readonly<Record<string, CsvCell>> = {
    '*ContactName': invoice.contact,
    POCountry: invoice.country,
    '*InvoiceNumber': invoice.number,
    Reference: invoice.reference,
    '*InvoiceDate': day,
    '*DueDate': day,
    '*Description': text,
    '*Quantity': { number: '1' },
    '*UnitAmount': { number: moneyDecimal(amount) },
    '*AccountCode': account,
    '*TaxType': taxName,
    Currency: amount.currency,
  };
  return INVOICE_HEAD.map((name) => cells[name] ?? '');
}
