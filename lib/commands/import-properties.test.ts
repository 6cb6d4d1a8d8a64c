import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, SourceId } from '@/lib/domain/imports/entry';
import { closeCharges } from '@/lib/domain/sales/charges';
import { usd } from '@/tests/fixtures/builders';
import { BRED, day, freshBooks, PANDA, saleEntry as sale, stockEntry as stock } from '@/tests/fixtures/import-entries';
import { booksOf, figuresOf, runImport, takeBack } from '@/tests/fixtures/import-run';

const source = fc.constantFrom<SourceId>('stockx', 'own-sales');
const code = fc.constantFrom(PANDA, BRED, null);
const size = fc.constantFrom({ value: 10, system: 'US' } as const, { value: 42, system: 'EU' } as const);
const anySale = fc
  .record({ n: fc.integer({ min: 1, max: 30 }), at: fc.integer({ min: 0, max: 40 }), source, styleCode: code, size })
  .map(({ n, at, ...rest }) =>
    sale({
      key: `k${n}`,
      soldAt: day(at + n / 100),
      price: usd(100 + n),
      payout: usd(80 + n),
      charges: closeCharges({}, usd(100 + n), usd(80 + n)),
      ...rest,
    }),
  );
const anyStock = fc
  .record({
    n: fc.integer({ min: 1, max: 30 }),
    at: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
    quantity: fc.integer({ min: 1, max: 3 }),
    styleCode: code,
    size,
  })
  .map(({ n, at, ...rest }) =>
    stock({ ref: `r${n}`, boughtAt: at === null ? null : day(at), cost: usd(50 + n), ...rest }),
  );
const unique = (entries: readonly Entry[]): Entry[] => [
  ...new Map(
    entries.map((each) => [each.kind === 'sale' ? each.entry.key : 'ref' in each.entry ? each.entry.ref : '', each]),
  ).values(),
];
const anyFile = fc.array(fc.oneof(anySale, anyStock), { maxLength: 14 }).map(unique);
const files = fc.tuple(
  fc.array(anySale, { maxLength: 10 }).map(unique),
  fc.array(anyStock, { maxLength: 10 }).map(unique),
);

describe('whatever a file holds', () => {
  test('imported twice is imported once, and in any pieces the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.integer({ min: 1, max: 5 }), async (entries, pieceSize) => {
        const [whole, parts] = [freshBooks(), freshBooks()];
        await runImport(whole.deps, 'f', entries);
        const once = await booksOf(whole.db);
        await runImport(whole.deps, 'f', entries);
        await runImport(whole.deps, 'again', entries);
        expect(await booksOf(whole.db)).toEqual(once);
        await runImport(parts.deps, 'f', entries, pieceSize);
        expect(await figuresOf(parts.db)).toEqual(await figuresOf(whole.db));
      }),
      { seed: 21, numRuns: 20 },
    );
  });

  test('imported and taken back is as it was before', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, async (first, second) => {
        const books = freshBooks();
        await runImport(books.deps, 'first', first);
        const before = await figuresOf(books.db);
        const { importId } = await runImport(books.deps, 'second', second);
        const { left } = await takeBack(books.deps, importId);
        expect(left).toBe(0);
        expect(await figuresOf(books.db)).toEqual(before);
      }),
      { seed: 22, numRuns: 25 },
    );
  });

  test('into empty books and taken back, nothing at all is left', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (entries) => {
        const books = freshBooks();
        const empty = await booksOf(books.db);
        const { importId } = await runImport(books.deps, 'f', entries);
        await takeBack(books.deps, importId);
        expect(await booksOf(books.db)).toEqual(empty);
      }),
      { seed: 23, numRuns: 20 },
    );
  });

  test('the order in which sales and inventory are read does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.nat(10), async ([sales, pairs], cut) => {
        const [one, other] = [freshBooks(), freshBooks()];
        const three = [sales.slice(0, cut), sales.slice(cut), pairs];
        for (const [nth, file] of three.entries()) await runImport(one.deps, `f${nth}`, file);
        for (const nth of [2, 1, 0]) await runImport(other.deps, `f${nth}`, three[nth] ?? []);
        expect(await figuresOf(other.db)).toEqual(await figuresOf(one.db));
      }),
      { seed: 24, numRuns: 25 },
    );
  });
});
