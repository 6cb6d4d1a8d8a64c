/** What holds the page's own product: its head and its box for buying. An amount outside of them is somebody else's. */
export const OWN_BOXES = [
  '[data-testid="pdp-hero"]',
  '[data-testid="pdp-hero-buysell"]',
  '[data-testid="product-view"]',
  '[data-testid="BuySellContainerStandard"]',
] as const;

/** Lists of other products, in which names and prices look just the same. */
const OTHERS = [
  '[data-testid*="product-tile" i]',
  '[data-testid*="recommend" i]',
  '[data-testid*="related" i]',
  '[data-testid*="sponsored" i]',
  '[data-testid*="carousel" i]',
  '[data-testid*="recently" i]',
  '[data-component*="recommend" i]',
  '[data-component*="related" i]',
  '[data-component*="carousel" i]',
  '[data-component*="ProductTile" i]',
].join(', ');

export function isOthers(element: Element): boolean {
  return element.closest(OTHERS) !== null;
}
