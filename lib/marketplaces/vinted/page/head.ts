/** Of the listing's own rows; any of them will do. */
export const VINTED_HEAD =
  '[data-testid^="item-attributes-"], [data-testid="item-price"], [itemprop="size"], [itemprop="description"], script[type="application/ld+json"], h1';
