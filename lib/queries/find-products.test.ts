import { expect, test } from 'vitest';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { makeProduct } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { findProducts, productsByCode } from './find-products';

async function books() {
  const db = makeDatabase();
  await db.products.bulkAdd([
    makeProduct(),
    makeProduct({ catalogId: 'b', styleCode: 'CW2288-111' as StyleCode, name: 'Air Force 1', brand: 'Nike' }),
    makeProduct({ catalogId: 'c', styleCode: 'DD1391-103' as StyleCode, name: 'A Dunk Low DD1391100 lookalike' }),
  ]);
  return db;
}

test('a style code typed in full comes first, words find by name, nothing finds nothing', async () => {
  const db = await books();
  expect((await findProducts(db, 'dd1391100', 5)).map(({ catalogId }) => catalogId)).toEqual([
    'dunk-low-panda-dd1391-100',
    'c',
  ]);
  expect((await findProducts(db, 'force', 5)).map(({ catalogId }) => catalogId)).toEqual(['b']);
  expect(await findProducts(db, ' ', 5)).toEqual([]);
  expect(await findProducts(db, 'nike', 1)).toHaveLength(1);
});

test('products are found by their codes', async () => {
  const found = await productsByCode(await books(), ['CW2288-111', 'XX0000-000']);
  expect([...found.keys()]).toEqual(['CW2288-111']);
});
