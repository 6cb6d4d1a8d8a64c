/** Of the listing's head, now and in former years; any of them will do. */
export const EBAY_HEAD =
  '[class*="x-item-title"], [class*="x-price-primary"], #itemTitle, #prcIsum, [class*="ux-labels-values"], script[type="application/ld+json"], h1';
