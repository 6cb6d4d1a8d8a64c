import type { TaxTreatment } from '@/lib/domain/inventory/pair';
import { t } from '../ui/text';

const TREATMENTS: Readonly<Record<TaxTreatment, () => string>> = {
  standard: () => t('tax.treatmentStandard'),
  margin: () => t('tax.treatmentMargin'),
  global: () => t('tax.treatmentGlobal'),
  zero: () => t('tax.treatmentZero'),
};

/** How a pair is taxed, in a few words. */
export function treatmentText(treatment: TaxTreatment): string {
  return TREATMENTS[treatment]();
}
