import type { Valuer } from '@/lib/queries/valuation';
import { EstimatedNet, EstimatedProfit } from '../bridge/estimate-figures';
import { MoneyFigure, Unknown } from '../ui/money';
import { t } from '../ui/text';
import type { PlannedListing } from './plan-listings';

/** The lowest ask the price goes by. */
export function QuickAsk({ draft: { lowestAsk, readAt } }: Pick<PlannedListing, 'draft'>) {
  const why = readAt === null ? t('selling.neverRead') : t('selling.none');
  return <MoneyFigure amount={lowestAsk} unknown={why} explain={{ source: t('selling.source'), at: readAt }} inList />;
}

interface FigureProps {
  readonly planned: PlannedListing;
  readonly valuer: Valuer | null;
}

/** What would arrive. */
export function QuickNet({ planned: { draft, price }, valuer }: FigureProps) {
  if (valuer === null || price === null) return <Unknown why={t('price.none')} inList />;
  return <EstimatedNet estimate={valuer.estimate(price, draft.pair)} />;
}

/** What it leaves after the pair's cost. */
export function QuickProfit({ planned: { draft, price }, valuer }: FigureProps) {
  if (valuer === null || price === null) return <Unknown why={t('price.none')} inList />;
  return <EstimatedProfit estimate={valuer.estimate(price, draft.pair)} pair={draft.pair} />;
}
