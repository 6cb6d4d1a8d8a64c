import type { SaleReversal } from '@/lib/domain/sales/sale';
import type { SaleStage } from '@/lib/domain/sales/sale-stage';
import { t } from '../ui/text';
import { saleStatusText, stageText } from './words';

const REASONS: Readonly<Record<SaleReversal['reason'], () => string>> = {
  cancelled: () => t('reverseSale.cancelled'),
  returned: () => t('reverseSale.returned'),
  'failed-verification': () => t('reverseSale.failed'),
  refunded: () => t('reverseSale.refunded'),
};

export const REVERSAL_REASONS = Object.keys(REASONS) as readonly SaleReversal['reason'][];

/** Why a sale is none any more. */
export function reversalText(reason: SaleReversal['reason']): string {
  return REASONS[reason]();
}

/** Where a sale stands, in one or two words. */
export function saleStageText(stage: SaleStage): string {
  switch (stage) {
    case 'sold':
      return t('saleStage.sold');
    case 'verified':
      return t('saleStage.verified');
    case 'paid':
      return t('saleStage.paid');
    case 'consigned':
      return t('status.consigned');
    case 'reversed':
      return saleStatusText('reversed');
    case 'cancelled':
    case 'returned':
    case 'failed-verification':
    case 'refunded':
      return reversalText(stage);
    default:
      return stageText(stage);
  }
}
