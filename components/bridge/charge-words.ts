import type { ChargeKind } from '@/lib/domain/sales/charges';
import { t } from '../ui/text';

const WORDS: Record<ChargeKind, () => string> = {
  commission: () => t('lines.commission'),
  sellerFee: () => t('lines.sellerFee'),
  processing: () => t('lines.processing'),
  shipping: () => t('lines.shipping'),
  advertising: () => t('lines.advertising'),
  penalty: () => t('lines.penalty'),
  feeTax: () => t('lines.feeTax'),
  adjustment: () => t('lines.adjustment'),
};

/** What a part of a platform's take is called. */
export function chargeText(kind: ChargeKind): string {
  return WORDS[kind]();
}
