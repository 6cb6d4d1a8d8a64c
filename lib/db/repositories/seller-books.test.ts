import { expect, test } from 'vitest';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { forgetSeller } from './seller-books';

test('of another seller nothing stays but what is known of the market, and the budgets of the device', async () => {
  const db = makeDatabase();
  for (const { schema, ...table } of db.tables.map((each) => ({ schema: each.schema, name: each.name }))) {
    const fields = [schema.primKey, ...schema.indexes].flatMap(({ keyPath }) => keyPath ?? []);
    await db.table(table.name).add(Object.fromEntries(fields.map((field) => [field, 'x'])));
  }
  await forgetSeller(db);
  const kept = await Promise.all(db.tables.map(async (table) => ((await table.count()) === 0 ? [] : [table.name])));
  expect(kept.flat().toSorted()).toEqual([
    'budgets',
    'feeSchedules',
    'fxRates',
    'marketPriceHistory',
    'marketPrices',
    'marketSales',
    'offerHistograms',
    'products',
    'salesGaps',
  ]);
});
