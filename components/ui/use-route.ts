import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { parseRoute, routeHref, type Route } from './route';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

export interface Navigation {
  readonly route: Route;
  /** Goes somewhere else; leaves a step for the back button. */
  readonly go: (to: Partial<Route> & Pick<Route, 'screen'>) => void;
  /** Changes something of the present place; `quiet` leaves no step behind (typing in a search box). */
  readonly change: (part: Partial<Route>, how?: 'quiet') => void;
}

export function useRoute(): Navigation {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const route = useMemo(() => parseRoute(hash), [hash]);
  const go = useCallback<Navigation['go']>((to) => {
    window.location.hash = routeHref(to);
  }, []);
  const change = useCallback<Navigation['change']>((part, how) => {
    const href = routeHref({ ...parseRoute(window.location.hash), ...part });
    if (how === undefined) window.location.hash = href;
    else {
      window.history.replaceState(null, '', href);
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    }
  }, []);
  return { route, go, change };
}
