/** Of the page's product form and data; any of them will do. */
export const STADIUM_GOODS_HEAD =
  '[class*="ProductForm"], form[action*="/cart/add"], script[type="application/ld+json"], script[id*="ProductJson" i], [data-product], h1';
