/** Of the listing's data and rows; any of them will do. */
export const DEPOP_HEAD =
  'script[type="application/ld+json"], [class*="styles_attribute"], [data-testid*="product__"], [aria-label="Price"], h1';
