import { testAnyPage } from '@/tests/fixtures/pages/any-page';
import { flightClubReader } from './reader';

const HOOKS = [
  'data-qa="buy_bar_item_desktop"',
  'data-qa="buy_bar_size_10"',
  'data-qa="buy_bar_price_size_10"',
  'data-qa="buy_bar_oos"',
  'data-qa="product_display_name"',
  'data-qa="ProductItemsUrl"',
  'class="size-list"',
  'aria-checked="true"',
];

testAnyPage(flightClubReader, HOOKS, 'https://www.flightclub.com/nike-aero-court-zx1234-567?size=10');
