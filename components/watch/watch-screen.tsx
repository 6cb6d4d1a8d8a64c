import { AlertHistory } from './alerts/alert-history';
import { AlertList } from './alerts/alert-list';
import { useWatchPlace } from './use-watch-view';
import { WatchItems } from './watch-items';

/** What is watched, the alerts on it, and what rang. */
export function WatchScreen() {
  const { view } = useWatchPlace();
  if (view === 'alerts') return <AlertList />;
  return view === 'history' ? <AlertHistory /> : <WatchItems />;
}
