import { add } from '@/lib/domain/money/arithmetic';
import type { SaleQuestion } from '@/lib/queries/find-sales';
import { saleTotals } from '@/lib/queries/sale-totals';
import type { Valuation } from '@/lib/queries/valuation';
import { explainTotals, TotalProfit } from '../bridge/total-figure';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import { TotalsBar } from '../ui/totals-bar';

interface TotalsLineProps {
  readonly question: SaleQuestion;
  readonly valuation: Valuation;
}

/** What all sales of the list come to; its room is kept while they are read. */
export function TotalsLine({ question, valuation }: TotalsLineProps) {
  const { value: totals } = useLive((books) => saleTotals(books, question, valuation), [question, valuation]);
  if (totals === null) return <TotalsBar aria-busy="true" />;
  const { complete } = totals;
  const estimated = complete.take.minor === complete.actualTake.minor ? null : t('totals.estimated');
  const explain = explainTotals(totals);
  return (
    <TotalsBar data-testid="sale-totals">
      <span>{t('sales.counted', totals.sales, [countText(totals.sales)])}</span>
      <span>
        {t('pnl.revenue')} <MoneyFigure amount={totals.revenue} explain={{ source: t('totals.source') }} />
      </span>
      <span>
        {t('pnl.fees')}{' '}
        <MoneyFigure amount={add(complete.take, complete.cashOut)} explain={explain} estimate={estimated} />
      </span>
      <span>
        {t('pnl.profit')} <TotalProfit totals={totals} />
      </span>
    </TotalsBar>
  );
}
