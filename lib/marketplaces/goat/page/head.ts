/** Any of these will do: a gate that wants too much is the first thing to break. */
export const GOAT_HEAD =
  '[data-qa="product_display_name"], [data-qa="product_name"], [data-qa^="buy_bar_"], script#__NEXT_DATA__';
