import type { SalePlatform } from '../sales/sale';

const PLATFORMS: Readonly<Record<SalePlatform, true>> = {
  alias: true,
  stockx: true,
  ebay: true,
  depop: true,
  vinted: true,
  shopify: true,
  'stadium-goods': true,
  cardtrader: true,
  'in-person': true,
  other: true,
};

/** Whether a text names a place where pairs are sold. */
export function isSalePlatform(text: string): text is SalePlatform {
  return Object.hasOwn(PLATFORMS, text);
}
