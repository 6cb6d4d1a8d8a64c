import { testAnyPage } from '@/tests/fixtures/pages/any-page';
import { depopReader } from './reader';

const HOOKS = [
  'class="styles_attribute__x"',
  'aria-label="Price"',
  'data-testid="product__description"',
  'href="/products/a-b-c"',
  'class="sold"',
];

testAnyPage(depopReader, HOOKS, 'https://www.depop.com/products/seller1-nike-aero-court-9f3a/');
