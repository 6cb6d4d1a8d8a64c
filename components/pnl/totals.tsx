import { add } from '@/lib/domain/money/arithmetic';
import type { PnlTotals } from '@/lib/domain/pnl/pnl-report';
import { marginOf, roiOf } from '@/lib/domain/pnl/profit';
import { explainTotals, TotalProfit } from '../bridge/total-figure';
import { Explained } from '../ui/explained';
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
  const spent = add(complete.cost, complete.otherCosts);
  const roi = complete.sales === 0 ? null : roiOf(complete.profit, spent);
  const estimated = complete.take.minor === complete.actualTake.minor ? null : t('totals.estimated');
  return (
    <StatRow>
      <Stat label={t('pnl.profit')} size="lg">
        <TotalProfit totals={totals} size={18} />
      </Stat>
      <Stat label={t('pnl.revenue')} size="lg">
        <MoneyFigure amount={complete.revenue} cents="glance" explain={explainTotals(totals)} />
      </Stat>
      <Stat label={t('pnl.fees')} size="lg">
        <MoneyFigure
          amount={add(complete.take, complete.cashOut)}
          explain={explainTotals(totals)}
          estimate={estimated}
        />
      </Stat>
      <Stat label={t('pnl.costs')} size="lg">
        <MoneyFigure amount={spent} cents="glance" explain={explainTotals(totals)} />
      </Stat>
      <Stat label={t('pnl.margin')} size="lg">
        <Ratio value={margin} formula={t('pnl.marginFormula')} />
      </Stat>
      <Stat label={t('pnl.roi')} size="lg">
        <Ratio value={roi} formula={t('pnl.roiFormula')} />
      </Stat>
      <Stat label={t('pnl.sales')} size="lg">
        <span className="archvd-figure">{countedText(totals)}</span>
      </Stat>
    </StatRow>
  );
}

/** A share in basis points, with how it comes about. */
function Ratio({ value, formula }: { readonly value: number | null; readonly formula: string }) {
  if (value === null) return <Unknown why={t('figure.unknownWhy')} />;
  return (
    <Explained what={{ formula, source: t('totals.source') }}>
      <span className="archvd-figure">{percentText(value / 10_000)}</span>
    </Explained>
  );
}
