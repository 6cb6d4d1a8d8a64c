import { MINUTE_MS, instant, type Instant } from '@/lib/domain/time/instant';
import type { NextLook } from '@/lib/domain/watch-schedule/plan-readings';
import { startOfDay } from '@/lib/domain/time/period';
import { nextLooks } from '@/lib/queries/next-looks';
import { watchList, type WatchList } from '@/lib/queries/watch-list';
import type { WatchSort } from '@/lib/queries/watch-order';
import { localOffset } from '../bridge/local-time';
import { useLive, type Live } from '../bridge/use-live';
import { useRegion } from '../bridge/use-region';
import { useSetting } from '../bridge/use-setting';
import { useVault } from '../bridge/vault-store';
import type { Sort } from '../ui/sort';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';
import { useWatchPlace } from './use-watch-view';
import { WATCH_SORTS } from './watch-tools';

/** The list as the address asks for it. */
export function useWatched(sort: Sort): Live<WatchList | null> {
  const { route } = useRoute();
  const { listId, show } = useWatchPlace();
  const regionId = useRegion();
  const now = instant(useNow(MINUTE_MS));
  const by: WatchSort = WATCH_SORTS.find((each) => each === sort.by) ?? 'name';
  return useLive(
    async (books) =>
      regionId === undefined
        ? null
        : watchList(books, {
            watchlistId: listId,
            show,
            search: route.query,
            sort: { by, descending: sort.down },
            regionId,
            now,
            today: startOfDay(now, localOffset),
          }),
    [listId, show, route.query, sort, String(regionId), now],
  );
}

/** When each product is looked at next, by catalogue id; null while alias cannot be asked. */
export function useNextLooks(): ReadonlyMap<string, NextLook> | null {
  const regionId = useRegion();
  const [watching] = useSetting('watching');
  const ready = useVault()?.standing === 'ready';
  const now: Instant = instant(useNow(MINUTE_MS));
  const live = useLive(
    async (books) =>
      regionId === undefined || watching === null || !ready
        ? null
        : nextLooks(books, { now, regionId, freshnessMs: watching.freshnessMinutes * MINUTE_MS }),
    [now, String(regionId), watching?.freshnessMinutes, ready],
  );
  return live.value;
}
