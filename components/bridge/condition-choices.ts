import { t } from '../ui/text';

export const CONDITIONS = ['new', 'used', 'new-with-defects'] as const;
export const PACKAGINGS = ['good', 'missing-lid', 'badly-damaged', 'no-box'] as const;

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

export const conditionChoices = () => CONDITIONS.map((value) => ({ value, label: CONDITION_WORDS[value]() }));
export const packagingChoices = () => PACKAGINGS.map((value) => ({ value, label: PACKAGING_WORDS[value]() }));
