import type { Pair } from '@/lib/domain/inventory/pair';
import type { Estimate } from '@/lib/queries/valuation';
import { MoneyFigure, ProfitFigure } from '../ui/money';
import { t } from '../ui/text';
import { explainNet, explainProfit, missingProps } from './estimate-words';

interface EstimatedNetProps {
  readonly estimate: Estimate;
  /** Why it is an estimate; left out, because its fees are. */
  readonly note?: string;
}

interface EstimatedProfitProps extends EstimatedNetProps {
  /** Whose costs are in it. */
  readonly pair: Pick<Pair, 'cost' | 'otherCosts'> | null;
}

/** What a sale would bring, in a list, with its lines. */
export function EstimatedNet({ estimate, note = t('lines.estimate') }: EstimatedNetProps) {
  return (
    <MoneyFigure
      amount={estimate.net}
      {...missingProps(estimate.missing)}
      explain={explainNet(estimate)}
      estimate={note}
      inList
    />
  );
}

/** What it would leave after the pair's costs, in a list, with its lines. */
export function EstimatedProfit({ estimate, pair, note = t('lines.estimate') }: EstimatedProfitProps) {
  return (
    <ProfitFigure
      amount={estimate.profit}
      {...missingProps(estimate.missing)}
      explain={explainProfit(estimate, pair?.cost ?? null, pair?.otherCosts ?? null)}
      estimate={note}
      inList
    />
  );
}
