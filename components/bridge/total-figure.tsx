import type { Money } from '@/lib/domain/money/money';
import type { PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import type { Explanation } from '../ui/explained';
import { countText, moneyText } from '../ui/format';
import { ProfitFigure } from '../ui/money';
import { t } from '../ui/text';

type TotalPart = 'profit' | 'revenue' | 'fees' | 'costs';

const FORMULAS: Readonly<Record<TotalPart, () => string>> = {
  profit: () => t('totals.formula'),
  revenue: () => t('pnl.revenueFormula'),
  fees: () => t('totals.feesFormula'),
  costs: () => t('totals.costsFormula'),
};

/** How a total, or the part of it that is asked for, came about and what it leaves out. */
export function explainTotals({ complete, ...totals }: PnlTotals, part: TotalPart = 'profit'): Explanation {
  const line = (label: string, amount: Money) => [label, moneyText(amount, { cents: 'fixed' })] as const;
  const some = (label: string, amount: Money) => (amount.minor === 0 ? [] : [line(label, amount)]);
  const is = (...parts: readonly TotalPart[]) => part === 'profit' || parts.includes(part);
  const inputs: readonly (readonly [string, string])[] = [
    [t('totals.counted'), countText(complete.sales)],
    ...(is('revenue') ? [line(t('totals.revenue'), complete.revenue)] : []),
    ...(is('fees') ? [line(t('totals.take'), complete.take), line(t('lines.cashOut'), complete.cashOut)] : []),
    ...(is('costs')
      ? [
          line(t('lines.cost'), complete.cost),
          ...some(t('lines.otherCosts'), complete.otherCosts),
          ...some(t('pnl.pairExpenses'), complete.expenses),
        ]
      : []),
  ];
  const left = leftOut(totals);
  return { formula: FORMULAS[part](), inputs, source: t('totals.source'), ...(left === '' ? {} : { note: left }) };
}

/** What is in no figure, in words; empty when nothing is left out. */
export function leftOut(totals: Pick<PnlTotals, 'costUnknown' | 'feesUnknown' | 'missingRate'>): string {
  const parts: string[] = [];
  if (totals.costUnknown > 0) parts.push(t('totals.costUnknown', totals.costUnknown, [countText(totals.costUnknown)]));
  if (totals.feesUnknown > 0) parts.push(t('totals.feesUnknown', totals.feesUnknown, [countText(totals.feesUnknown)]));
  if (totals.missingRate > 0) parts.push(t('totals.missingRate', totals.missingRate, [countText(totals.missingRate)]));
  return parts.join(' ');
}

export interface TotalProfitProps {
  readonly totals: PnlTotals;
  readonly cents?: 'auto' | 'fixed' | 'glance';
  readonly size?: number;
}

/** Profit of a period. Unknown, not zero, when every sale of it lacks its cost. */
export function TotalProfit({ totals, cents, size }: TotalProfitProps) {
  const { complete } = totals;
  const known = complete.sales > 0 || totals.sales === 0;
  const estimated = complete.take.minor !== complete.actualTake.minor;
  return (
    <ProfitFigure
      amount={known ? complete.profit : null}
      unknown={leftOut(totals)}
      explain={explainTotals(totals)}
      estimate={estimated ? t('totals.estimated') : null}
      {...(cents === undefined ? {} : { cents: estimated ? 'glance' : cents })}
      {...(size === undefined ? {} : { size })}
    />
  );
}
