import type { LateCost } from '@/lib/domain/orders/late-terms';
import { Explained } from '../ui/explained';
import { countText, moneyText, percentText } from '../ui/format';
import { t } from '../ui/text';

/** What it costs to let an order run out, in one sentence. Nothing where no terms are known. */
export function LateNote({ late }: { readonly late: LateCost | null }) {
  if (late === null) return null;
  const { charge, ratingPoints, source } = late;
  return (
    <>
      <Explained what={{ source }}>{t('today.late', [moneyText(charge), countText(ratingPoints)])}</Explained>{' '}
      {commissionStepText(late)}
    </>
  );
}

/** What it costs to cancel an order oneself: the points, and the commission step that may follow. */
export function cancelCostText(late: LateCost | null): string {
  if (late === null) return t('orders.cancelUnknown');
  return [t('orders.cancelCost', [countText(late.ratingPoints)]), commissionStepText(late) ?? ''].join(' ').trim();
}

function commissionStepText({ commission }: LateCost): string | null {
  if (commission === null) return null;
  return t('today.lateCommission', [rateText(commission.now), rateText(commission.after)]);
}

/** `9.5 %`: basis points keep their half. */
function rateText(basisPoints: number): string {
  const text = basisPoints % 100 === 0 ? percentText(basisPoints / 10_000) : `${basisPoints / 100} %`;
  return text.replace(' ', '\u00a0');
}
