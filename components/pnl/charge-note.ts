import type { CompleteTotals } from '@/lib/domain/pnl/pnl-totals';
import type { ChargeKind } from '@/lib/domain/sales/charges';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';

/** Who tells a part of the fees; the fee profile tells these two alone. */
export function chargeNote(kind: ChargeKind, { byProfile }: Pick<CompleteTotals, 'byProfile'>): string {
  const isToldByIt = kind === 'commission' || kind === 'sellerFee';
  if (!isToldByIt || byProfile.minor === 0) return t('pnl.chargeNote');
  return `${t('pnl.chargeNote')} ${t('pnl.feesSplitNote', [moneyText(byProfile, { cents: 'fixed' })])}`;
}
