/** Any of these will do: launch pages have only their data in common with the others. */
export const NIKE_HEAD =
  '#pdp_product_title, [data-testid="product_title"], [data-testid="currentPrice-container"], .description-text, script#__NEXT_DATA__';
