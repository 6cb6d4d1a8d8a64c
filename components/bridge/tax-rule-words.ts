import type { RuleId } from '@/lib/domain/tax/rules/rule';
import { t } from '../ui/text';

const RULES: Readonly<Record<RuleId, () => string>> = {
  'gb-vat-rate': () => t('tax.ruleGbVatRate'),
  'gb-vat-registration': () => t('tax.ruleGbVatRegistration'),
  'gb-trading-allowance': () => t('tax.ruleGbTradingAllowance'),
  'gb-mtd-income-tax': () => t('tax.ruleGbMtdIncomeTax'),
  'gb-platform-reporting': () => t('tax.ruleGbPlatformReporting'),
  'gb-margin-scheme': () => t('tax.ruleGbMarginScheme'),
  'gb-global-accounting': () => t('tax.ruleGbGlobalAccounting'),
  'gb-unused-trainers': () => t('tax.ruleGbUnusedTrainers'),
  'gb-vat-return': () => t('tax.ruleGbVatReturn'),
  'us-1099-k': () => t('tax.ruleUs1099K'),
  'us-schedule-c': () => t('tax.ruleUsScheduleC'),
  'au-gst-rate': () => t('tax.ruleAuGstRate'),
  'au-gst-registration': () => t('tax.ruleAuGstRegistration'),
  'au-second-hand': () => t('tax.ruleAuSecondHand'),
  'au-bas': () => t('tax.ruleAuBas'),
  'eu-vat-rate': () => t('tax.ruleEuVatRate'),
  'eu-margin-scheme': () => t('tax.ruleEuMarginScheme'),
  'eu-oss': () => t('tax.ruleEuOss'),
  'eu-dac7': () => t('tax.ruleEuDac7'),
};

export function ruleText(id: RuleId): string {
  return RULES[id]();
}
