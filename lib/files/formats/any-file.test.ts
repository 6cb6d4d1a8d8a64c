import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv, readFile } from '@/tests/fixtures/read-file';
import { chargesAddUp } from '@/lib/domain/sales/charges';
import { TableError } from '../table-problem';
import { SOURCES } from './recognise';

test('whatever stands in a file and whatever it is taken for, it is read or refused', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', '--', '$1,2.3', '31/12/2025', 'DD1391-100', 'US 9', '="x"', '\0', '"', 'Order number', 'Type'),
    fc.string({ maxLength: 8 }),
  );
  const headings = fc.constantFrom(
    'Order Number',
    'Sale Date',
    'Listing Price',
    'Listing Price Currency',
    'Style',
    'Name',
    'Price',
    'Size',
    'Date',
    'Amount',
    'Currency',
    'Type',
    'Net amount',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(headings, { maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }),
      fc.constantFrom(...SOURCES),
      async (header, rows, source) => {
        try {
          const read = await readFile(
            csv([header, ...rows]),
            { currency: 'USD', unit: 'whole', dayOrder: 'day-first' },
            { source },
          );
          expect(read.sales.every(chargesAddUp)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(TableError);
        }
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});
