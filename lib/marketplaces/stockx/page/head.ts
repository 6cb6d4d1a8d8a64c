/** What only product pages of stockx.com have; lists and the front page carry the same data script. */
export const STOCKX_HEAD =
  '[data-testid="pdp-hero-title"], [data-testid="pdp-hero-buysell"], [data-testid="pdp-hero"], [data-testid^="trade-box-"], [data-testid="product-view"], [data-testid="BuySellContainerStandard"], [data-component="primary-product-title"]';
