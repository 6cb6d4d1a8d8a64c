import type { ExportFile, ExportSettings } from '@/lib/domain/exports/export-settings';
import {
  paidFor,
  type Ledger,
  type LedgerPenalty,
  type LedgerSale,
  type LedgerSpending,
  type Movement,
} from '@/lib/domain/exports/ledger';
import { reversedSale } from '@/lib/domain/exports/ledger-return';
import { negate, subtract } from '@/lib/domain/money/arithmetic';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import { money, type Money } from '@/lib/domain/money/money';
import { csvText, type CsvCell } from './csv-text';
import { dayAs } from './dated';
import { invoiceNumberOf, itemText, type ExportWords } from './export-words';

const AUDIT_HEAD = [
  'Type',
  'Account Reference',
  'Nominal A/C Ref',
  'Department Code',
  'Date',
  'Reference',
  'Details',
  'Net Amount',
  'Tax Code',
  'Tax Amount',
  'Exchange Rate',
  'Extra Reference',
  'User Name',
  'Project Refn',
  'Cost Code Refn',
];

/** Sage's own codes: T1 the standard rate, T0 zero, T9 outside of VAT. Goods of a margin scheme go without. */
const TAX_CODES = { standard: 'T1', margin: 'T0', global: 'T0', zero: 'T0' } as const;
const OUTSIDE = 'T9';

/**
 * The audit trail for Sage 50: an invoice per sale (SI; one that was given back is a credit on that day, SC), one per fee
 * that was taken and per penalty (PI; what came back is a credit, PC), bank payments for pairs bought and for expenses (BP; refunds are receipts, BR). A journey with the own
 * car is a debit and a credit of the owner (JD, JC): no money left the bank. Amounts are never below zero there.
 */
export function writeSageAudit(ledger: Ledger, settings: ExportSettings, words: ExportWords): ExportFile {
  const { accounts } = settings;
  const rows = [
    ...[...ledger.sales, ...ledger.returns.map(reversedSale)].flatMap((sale) => [
      saleRow(sale, settings, words),
      ...feeRows(sale, settings, words),
    ]),
    ...ledger.penalties.map((penalty) => penaltyRow(penalty, settings, words)),
    ...ledger.purchases.map((bought) => {
      const { on, tax, invoice } = bought;
      const [nominal, text] = [accounts.purchases, itemText(bought)];
      return bankRow({ on, amount: paidFor(bought), tax, nominal, reference: invoice, text }, settings);
    }),
    ...ledger.spending.flatMap((spent) => spendingRows(spent, settings, words)),
  ];
  return {
    name: 'sage-audit-trail.csv',
    type: 'text/csv',
    content: csvText(AUDIT_HEAD, rows, { mark: false }),
    rows: rows.length,
  };
}

/** Bank lines for Sage's online programs: three columns, day first. */
export function writeSageBank(movements: readonly Movement[]): ExportFile {
  const rows = movements.map(({ on, description, amount }): CsvCell[] => [
    dayAs('dd/mm/yyyy', on),
    description,
    { number: moneyDecimal(amount) },
  ]);
  return {
    name: 'sage-bank.csv',
    type: 'text/csv',
    content: csvText(['Date', 'Description', 'Amount'], rows, { mark: false }),
    rows: rows.length,
  };
}

interface AuditRow {
  readonly type: 'SI' | 'SC' | 'PI' | 'PC' | 'BP' | 'BR' | 'JD' | 'JC';
  readonly account: string;
  readonly nominal: string;
  readonly on: Movement['on'];
  readonly reference: string;
  readonly text: string;
  readonly net: Money;
  readonly code: string;
  readonly tax: Money;
}

function saleRow(sale: LedgerSale, { accounts }: ExportSettings, words: ExportWords): CsvCell[] {
  const shown = sale.treatment === 'standard' ? sale.tax : null;
  const none = money(0, sale.price.currency);
  const net = subtract(sale.price, shown ?? none);
  return auditRow({
    type: sale.price.minor < 0 ? 'SC' : 'SI',
    account: accountCode(words.platform(sale.platform)),
    nominal: accounts.sales,
    on: sale.on,
    reference: invoiceNumberOf(sale),
    text: itemText(sale),
    net: unsigned(net),
    code: sale.treatment === null ? OUTSIDE : TAX_CODES[sale.treatment],
    tax: unsigned(shown ?? none),
  });
}

function unsigned(amount: Money): Money {
  return amount.minor < 0 ? negate(amount) : amount;
}

/** To a registered seller, tax on fees comes back: it is an invoice of nothing but tax. */
function feeRows(sale: LedgerSale, { accounts }: ExportSettings, words: ExportWords): readonly CsvCell[][] {
  return sale.fees.map(({ kind, amount }) => {
    const taken = unsigned(amount);
    const isTax = kind === 'feeTax' && sale.treatment !== null;
    const none = money(0, amount.currency);
    return auditRow({
      type: amount.minor < 0 ? 'PC' : 'PI',
      account: accountCode(words.platform(sale.platform)),
      nominal: kind === 'shipping' ? accounts.shipping : accounts.fees,
      on: sale.on,
      reference: invoiceNumberOf(sale),
      text: words.fee(kind),
      net: isTax ? none : taken,
      code: isTax ? TAX_CODES.standard : OUTSIDE,
      tax: isTax ? taken : none,
    });
  });
}

function penaltyRow(penalty: LedgerPenalty, { accounts }: ExportSettings, words: ExportWords): CsvCell[] {
  const { on, platform, orderNumber, name, amount } = penalty;
  return auditRow({
    type: 'PI',
    account: accountCode(words.platform(platform)),
    nominal: accounts.fees,
    on,
    reference: orderNumber,
    text: [words.fee('penalty'), name].join(' '),
    net: amount,
    code: OUTSIDE,
    tax: money(0, amount.currency),
  });
}

function spendingRows(spent: LedgerSpending, settings: ExportSettings, words: ExportWords): readonly CsvCell[][] {
  const { accounts } = settings;
  const { on, amount, tax, supplier: reference } = spent;
  const text = [words.category(spent.category), spent.note].filter(Boolean).join(': ');
  if (!spent.isJourney) return [bankRow({ on, amount, tax, nominal: accounts.expenses, reference, text }, settings)];
  const journal = { account: '', on, reference, text, net: amount, code: OUTSIDE, tax: money(0, amount.currency) };
  return [
    auditRow({ ...journal, type: 'JD', nominal: accounts.expenses }),
    auditRow({ ...journal, type: 'JC', nominal: accounts.owner }),
  ];
}

interface Paid {
  readonly on: Movement['on'];
  readonly amount: Money;
  readonly tax: Money | null;
  readonly nominal: string;
  readonly reference: string;
  readonly text: string;
}

function bankRow({ on, amount, tax, nominal, reference, text }: Paid, { accounts }: ExportSettings): CsvCell[] {
  const paid = amount.minor < 0 ? negate(amount) : amount;
  const within = tax === null ? money(0, amount.currency) : tax.minor < 0 ? negate(tax) : tax;
  return auditRow({
    type: amount.minor < 0 ? 'BR' : 'BP',
    account: accounts.bank,
    nominal,
    on,
    reference,
    text,
    net: subtract(paid, within),
    code: within.minor === 0 ? OUTSIDE : TAX_CODES.standard,
    tax: within,
  });
}

function auditRow({ type, account, nominal, on, reference, text, net, code, tax }: AuditRow): CsvCell[] {
  const cells: CsvCell[] = [type, account, nominal, '', dayAs('dd/mm/yyyy', on), reference, text];
  return [
    ...cells,
    { number: moneyDecimal(net) },
    code,
    { number: moneyDecimal(tax) },
    { number: '1' },
    '',
    '',
    '',
    '',
  ];
}

/** At most eight capital letters and digits, as Sage wants them. */
function accountCode(name: string): string {
  return name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 8);
}
