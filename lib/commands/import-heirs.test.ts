import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, PayoutEntry } from '@/lib/domain/imports/entry';
import { usd } from '@/tests/fixtures/builders';
import { day, freshBooks, saleEntry, stockEntry } from '@/tests/fixtures/import-entries';
import { booksOf, runImport, takeBack } from '@/tests/fixtures/import-run';

const sale = fc
  .record({
    nth: fc.integer({ min: 1, max: 4 }),
    at: fc.integer({ min: 0, max: 40 }),
    dollars: fc.integer({ min: 100, max: 103 }),
    isPaid: fc.boolean(),
    isBack: fc.boolean(),
  })
  .map(({ nth, at, dollars, isPaid, isBack }) =>
    saleEntry({
      key: `k${nth}`,
      soldAt: day(at),
      price: usd(dollars),
      payout: usd(dollars - 20),
      paidAt: isPaid ? day(50) : null,
      payoutRef: isPaid ? 'P' : '',
      status: isBack ? 'reversed' : 'completed',
      reversal: isBack ? { reason: 'refunded', at: day(60), penalty: null, note: '' } : null,
    }),
  );
const stock = fc
  .record({
    nth: fc.integer({ min: 1, max: 4 }),
    at: fc.integer({ min: 0, max: 40 }),
    quantity: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ nth, at, quantity }) => stockEntry({ ref: `r${nth}`, quantity, boughtAt: day(at), cost: usd(50 + nth) }));
const PAYOUT: PayoutEntry = { line: 1, platform: 'stockx', ref: 'P', paidAt: day(50), amount: usd(80), note: '' };
const payout = fc.constant<Entry>({ kind: 'payout', entry: PAYOUT });

const nameOf = ({ entry }: Entry) => ('key' in entry ? entry.key : entry.ref);
const file = fc
  .array(fc.oneof(sale, stock, payout), { maxLength: 6 })
  .map((entries) => [...new Map(entries.map((each) => [nameOf(each), each])).values()]);

/** The pair of the stock belongs to a third file; the sale's first file goes before the second. */
const EXAMPLES: [[Entry[], Entry[], Entry[]], number[]][] = [
  [
    [[saleEntry({ key: 'k' }), stockEntry({ ref: 'r' })], [], [saleEntry({ key: 'k', soldAt: day(101) })]],
    [1, 0, 2],
  ],
  [
    [[saleEntry({ key: 'k' })], [], [stockEntry({ ref: 'r' }), saleEntry({ key: 'k', price: usd(146) })]],
    [0, 2, 1],
  ],
];

test('files that tell of the same sales, pairs and payouts, taken back in any order, leave nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(file, file, file),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      async (files, order) => {
        const { db, deps } = freshBooks();
        const empty = await booksOf(db);
        const ids: string[] = [];
        for (const [nth, entries] of files.entries()) ids.push((await runImport(deps, `f${nth}`, entries)).importId);
        for (const which of order) await takeBack(deps, ids[which] ?? '');
        expect(await booksOf(db)).toEqual(empty);
      },
    ),
    { seed: 99, numRuns: 60, examples: EXAMPLES },
  );
}, 60_000);
