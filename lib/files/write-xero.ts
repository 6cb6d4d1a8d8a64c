import { negate } from '@/lib/domain/money/arithmetic';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { ExportFile, ExportSettings } from '@/lib/domain/exports/export-settings';
import type { LedgerSale, Movement } from '@/lib/domain/exports/ledger';
import type { Money } from '@/lib/domain/money/money';
import { csvText, type CsvCell } from './csv-text';
import { dayAs } from './dated';
import { formatOf, inParts, partName } from './export-parts';
import { invoiceNumberOf, itemText, type ExportWords } from './export-words';

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

const BANK_HEAD = ['*Date', '*Amount', 'Payee', 'Description', 'Reference'];

/** Xero takes so many lines of a statement in one file. */
const MOST_BANK_LINES = 1000;

/**
 * Sales as Xero's import of sales invoices wants them: one invoice per sale, its fees as lines below zero when asked for.
 * Amounts include tax; the tax type is the name of a rate in that Xero organisation.
 */
export function writeXeroInvoices(
  sales: readonly LedgerSale[],
  settings: ExportSettings,
  words: ExportWords,
): ExportFile {
  const rows = sales.flatMap((sale) => invoiceLines(sale, settings, words));
  return {
    name: 'xero-sales-invoices.csv',
    type: 'text/csv',
    content: csvText(INVOICE_HEAD, rows, { mark: false }),
    rows: rows.length,
  };
}

function invoiceLines(sale: LedgerSale, settings: ExportSettings, words: ExportWords): readonly CsvCell[][] {
  const { accounts, taxNames, feesOnInvoice } = settings;
  const fees = feesOnInvoice ? sale.fees : [];
  const taxName = sale.treatment === null ? taxNames.none : TAX_NAME[sale.treatment](taxNames);
  return [
    invoiceLine(sale, settings, words, { text: itemText(sale), amount: sale.price, account: accounts.sales, taxName }),
    ...fees.map(({ kind, amount }) =>
      invoiceLine(sale, settings, words, {
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

interface InvoiceLine {
  readonly text: string;
  readonly amount: Money;
  readonly account: string;
  readonly taxName: string;
}

function invoiceLine(
  sale: LedgerSale,
  { dayOrder }: ExportSettings,
  words: ExportWords,
  { text, amount, account, taxName }: InvoiceLine,
): CsvCell[] {
  const day = dayAs(formatOf(dayOrder), sale.on);
  const cells: Readonly<Record<string, CsvCell>> = {
    '*ContactName': sale.buyer === '' ? words.platform(sale.platform) : sale.buyer,
    POCountry: sale.country ?? '',
    '*InvoiceNumber': invoiceNumberOf(sale),
    Reference: sale.orderNumber,
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

/** @param slip what the country calls a cheque: the last column is named after it */
export function writeXeroBank(
  movements: readonly Movement[],
  { dayOrder }: ExportSettings,
  slip: 'Check Number' | 'Cheque Number',
): readonly ExportFile[] {
  const rows = movements.map(({ on, amount, payee, description, reference }): CsvCell[] => [
    dayAs(formatOf(dayOrder), on),
    { number: moneyDecimal(amount) },
    payee,
    description,
    reference,
    '',
  ]);
  return inParts(rows, MOST_BANK_LINES).map((part, nth, parts) => ({
    name: partName('xero-bank', nth, parts.length),
    type: 'text/csv',
    content: csvText([...BANK_HEAD, slip], part, { mark: false }),
    rows: part.length,
  }));
}
