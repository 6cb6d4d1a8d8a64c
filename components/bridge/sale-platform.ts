import type { SalePlatform } from '@/lib/domain/sales/sale';
import { t } from '../ui/text';

const PLATFORMS: Readonly<Record<SalePlatform, () => string>> = {
  alias: () => t('platform.alias'),
  stockx: () => t('platform.stockx'),
  ebay: () => t('platform.ebay'),
  depop: () => t('platform.depop'),
  vinted: () => t('platform.vinted'),
  shopify: () => t('platform.shopify'),
  'stadium-goods': () => t('platform.stadiumGoods'),
  cardtrader: () => t('platform.cardtrader'),
  'in-person': () => t('platform.inPerson'),
  other: () => t('platform.other'),
};

export const SALE_PLATFORMS = Object.keys(PLATFORMS) as readonly SalePlatform[];

/** Where a pair was sold, by its name; what this version does not know as it is written. */
export function platformText(platform: string): string {
  return SALE_PLATFORMS.includes(platform as SalePlatform) ? PLATFORMS[platform as SalePlatform]() : platform;
}
