import { platformText } from '../bridge/sale-platform';
import type { ToldPlatform } from './sell-facts';

/** Where a sale that the seller tells of may have been; alias tells of its own. */
const PLATFORMS: readonly ToldPlatform[] = ['stockx', 'ebay', 'depop', 'vinted', 'shopify', 'in-person', 'other'];

export const platformChoices = () => PLATFORMS.map((value) => ({ value, label: platformText(value) }));
