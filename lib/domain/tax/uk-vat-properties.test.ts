import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boughtPair, day, soldPair, taxBooks, treated, UK } from '@/tests/fixtures/tax-books';
import { usd } from '@/tests/fixtures/builders';
import type { TaxTreatment } from '../inventory/pair';
import { money } from '../money/money';
import { stockBook } from './stock-book';
import { settleBooks } from './settle-books';
import type { TaxBooks } from './tax-books';
import { returnPeriodOf } from './tax-period';
import type { TaxProfile } from './tax-profile';
import { entriesOf, type TaxReport } from './tax-report';
import { ukVatReturn } from './uk-vat-return';

const utc = (): number => 0;

function returnOf(books: TaxBooks, on: string, profile: TaxProfile = UK): TaxReport {
  const settled = settleBooks(books, profile, 'GBP');
  return ukVatReturn(settled, profile, returnPeriodOf(day(on), profile, utc), utc);
}

function box(report: TaxReport, id: string): number {
  return report.figures.find((figure) => figure.id === id)?.shown.minor ?? Number.NaN;
}

const piece = fc.record({
  cost: fc.integer({ min: 0, max: 80_000 }),
  price: fc.integer({ min: 100, max: 100_000 }),
  treatment: fc.constantFrom<TaxTreatment>('standard', 'margin', 'global', 'zero'),
  soldIn: fc.constantFrom('2026-01-20', '2026-02-20', '2026-05-20', '2026-08-20'),
});

function booksOf(
  pieces: readonly { cost: number; price: number; treatment: TaxTreatment; soldIn: string }[],
): TaxBooks {
  const pairs = pieces.map(({ cost, treatment }) =>
    boughtPair(money(cost, 'GBP'), '2026-01-05', { tax: treated(treatment) }),
  );
  const sales = pieces.map(({ price, soldIn }, nth) => soldPair(pairs[nth]!, money(price, 'GBP'), soldIn));
  return taxBooks({ pairs, sales });
}

describe('properties', () => {
  test('the same rows in another order give the same return', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(), (pieces, turn) => {
        const books = booksOf(pieces);
        const rotate = <T>(rows: readonly T[]): T[] => {
          const at = rows.length === 0 ? 0 : turn % rows.length;
          return [...rows.slice(at), ...rows.slice(0, at)];
        };
        const turned = taxBooks({ pairs: rotate(books.pairs).toReversed(), sales: rotate(books.sales) });
        expect(returnOf(turned, '2026-02-01')).toEqual(returnOf(books, '2026-02-01'));
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test('the VAT column of the stock book adds up to what margin goods bring into box 1', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const books = booksOf(pieces.map((each) => ({ ...each, soldIn: '2026-02-20' })));
        const settled = settleBooks(books, UK, 'GBP');
        const lines = stockBook(settled, books.pairs, new Map(), UK, utc);
        const column = lines.reduce((sum, { sold }) => sum + (sold?.tax?.minor ?? 0), 0);
        const byPiece = returnOf(books, '2026-02-01').entries.filter(
          ({ kind, treatment }) => kind === 'sale' && (treatment === 'margin' || treatment === 'global'),
        );
        expect(column).toBe(byPiece.reduce((sum, { figures }) => sum + (figures['box1'] ?? 0), 0));
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  test('global accounting never pays back: over all quarters what is due is at least a sixth of all margins, none below 0', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const books = booksOf(pieces.map((each) => ({ ...each, treatment: 'global' as const })));
        const due = ['2026-01-20', '2026-02-20', '2026-05-20', '2026-08-20'].map((on) =>
          box(returnOf(books, on), 'box1'),
        );
        for (const quarter of due) expect(quarter).toBeGreaterThanOrEqual(0);
        const margins = pieces.reduce((sum, { cost, price }) => sum + price - cost, 0);
        // Each quarter, and each piece by itself, may be rounded by less than a penny.
        const rounding = due.length + pieces.length;
        expect(due.reduce((sum, quarter) => sum + quarter, 0) + rounding).toBeGreaterThanOrEqual(margins / 6);
      }),
      { seed: 13, numRuns: 60 },
    );
  });

  test('every figure is what its rows add up to', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const report = returnOf(booksOf(pieces), '2026-02-01');
        for (const { id, amount, from } of report.figures) {
          if (from !== 'rows') continue;
          const rows = entriesOf(report, id).reduce((sum, { figures }) => sum + (figures[id] ?? 0), 0);
          expect(rows).toBe(amount.minor);
        }
      }),
      { seed: 14, numRuns: 60 },
    );
  });

  test('an amount in a currency without a rate changes no figure', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const books = booksOf(pieces);
        const foreign = boughtPair(usd(60), '2026-01-05', { tax: treated('standard') });
        const mixed = {
          ...books,
          pairs: [...books.pairs, foreign],
          sales: [...books.sales, soldPair(foreign, usd(120), '2026-02-20')],
        };
        expect(returnOf(mixed, '2026-02-01').figures).toEqual(returnOf(books, '2026-02-01').figures);
      }),
      { seed: 15, numRuns: 30 },
    );
  });
});
