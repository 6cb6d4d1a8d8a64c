import { platformText } from '../bridge/sale-platform';
import { t } from '../ui/text';
import { CONDITIONS, PACKAGINGS } from './draft';
import type { ToldPlatform } from './sell-facts';

const CONDITION_WORDS = {
  new: () => t('condition.new'),
  used: () => t('condition.used'),
  'new-with-defects': () => t('condition.newWithDefects'),
};

const PACKAGING_WORDS = {
  good: () => t('packaging.good'),
  'missing-lid': () => t('packaging.missingLid'),
  'badly-damaged': () => t('packaging.badlyDamaged'),
  'no-box': () => t('packaging.noBox'),
};

/** Where a sale that the seller tells of may have been; alias tells of its own. */
const PLATFORMS: readonly ToldPlatform[] = ['stockx', 'ebay', 'depop', 'vinted', 'shopify', 'in-person', 'other'];

export const conditionChoices = () => CONDITIONS.map((value) => ({ value, label: CONDITION_WORDS[value]() }));
export const packagingChoices = () => PACKAGINGS.map((value) => ({ value, label: PACKAGING_WORDS[value]() }));
export const platformChoices = () => PLATFORMS.map((value) => ({ value, label: platformText(value) }));
