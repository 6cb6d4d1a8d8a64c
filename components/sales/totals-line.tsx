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
  // Where none is complete, what they brought is known all the same.
  const none = complete.sales === 0;
  const explain = (part: 'revenue' | 'fees') => explainTotals(totals, part);
  return (
    <TotalsBar data-testid="sale-totals">
      <span>
        {t('sales.counted', totals.sales, [countText(totals.sales)])}
        {none || complete.sales === totals.sales ? null : `, ${t('sales.inFigures', [countText(complete.sales)])}`}
      </span>
      <span>
        {t('pnl.revenue')}{' '}
        <MoneyFigure amount={none ? totals.revenue : complete.revenue} explain={explain('revenue')} />
      </span>
      {none ? null : (
        <span>
          {t('pnl.fees')}{' '}
          <MoneyFigure amount={add(complete.take, complete.cashOut)} explain={explain('fees')} estimate={estimated} />
        </span>
      )}
      <span>
        {t('pnl.profit')} <TotalProfit totals={totals} />
      </span>
    </TotalsBar>
  );
}
