import { testAnyPage } from '@/tests/fixtures/pages/any-page';
import { stadiumGoodsReader } from './reader';

const HOOKS = [
  'class="ProductForm__select__button js-product-variant"',
  'class="ProductForm__select__variant__name"',
  'class="ProductForm__select__variant__price"',
  'class="ProductForm__select__list"',
  'class="ProductMeta__Description"',
  'aria-checked="true"',
  'data-variant-id="1"',
  'name="id" value="1"',
];

testAnyPage(stadiumGoodsReader, HOOKS, 'https://www.stadiumgoods.com/products/nike-aero-court-130001?variant=1');
