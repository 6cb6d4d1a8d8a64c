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
  makePenalty,
  makePurchase,
  makeReceipt,
  makeSpending,
} from '@/tests/fixtures/ledger';
import { writeBeancount } from './write-beancount';
import { exportTables, writeTable } from './write-books-csv';
import { writeIif, writeQuickBooksBank } from './write-quickbooks';
import { writeSageAudit, writeSageBank } from './write-sage';
import { writeXeroInvoices } from './write-xero';
import { writeXeroBank } from './write-xero-bank';

const text = ({ content }: { readonly content: string | Uint8Array }): string => content as string;
const lines = (file: { readonly content: string | Uint8Array }): string[] => text(file).trimEnd().split('\r\n');
const movements = movementsOf(makeLedger(), words);

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
    charged: fc.array(fc.record({ on: day, amount: cents, text: nasty }), { maxLength: 3 }),
    driven: fc.boolean(),
  })
  .map(({ sales, bought, spent, came, charged, driven }) =>
    makeLedger({
      sales,
      // The first of them was sold, too, at whatever cost and on whatever day the sale says.
      purchases: bought.map(({ on, cost, text: supplier }, nth) =>
        makePurchase({
          pairId: (nth === 0 ? sales[0]?.pairId : undefined) ?? `pair-p-${nth}`,
          on,
          supplier,
          cost: money(cost, 'USD'),
          otherCosts: nth === 1 ? usd(3.33) : null,
        }),
      ),
      penalties: charged.map(({ on, amount, text: name }, nth) =>
        makePenalty({ id: `sale-c-${nth}`, on, name, orderNumber: name, amount: money(amount, 'USD') }),
      ),
      spending: spent.map(({ on, amount, text: note }, nth) =>
        makeSpending({
          id: `x-${nth}`,
          on,
          note,
          supplier: note,
          amount: money(driven && nth === 0 ? Math.abs(amount) : amount, 'USD'),
          isJourney: driven && nth === 0,
        }),
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
          writeXeroInvoices(ledger, settings, words),
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
