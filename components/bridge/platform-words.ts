import type { SalePlatform } from '@/lib/domain/sales/sale';
import { t } from '../ui/text';

const WORDS: Record<SalePlatform, () => string> = {
  alias: () => t('platform.alias'),
  stockx: () => t('platform.stockx'),
  ebay: () => t('platform.ebay'),
  depop: () => t('platform.depop'),
  vinted: () => t('platform.vinted'),
  shopify: () => t('platform.shopify'),
  'in-person': () => t('platform.inPerson'),
  other: () => t('platform.other'),
};

/** Where a pair was sold, as people call it. */
export function platformText(platform: SalePlatform): string {
  return WORDS[platform]();
}
