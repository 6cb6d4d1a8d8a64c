import { expect, test } from 'vitest';
import { csv, readFile } from '@/tests/fixtures/read-file';

test('an order number beyond all measure names its sale by what a message can carry, and no other sale', async () => {
  const head = [
    'ORDER_NUMBER',
    'NAME',
    'SKU',
    'SIZE',
    'PRODUCT_PRICE_CENTS_SALE_PRICE',
    'PURCHASED_DATE',
    'CREDIT_DATE',
  ];
  const row = (number: string) => [number, 'Dunk Low', 'DD1391-100', '10', '145.00', '20/12/24', ''];
  const { entries } = await readFile(
    csv([head, row(`${'9'.repeat(300)}1`), row(`${'9'.repeat(300)}2`), row('586612181')]),
  );
  const keys = entries.map(({ entry }) => ('key' in entry ? entry.key : ''));
  expect(keys.every((key) => key.length <= 200)).toBe(true);
  expect(new Set(keys).size).toBe(3);
  expect(keys[2]).toBe('586612181');
});
