import { useSyncExternalStore } from 'react';
import { pairIndexFeed, type PairIndexState } from '@/lib/queries/pair-index-feed';
import { useBridge } from '../bridge/bridge';

/** Every pair in memory, true to the books while the screen is open. */
export function usePairIndex(): PairIndexState {
  const feed = pairIndexFeed(useBridge().books);
  return useSyncExternalStore(feed.subscribe, feed.get);
}
