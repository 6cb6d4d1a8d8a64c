import { expect, test } from 'vitest';
import { makeProduct } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { lookUpRoute } from './look-up-route';

const code = (text: string) => text as StyleCode;

test.each([
  ['DD1391-100', '/market?product=panda'],
  ['dd1391 100', '/market?product=panda'],
  ['Nike Dunk Low “Panda” (2021) – DD1391-100, size 10', '/market?product=panda'],
  ['Dunk Low Retro “Panda” (DD1391-100)', '/market?product=panda'],
  ['QX4321', '/market?q=QX4321'],
  ['ZX1234-567', '/market?q=ZX1234-567'],
  ['315122-111/CW2288-111', '/market?q=315122-111%2FCW2288-111'],
  ['panda dunk', '/market?q=panda+dunk'],
  ['?product=evil&q=#/settings', '/market?q=%3Fproduct%3Devil%26q%3D%23%2Fsettings'],
])('%s leads to %s', async (text, route) => {
  const db = makeDatabase();
  await db.products.bulkAdd([
    makeProduct({ catalogId: 'panda', styleCode: code('DD1391-100') }),
    makeProduct({ catalogId: 'twin-1', styleCode: code('ZX1234-567') }),
    makeProduct({ catalogId: 'twin-2', styleCode: code('ZX1234-567') }),
  ]);
  expect(await lookUpRoute(db, text)).toBe(route);
});
