import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { movementsOf } from '@/lib/domain/exports/movements';
import type { Ledger } from '@/lib/domain/exports/ledger';
import { money } from '@/lib/domain/money/money';
import type { CalendarDate } from '@/lib/domain/time/instant';
import { usd } from '@/tests/fixtures/builders';
import {
  EXPORT_SETTINGS as settings,
  EXPORT_WORDS as words,
  makeLedger,
  makeLedgerSale,
  makePurchase,
  makeReceipt,
  makeSpending,
} from '@/tests/fixtures/ledger';
import { writeBeancount } from './write-beancount';
import { exportTables, writeTable } from './write-books-csv';
import { writeFreeAgent } from './write-freeagent';
import { writeMarginInvoices } from './write-invoices';
import { writeIif, writeQuickBooksBank } from './write-quickbooks';
import { writeSageAudit, writeSageBank } from './write-sage';
import { writeXeroBank, writeXeroInvoices } from './write-xero';

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
    const { data } = Papa.parse<Record<string, string>>(text(writeXeroInvoices(makeLedger().sales, british, words)), {
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
    const file = writeMarginInvoices(sales, settings.seller, {
      title: 'Invoice',
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

const day = fc
  .integer({ min: 0, max: 364 })
  .map((nth) => new Date(Date.UTC(2025, 0, 1 + nth)).toISOString().slice(0, 10) as CalendarDate);
const nasty = fc.oneof(
  fc.constantFrom('=1+1', '+44', '-2', '@x', '"q"', 'a,b', 'tab\there', 'line\nbreak', 'Ünï', ''),
  fc.string({ maxLength: 12 }),
);
const cents = fc.integer({ min: 1, max: 500_000 });
const sale = fc
  .record({
    nth: fc.nat({ max: 1e6 }),
    on: day,
    price: cents,
    fee: cents,
    give: cents,
    cost: fc.option(cents),
    text: nasty,
  })
  .map(({ nth, on, price, fee, give, cost, text: name }) =>
    makeLedgerSale({
      id: `sale-${nth}`,
      pairId: `pair-s-${nth}`,
      on,
      name,
      buyer: name,
      orderNumber: `${nth}`,
      price: money(price, 'USD'),
      fees: [
        { kind: 'commission', amount: money(fee, 'USD') },
        { kind: 'adjustment', amount: money(-give, 'USD') },
      ],
      net: money(price - fee + give, 'USD'),
      cost: cost === null ? null : money(cost, 'USD'),
    }),
  );
const ledgers: fc.Arbitrary<Ledger> = fc
  .record({
    sales: fc.uniqueArray(sale, { maxLength: 8, selector: ({ id }) => id }),
    bought: fc.array(fc.record({ on: day, cost: cents, text: nasty }), { maxLength: 5 }),
    spent: fc.array(fc.record({ on: day, amount: fc.integer({ min: -5000, max: 5000 }), text: nasty }), {
      maxLength: 5,
    }),
    came: fc.array(fc.record({ on: day, amount: cents, text: nasty }), { maxLength: 5 }),
  })
  .map(({ sales, bought, spent, came }) =>
    makeLedger({
      sales,
      purchases: bought.map(({ on, cost, text: supplier }, nth) =>
        makePurchase({ pairId: `pair-p-${nth}`, on, supplier, cost: money(cost, 'USD') }),
      ),
      spending: spent.map(({ on, amount, text: note }, nth) =>
        makeSpending({ id: `x-${nth}`, on, note, supplier: note, amount: money(amount, 'USD') }),
      ),
      receipts: came.map(({ on, amount, text: reference }, nth) =>
        makeReceipt({ id: `r-${nth}`, on, reference, amount: money(amount, 'USD') }),
      ),
    }),
  );
const runs = { seed: 20, numRuns: 150 };
const toCents = (decimal: string): number => Math.round(Number(decimal) * 100);

/** What a posting weighs: an amount, or a lot at its cost. */
function weight(posting: string): number {
  const lot = /^ {2}\S+ {2}(-?1) \S+ \{(-?[\d.]+) /.exec(posting);
  if (lot !== null) return Number(lot[1]) * toCents(lot[2] ?? '');
  return toCents(/^ {2}\S+ {2}(-?[\d.]+) [A-Z]{3}$/.exec(posting)?.[1] ?? 'NaN');
}

describe('whatever is in the books', () => {
  test('every block of IIF adds up to zero, and no field breaks its line', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        let sum = 0;
        for (const line of lines(writeIif(ledger, settings, words)).slice(3)) {
          if (line === 'ENDTRNS') {
            expect(sum).toBe(0);
            continue;
          }
          const cells = line.split('\t');
          expect(cells).toHaveLength(7);
          sum = (cells[0] === 'TRNS' ? 0 : sum) + toCents(cells[5] ?? '');
        }
      }),
      runs,
    );
  });

  test('every entry of Beancount weighs nothing, every account is opened, no lot is taken that is not there', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const file = text(writeBeancount(ledger, words));
        const opened = new Set([...file.matchAll(/^\S+ open (\S+)/gm)].map((match) => match[1]));
        const held = new Map<string, number>();
        for (const entry of file.split('\n\n').filter((part) => / \* "/.test(part))) {
          const postings = entry
            .trimEnd()
            .split('\n')
            .filter((line) => line.startsWith('  '));
          expect(postings.reduce((sum, posting) => sum + weight(posting), 0)).toBe(0);
          for (const posting of postings) {
            expect(opened).toContain(posting.trim().split('  ')[0]);
            const lot = / {2}(-?1) (\S+ \{.*\})$/.exec(posting);
            if (lot !== null) held.set(lot[2]!, (held.get(lot[2]!) ?? 0) + Number(lot[1]));
          }
          expect(Math.min(0, ...held.values())).toBe(0);
        }
      }),
      runs,
    );
  });

  test('no cell of a table begins a formula, and the same books give the same bytes', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const all = [
          writeXeroInvoices(ledger.sales, settings, words),
          ...writeXeroBank(movementsOf(ledger, words), settings, 'Check Number'),
          ...writeQuickBooksBank(movementsOf(ledger, words), settings),
          writeSageAudit(ledger, settings, words),
          writeSageBank(movementsOf(ledger, words)),
          ...exportTables(ledger, words).map(writeTable),
        ];
        for (const file of all)
          for (const row of Papa.parse<string[]>(text(file).replace('\uFEFF', '')).data.slice(1))
            for (const cell of row) expect(cell).not.toMatch(/^(?!-?\d+(\.\d+)?$)[=+\-@\t\r]/);
        expect(exportTables(ledger, words).map(writeTable)).toEqual(exportTables(ledger, words).map(writeTable));
      }),
      runs,
    );
  });

  test('bank lines are cut to what the programs take, and none is lost', () => {
    const many = Array.from({ length: 2500 }, () => movements[0]!);
    expect(writeXeroBank(many, settings, 'Check Number').map(({ rows }) => rows)).toEqual([1000, 1000, 500]);
    const files = writeQuickBooksBank(
      many.map((each) => ({ ...each, description: 'x'.repeat(600) })),
      settings,
    );
    expect(files.reduce((sum, { rows }) => sum + rows, 0)).toBe(2500);
    for (const file of files) expect(new TextEncoder().encode(text(file)).length).toBeLessThanOrEqual(350_000);
  });
});
