import type { PnlTotals } from '@/lib/domain/pnl/pnl-report';
import type { Explanation } from '../ui/explained';
import { countText, moneyText } from '../ui/format';
import { ProfitFigure } from '../ui/money';
import { t } from '../ui/text';

/** How a total came about and what it leaves out. */
export function explainTotals({ complete, ...totals }: PnlTotals): Explanation {
  const inputs: (readonly [string, string])[] = [
    [t('totals.counted'), countText(complete.sales)],
    [t('totals.revenue'), moneyText(complete.revenue, { cents: 'fixed' })],
    [t('totals.take'), moneyText(complete.take, { cents: 'fixed' })],
    [t('lines.cashOut'), moneyText(complete.cashOut, { cents: 'fixed' })],
    [t('lines.cost'), moneyText(complete.cost, { cents: 'fixed' })],
  ];
  if (complete.otherCosts.minor !== 0)
    inputs.push([t('lines.otherCosts'), moneyText(complete.otherCosts, { cents: 'fixed' })]);
  const left = leftOut(totals);
  return { formula: t('totals.formula'), inputs, source: t('totals.source'), ...(left === '' ? {} : { note: left }) };
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
