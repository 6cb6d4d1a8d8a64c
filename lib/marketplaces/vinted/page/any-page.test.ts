import { testAnyPage } from '@/tests/fixtures/pages/any-page';
import { vintedReader } from './reader';

const HOOKS = [
  'data-testid="item-price"',
  'data-testid="item-attributes-size"',
  'data-testid="item-attributes-status"',
  'itemprop="size"',
  'itemprop="status"',
  'itemprop="description"',
  'data-testid="product-item-id-5"',
  'class="details-list__item"',
];

testAnyPage(vintedReader, HOOKS, 'https://www.vinted.fr/items/5000000001-nike-aero-court');
