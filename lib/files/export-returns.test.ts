import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import {
  EXPORT_SETTINGS as settings,
  EXPORT_WORDS as words,
  makeLedger,
  makeLedgerSale,
} from '@/tests/fixtures/ledger';
import { writeBeancount } from './write-beancount';
import { exportTables } from './write-books-csv';
import { writeMarginInvoices } from './write-invoices';
import { writeIif } from './write-quickbooks';
import { writeSageAudit } from './write-sage';
import { writeXeroInvoices } from './write-xero';

const text = ({ content }: { readonly content: string | Uint8Array }): string => content as string;
const lines = (file: { readonly content: string | Uint8Array }): string[] => text(file).trimEnd().split('\r\n');
const british = { ...settings, dayOrder: 'day-first' } as const;
const none = { sales: [], purchases: [], spending: [], receipts: [] };
const sale = makeLedgerSale({ undoneOn: '2025-05-02' });
/** May: what was sold for $245.00 in March, with fees of $26.05 and $7.35, came back. */
const may = makeLedger({ ...none, returns: [{ on: '2025-05-02', sale }] });

describe('a sale that was given back', () => {
  test('Xero: a credit note of its own number, -245.00 + 26.05 + 7.35 = -211.60', () => {
    const { data } = Papa.parse<Record<string, string>>(text(writeXeroInvoices(may, british, words)), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map((row) => [row['*InvoiceNumber'], row['*InvoiceDate'], row['*UnitAmount']])).toEqual([
      ['39000002-38900002-CN', '02/05/2025', '-245.00'],
      ['39000002-38900002-CN', '02/05/2025', '26.05'],
      ['39000002-38900002-CN', '02/05/2025', '7.35'],
    ]);
    expect(data[0]?.['Reference']).toBe('39000002-38900002');
  });

  test('IIF: a cheque of 211.60 takes 245.00 off the sales and 26.05 and 7.35 off the fees', () => {
    expect(
      lines(writeIif(may, settings, words))
        .slice(3, 7)
        .map((line) => line.split('\t').filter((_, nth) => [0, 1, 2, 3, 5].includes(nth))),
    ).toEqual([
      ['TRNS', 'CHECK', '05/02/2025', 'Checking', '-211.60'],
      ['SPL', 'CHECK', '05/02/2025', '200', '245.00'],
      ['SPL', 'CHECK', '05/02/2025', '404', '-26.05'],
      ['SPL', 'CHECK', '05/02/2025', '404', '-7.35'],
    ]);
  });

  test('Sage: a sales credit of 100.00 and 20.00, and credits of its fees; none is below zero', () => {
    const taxed = makeLedgerSale({
      price: usd(120),
      treatment: 'standard',
      tax: usd(20),
      fees: [{ kind: 'commission', amount: usd(12) }],
      net: usd(108),
      undoneOn: '2025-05-02',
    });
    const ledger = makeLedger({ ...none, returns: [{ on: '2025-05-02', sale: taxed }] });
    const rows = lines(writeSageAudit(ledger, settings, words)).slice(1);
    expect(rows.map((row) => row.split(',').filter((_, nth) => [0, 4, 5, 7, 8, 9].includes(nth)))).toEqual([
      ['SC', '02/05/2025', '39000002-38900002', '100.00', 'T1', '20.00'],
      ['PC', '02/05/2025', '39000002-38900002', '12.00', 'T9', '0.00'],
    ]);
  });

  test('margin scheme: a credit note that names its invoice, and no VAT', () => {
    const given = { ...sale, treatment: 'margin', invoiceNumber: 'M-12' } as const;
    const file = writeMarginInvoices({ sales: [], returns: [{ on: '2025-05-02', sale: given }] }, settings.seller, {
      title: 'Invoice',
      creditTitle: 'Credit note',
      credits: 'For invoice',
      number: 'Number',
      date: 'Date',
      to: 'To',
      item: 'Item',
      total: 'Total',
      margin: 'margin scheme',
    });
    expect(file.rows).toBe(1);
    for (const part of ['<h1>Credit note</h1>', 'Number M-12-CN', 'For invoice M-12, 2025-03-10', '−$245.00'])
      expect(text(file)).toContain(part);
    expect(text(file)).not.toContain('VAT');
  });

  test('tables: in no sum of the sales, and named among what was given back', () => {
    const tables = new Map(
      exportTables(makeLedger({ ...may, sales: [sale] }), words).map(({ name, rows }) => [name, rows]),
    );
    expect(tables.get('sales')).toEqual([]);
    expect(tables.get('returns')?.[0]?.slice(0, 2)).toEqual(['2025-05-02', '2025-03-10']);
  });
});

describe('Beancount', () => {
  const lotsOf = (file: string): (string | undefined)[] =>
    [...file.matchAll(/^(\S+) \*|Assets:Stock {2}(-?1) .*\{(\S+) USD, (\S+), /gm)].map((match) =>
      match[1] === undefined ? `${match[2]} at ${match[3]} of ${match[4]}` : match[1],
    );

  test('the very lot leaves, comes back and leaves again', () => {
    const again = makeLedgerSale({ id: 'sale-2', on: '2025-05-20', price: usd(230), net: usd(196.6) });
    const file = text(writeBeancount(makeLedger({ ...may, sales: [sale, again] }), words));
    const lot = 'at 109.95 of 2025-01-20';
    expect(lotsOf(file)).toEqual([
      '2025-01-20',
      `1 ${lot}`,
      '2025-03-10',
      `-1 ${lot}`,
      '2025-05-02',
      `1 ${lot}`,
      '2025-05-20',
      `-1 ${lot}`,
    ]);
    expect(file).toContain('"StockX" "Given back: Jordan 1 Low DH6927-111 US 9.5 39000002-38900002"');
    expect(file).not.toContain('(pair sold already)');
  });

  test('given back in another time than it was sold in: the lot comes into the stock, and the cost of it back', () => {
    const file = text(writeBeancount(may, words));
    expect(lotsOf(file)).toEqual(['2025-05-02', '1 at 109.95 of 2025-01-20']);
    expect(file).toContain('  Expenses:Cost-Of-Goods-Sold  -109.95 USD');
    expect(file).toContain('  Income:Sales  245.00 USD');
  });

  test('what was lost leaves the stock at its cost, 109.95, and is an expense of its own', () => {
    const lost = {
      pairId: 'pair-1',
      on: '2025-06-01',
      name: 'Jordan 1 Low',
      styleCode: 'DH6927-111',
      size: 'US 9.5',
      boughtOn: '2025-01-20',
      cost: usd(109.95),
      otherCosts: null,
      expenses: usd(3),
      lost: usd(112.95),
    } as const;
    const file = text(writeBeancount(makeLedger({ ...may, writeOffs: [lost] }), words));
    expect(lotsOf(file)).toEqual([
      '2025-05-02',
      '1 at 109.95 of 2025-01-20',
      '2025-06-01',
      '-1 at 109.95 of 2025-01-20',
    ]);
    expect(file).toContain('  Expenses:Written-Off  109.95 USD');
  });
});
