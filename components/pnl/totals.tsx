import { add } from '@/lib/domain/money/arithmetic';
import type { PnlTotals } from '@/lib/domain/pnl/pnl-report';
import { marginOf } from '@/lib/domain/pnl/profit';
import { explainTotals, TotalProfit } from '../bridge/total-figure';
import { countText, percentText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { Stat, StatRow } from '../ui/stat';
import { t } from '../ui/text';

/** `27`, or `25 of 27` when some are in no figure. */
export function countedText({ sales, complete }: PnlTotals): string {
  return complete.sales === sales ? countText(sales) : t('pnl.ofPairs', [countText(complete.sales), countText(sales)]);
}

/** The figures of a time, of which profit is the one to see first. */
export function Totals({ totals }: { readonly totals: PnlTotals }) {
  const { complete } = totals;
  const margin = complete.sales === 0 ? null : marginOf(complete.profit, complete.revenue);
  const estimated = complete.take.minor === complete.actualTake.minor ? null : t('totals.estimated');
  return (
    <StatRow>
      <Stat label={t('pnl.profit')} size="lg">
        <TotalProfit totals={totals} size={18} />
      </Stat>
      <Stat label={t('pnl.revenue')} size="lg">
        <MoneyFigure amount={complete.revenue} explain={explainTotals(totals)} />
      </Stat>
      <Stat label={t('pnl.fees')} size="lg">
        <MoneyFigure
          amount={add(complete.take, complete.cashOut)}
          explain={explainTotals(totals)}
          estimate={estimated}
        />
      </Stat>
      <Stat label={t('pnl.costs')} size="lg">
        <MoneyFigure amount={add(complete.cost, complete.otherCosts)} explain={explainTotals(totals)} />
      </Stat>
      <Stat label={t('pnl.margin')} size="lg">
        {margin === null ? (
          <Unknown why={t('figure.unknownWhy')} />
        ) : (
          <span className="archvd-figure">{percentText(margin / 10_000)}</span>
        )}
      </Stat>
      <Stat label={t('pnl.sales')} size="lg">
        <span className="archvd-figure">{countedText(totals)}</span>
      </Stat>
    </StatRow>
  );
}
