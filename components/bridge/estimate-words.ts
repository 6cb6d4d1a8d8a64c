import type { MissingFloorInput } from '@/lib/domain/fees/floor-price';
import type { Money } from '@/lib/domain/money/money';
import type { Estimate } from '@/lib/queries/valuation';
import type { Explanation } from '../ui/explained';
import { moneyText } from '../ui/format';
import type { Fix } from '../ui/money';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';

const MISSING: Record<MissingFloorInput, () => string> = {
  cost: () => t('missing.cost'),
  'fx-rate': () => t('missing.rate'),
  'fee-schedule': () => t('missing.schedule'),
  rating: () => t('missing.rating'),
  country: () => t('missing.country'),
  commission: () => t('missing.commission'),
  'seller-fee': () => t('missing.sellerFee'),
  'reachable-price': () => t('missing.price'),
};

/** Why a figure cannot be told; what a person can set right at once carries the way there. */
export function missingProps(missing: readonly MissingFloorInput[]): { readonly unknown: string; readonly fix?: Fix } {
  const unknown = missingText(missing);
  return missing.includes('fx-rate') ? { unknown, fix: SET_RATE() } : { unknown };
}

const SET_RATE = (): Fix => ({
  text: t('missing.rateShort'),
  href: routeHref({ screen: 'settings', view: 'currency' }),
});

/** Why a figure cannot be told, and what would make it known. */
export function missingText(missing: readonly MissingFloorInput[]): string {
  return missing.map((each) => MISSING[each]()).join(' ');
}

function linesOf(estimate: Estimate): readonly (readonly [string, string])[] {
  const { lines } = estimate;
  if (lines === null) return [];
  const minus = (amount: Money) => moneyText({ ...amount, minor: -amount.minor as Money['minor'] }, { cents: 'fixed' });
  return [
    [t('lines.price'), moneyText(lines.price, { cents: 'fixed' })],
    [t('lines.commission'), minus(lines.commission)],
    [t('lines.sellerFee'), minus(lines.sellerFee)],
    [t('lines.cashOut'), minus(lines.cashOut)],
  ];
}

/** How an estimated net comes about, line by line. */
export function explainNet(estimate: Estimate): Explanation {
  return {
    formula: t('lines.netFormula'),
    inputs: [
      ...linesOf(estimate),
      ...(estimate.net === null ? [] : [[t('lines.net'), moneyText(estimate.net, { cents: 'fixed' })] as const]),
    ],
    source: t('lines.feeSource'),
  };
}

/** How an estimated profit comes about. */
export function explainProfit(estimate: Estimate, cost: Money | null, otherCosts: Money | null): Explanation {
  const costs: (readonly [string, string])[] = [];
  if (cost !== null) costs.push([t('lines.cost'), moneyText(cost, { cents: 'fixed' })]);
  if (otherCosts !== null) costs.push([t('lines.otherCosts'), moneyText(otherCosts, { cents: 'fixed' })]);
  return {
    formula: t('lines.profitFormula'),
    inputs: [...(explainNet(estimate).inputs ?? []), ...costs],
    source: t('lines.feeSource'),
  };
}
