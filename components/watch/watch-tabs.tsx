import { unseenEvents } from '@/lib/queries/unseen-events';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { ViewTabs } from '../ui/view-tabs';
import { useWatchPlace, WATCH_VIEWS, type WatchView } from './use-watch-view';
import styles from './watch.module.css';

const WORDS: Record<WatchView, () => string> = {
  items: () => t('watch.items'),
  alerts: () => t('watch.alerts'),
  history: () => t('watch.history'),
};

/** What is watched, the alerts on it, and what rang; the last with how much of it nobody has seen. */
export function WatchTabs() {
  const { route } = useRoute();
  const { view } = useWatchPlace();
  const unseen = useLive(unseenEvents, []).value ?? 0;
  const tabs = WATCH_VIEWS.map((each) => ({
    id: each,
    href: routeHref({ screen: 'watch', view: each === 'items' ? null : each, item: route.item }),
    isCurrent: each === view,
    testId: `watch-${each}`,
    label: (
      <>
        {WORDS[each]()}
        {each === 'history' && unseen > 0 ? (
          <span className={styles['unseen']}>{t('watch.unseen', [countText(unseen)])}</span>
        ) : null}
      </>
    ),
  }));
  return <ViewTabs label={t('watch.views')} tabs={tabs} />;
}
