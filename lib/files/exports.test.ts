import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { movementsOf } from '@/lib/domain/exports/movements';
import { usd } from '@/tests/fixtures/builders';
import {
  EXPORT_SETTINGS as settings,
  EXPORT_WORDS as words,
  makeLedger,
  makeLedgerSale,
  makeSpending,
} from '@/tests/fixtures/ledger';
import { writeBeancount } from './write-beancount';
import { writeFreeAgent } from './write-freeagent';
import { writeMarginInvoices } from './write-invoices';
import { writeIif, writeQuickBooksBank } from './write-quickbooks';
import { writeSageAudit } from './write-sage';
import { writeXeroInvoices } from './write-xero';

const text = ({ content }: { readonly content: string | Uint8Array }): string => content as string;
const lines = (file: { readonly content: string | Uint8Array }): string[] => text(file).trimEnd().split('\r\n');
const british = { ...settings, dayOrder: 'day-first' } as const;
const movements = movementsOf(makeLedger(), words);

describe('worked examples', () => {
  test('FreeAgent: no head, day first, nothing in quotes: 211.60 in, 109.95 and 12.00 out', () => {
    expect(text(writeFreeAgent(movements))).toBe(
      [
        '12/03/2025,-109.95,Dunk Low Panda DD1391-100 US 10\r\n',
        '12/03/2025,211.60,StockX 39000002-38900002\r\n',
        '15/03/2025,-12.00,packaging: 50 boxes\r\n',
      ].join(''),
    );
    const [line = ''] = text(
      writeFreeAgent(movementsOf(makeLedger({ spending: [makeSpending({ note: 'a, "b"\nc' })] }), words)),
    )
      .split('\r\n')
      .filter((each) => each.includes('packaging'));
    expect(line).toBe('15/03/2025,-12.00,packaging: a b c');
  });

  test('QuickBooks Online: three columns, month first where the country wants it', () => {
    const [file] = writeQuickBooksBank(movements, settings);
    expect(lines(file!)[0]).toBe('Date,Description,Amount');
    expect(lines(file!)).toContain('03/12/2025,StockX 39000002-38900002,211.60');
    expect(lines(writeQuickBooksBank(movements, british)[0]!)).toContain('12/03/2025,StockX 39000002-38900002,211.60');
  });

  test('IIF: the deposit of 211.60 is the sale of 245.00 less 26.05 and 7.35', () => {
    const rows = lines(writeIif(makeLedger({ purchases: [], spending: [] }), settings, words));
    expect(rows.slice(3)).toEqual([
      'TRNS\tDEPOSIT\t03/10/2025\tChecking\tStockX\t211.60\t39000002-38900002',
      'SPL\tDEPOSIT\t03/10/2025\t200\tStockX\t-245.00\tJordan 1 Low DH6927-111 US 9.5',
      'SPL\tDEPOSIT\t03/10/2025\t404\tStockX\t26.05\tcommission',
      'SPL\tDEPOSIT\t03/10/2025\t404\tStockX\t7.35\tprocessing',
      'ENDTRNS',
    ]);
  });

  test('Xero: an invoice of one sale and its fees below zero adds up to 245.00 - 26.05 - 7.35 = 211.60', () => {
    const { data } = Papa.parse<Record<string, string>>(text(writeXeroInvoices(makeLedger(), british, words)), {
      header: true,
      skipEmptyLines: true,
    });
    expect(
      data.map((row) => [row['*InvoiceNumber'], row['*InvoiceDate'], row['*UnitAmount'], row['*AccountCode']]),
    ).toEqual([
      ['39000002-38900002', '10/03/2025', '245.00', '200'],
      ['39000002-38900002', '10/03/2025', '-26.05', '404'],
      ['39000002-38900002', '10/03/2025', '-7.35', '404'],
    ]);
    expect(data[0]).toMatchObject({
      '*ContactName': 'StockX',
      '*TaxType': 'No VAT',
      Currency: 'USD',
      '*Quantity': '1',
    });
  });

  test('Sage: 120.00 at the standard rate is 100.00 and 20.00; a fee that came back is a credit', () => {
    const sale = makeLedgerSale({
      price: usd(120),
      treatment: 'standard',
      tax: usd(20),
      fees: [
        { kind: 'commission', amount: usd(12) },
        { kind: 'adjustment', amount: usd(-2) },
      ],
      net: usd(110),
    });
    const rows = lines(writeSageAudit(makeLedger({ sales: [sale], purchases: [], spending: [] }), settings, words));
    expect(rows.slice(1).map((row) => row.split(',').filter((_, nth) => [0, 7, 8, 9].includes(nth)))).toEqual([
      ['SI', '100.00', 'T1', '20.00'],
      ['PI', '12.00', 'T9', '0.00'],
      ['PC', '2.00', 'T9', '0.00'],
    ]);
  });

  test('margin scheme: no VAT is shown, the words are, and only such sales have an invoice', () => {
    const sales = [
      makeLedgerSale({ treatment: 'margin', buyer: '<b>Ann</b>' }),
      makeLedgerSale({ treatment: 'standard' }),
    ];
    const file = writeMarginInvoices({ sales, returns: [] }, settings.seller, {
      title: 'Invoice',
      creditTitle: 'Credit note',
      credits: 'For invoice',
      number: 'Number',
      date: 'Date',
      to: 'To',
      item: 'Item',
      total: 'Total',
      margin: 'margin scheme – second-hand goods',
    });
    expect(file.rows).toBe(1);
    expect(text(file)).toContain('margin scheme – second-hand goods');
    expect(text(file)).toContain('&lt;b&gt;Ann&lt;/b&gt;');
    expect(text(file)).not.toMatch(/VAT/);
  });

  test('Beancount: the pair sold is the very lot that was bought', () => {
    const sale = makeLedgerSale({
      pairId: 'pair-2',
      styleCode: 'DD1391-100',
      on: '2025-03-20',
      boughtOn: '2025-03-12',
    });
    const file = text(writeBeancount(makeLedger({ sales: [sale] }), words));
    expect(file).toContain('  Assets:Stock  1 DD1391-100 {109.95 USD, 2025-03-12, "pair-2"}');
    expect(file).toContain('  Assets:Stock  -1 DD1391-100 {109.95 USD, 2025-03-12, "pair-2"}');
    expect(file).not.toContain('In stock before');
  });
});
