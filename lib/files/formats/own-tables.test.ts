import { expect, test } from 'vitest';
import { csv, readFile } from '@/tests/fixtures/read-file';

test('a price below zero is no sale of less than nothing: its row is left out and told', async () => {
  const { entries, bad } = await readFile(
    csv([
      ['Style code', 'Size', 'Sold date', 'Price', 'Currency'],
      ['DD1391-100', '10', '2026-03-05', '-145.00', 'GBP'],
      ['DD1391-100', '10', '2026-03-06', '145.00', 'GBP'],
    ]),
  );
  expect(bad).toMatchObject([{ line: 2, reason: 'bad-amount' }]);
  expect(entries).toHaveLength(1);
});
