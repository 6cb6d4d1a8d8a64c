import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { makeShopPage, SHOP_URL, shopProduct } from '@/tests/fixtures/pages/stadium-goods/make-page';
import { readStadiumGoodsProduct } from './read-product';

const variant = (title: string) => ({ id: 7, title, available: true, price: 2000, sku: `130001-${title}` });
const sizeOf = (title: string, name = 'Gazette Sock') => {
  const html = makeShopPage({ name, product: shopProduct([variant(title)], { title: name }), form: null });
  return readStadiumGoodsProduct(parseHTML(html).document, `${SHOP_URL}?variant=7`).size;
};

test('what comes in one size is nobody’s run; a bare number is men’s unless the name says otherwise', () => {
  expect(sizeOf('OS')).toMatchObject({ raw: 'OS', system: null, sex: null, value: null, us: null, selected: true });
  expect(sizeOf('9')).toMatchObject({ system: 'US', sex: 'M', value: 9, us: 9 });
  expect(sizeOf('5Y')).toMatchObject({ system: 'US', sex: 'Y', value: 5, us: 5 });
  expect(sizeOf('9.5W')).toMatchObject({ system: 'US', sex: 'W', value: 9.5, us: 9.5 });
  expect(sizeOf('5', 'Gazette Runner (GS)')).toMatchObject({ system: 'US', sex: 'Y', value: 5, us: 5 });
});
