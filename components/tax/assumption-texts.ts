import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { t } from '../ui/text';

/** What the figures take for granted, in plain words. */
export function assumptionTexts({ country, registered }: TaxProfile): readonly string[] {
  const unused =
    country === 'GB' ? t('tax.unusedWhyGb') : country === 'AU' ? t('tax.unusedWhyAu') : t('tax.unusedWhyEu');
  return [
    t('tax.noAdvice'),
    t('tax.assumeTaxPoint'),
    t('tax.assumeRates'),
    t('tax.assumeMissing'),
    t('tax.assumeWrittenOff'),
    ...(country === 'US' || !registered ? [] : [t('tax.assumeZero'), t('tax.assumeFees'), unused]),
    ...(country === 'GB' && registered ? [t('tax.notTold')] : []),
  ];
}
