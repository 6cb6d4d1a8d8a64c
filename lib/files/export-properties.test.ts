import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { movementsOf } from '@/lib/domain/exports/movements';
import { ledgers } from '@/tests/fixtures/any-ledger';
import { EXPORT_SETTINGS as settings, EXPORT_WORDS as words, makeLedger } from '@/tests/fixtures/ledger';
import { writeBeancount } from './write-beancount';
import { exportTables, writeTable } from './write-books-csv';
import { writeIif, writeQuickBooksBank } from './write-quickbooks';
import { writeSageAudit, writeSageBank } from './write-sage';
import { writeXeroInvoices } from './write-xero';
import { writeXeroBank } from './write-xero-bank';

const text = ({ content }: { readonly content: string | Uint8Array }): string => content as string;
const lines = (file: { readonly content: string | Uint8Array }): string[] => text(file).trimEnd().split('\r\n');
const movements = movementsOf(makeLedger(), words);
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
