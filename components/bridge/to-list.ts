import { useCallback } from 'react';
import { windowStore } from '@/lib/settings/window-store';
import { useRoute } from '../ui/use-route';

const KEY = 'archvd-to-list';

/** Pairs that are to be listed: thousands of ids are no address, so they are kept beside it. */
export function pairsToList(): readonly string[] {
  const kept = windowStore.read(KEY);
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
}

/** Opens the form that lists these pairs, over whatever screen it is. */
export function useListPairs(): (pairIds: readonly string[]) => void {
  const { change } = useRoute();
  return useCallback(
    (pairIds) => {
      windowStore.write(KEY, [...pairIds]);
      change({ add: 'list' });
    },
    [change],
  );
}
