import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putFxRate } from '@/lib/db/repositories/fx';
import { inCurrency } from '@/lib/domain/money/fx';
import { money } from '@/lib/domain/money/money';
import { NO_TAX_PROFILE, type TaxProfile } from '@/lib/domain/tax/tax-profile';
import { thresholds } from '@/lib/domain/tax/thresholds';
import { books, both, dayOf } from '@/tests/fixtures/agreeing-books';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { readTax } from './tax-books';
import { taxLimits } from './tax-limits';

const utc = (): number => 0;

test('of the sales of a year the limits are what they are of all the books', async () => {
  await fc.assert(
    fc.asyncProperty(
      books,
      fc.constantFrom<TaxProfile['country']>('GB', 'US', 'AU', 'DE'),
      fc.integer({ min: 0, max: 500 }),
      async (rows, country, nth) => {
        const { db } = await both(rows, 'accrual', utc);
        for (const quote of ['GBP', 'AUD', 'EUR'] as const)
          await putFxRate(db, { base: 'USD', quote, rateE8: 80_000_000, asOf: dayOf(-300), source: 'test' });
        const profile = { ...NO_TAX_PROFILE, country };
        const now = dayOf(nth);
        const { settled, books: all } = (await readTax(db, profile, utc))!;
        const euros = (cents: number) =>
          inCurrency(money(cents, 'EUR'), settled.currency, all.rateAt('EUR', settled.currency, now), 'half-even');
        expect(await taxLimits(db, profile, now, utc)).toEqual(thresholds(settled, profile, now, utc, euros));
      },
    ),
    { seed: 51, numRuns: 20 },
  );
});

test('nothing is read while nobody said where they are taxed', async () => {
  expect(await taxLimits(makeDatabase(), NO_TAX_PROFILE, dayOf(0), utc)).toEqual([]);
});
