import { useCallback, useMemo } from 'react';
import { useRoute } from '../ui/use-route';
import { parseView, viewFilter, type MarketView } from './market-view';

/** What the market is looked at by, kept in the address. */
export function useMarketView(): readonly [MarketView, (part: Partial<MarketView>) => void] {
  const { route, change } = useRoute();
  const view = useMemo(() => parseView(route.filter), [route.filter]);
  const set = useCallback(
    (part: Partial<MarketView>) => change({ filter: viewFilter({ ...view, ...part }) }, 'quiet'),
    [view, change],
  );
  return [view, set];
}
