import { WATCH_SHOWS, type WatchShow } from '@/lib/queries/watch-list';
import { useRoute } from '../ui/use-route';

export const WATCH_VIEWS = ['items', 'alerts', 'history'] as const;

export type WatchView = (typeof WATCH_VIEWS)[number];

/** What the watch screen shows, as the address says it. */
export interface WatchPlace {
  readonly view: WatchView;
  /** null: all lists. */
  readonly listId: string | null;
  readonly show: WatchShow;
}

/** `#/watch?view=alerts&item=<list>&f=rang` */
export function useWatchPlace(): WatchPlace {
  const { route } = useRoute();
  return {
    view: WATCH_VIEWS.find((view) => view === route.view) ?? 'items',
    listId: route.item,
    show: WATCH_SHOWS.find((show) => show === route.filter) ?? 'all',
  };
}
