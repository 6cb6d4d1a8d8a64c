import { testAnyPage } from '@/tests/fixtures/pages/any-page';
import { ebayReader } from './reader';

const HOOKS = [
  'class="x-price-primary"',
  'class="x-price-approx__price"',
  'class="x-item-title__mainTitle"',
  'class="ux-labels-values"',
  'class="ux-labels-values__labels"',
  'class="ux-labels-values__values"',
  'class="ux-layout-section--features"',
  'class="x-msku"',
  'aria-selected="true"',
  'id="prcIsum"',
  'class="d-statusmessage"',
];

testAnyPage(ebayReader, HOOKS, 'https://www.ebay.com/itm/123456789012?var=1');
