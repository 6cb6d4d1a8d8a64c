import type { MarketLook } from '@/lib/domain/market/market-look';
import { conditionChoices, packagingChoices } from '../bridge/condition-choices';
import { t } from '../ui/text';

/** Whose prices these are: `alias, New, Good box, everywhere`. */
export function lookText({ condition, packaging, consigned, regionId }: MarketLook): string {
  const words = [
    conditionChoices().find(({ value }) => value === condition)?.label ?? condition,
    packagingChoices().find(({ value }) => value === packaging)?.label ?? packaging,
    ...(consigned === null ? [] : [consigned ? t('market.consigned') : t('market.withYou')]),
    regionId === null ? t('market.inEverywhere') : t('market.inRegion', [regionId]),
  ];
  return t('market.lookSource', [words.join(', ')]);
}
