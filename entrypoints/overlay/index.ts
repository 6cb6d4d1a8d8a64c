import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountCard } from '@/components/overlay/mount';
import { pageViewOf } from '@/components/overlay/page-view';
import { sendFromPage } from '@/lib/messaging/page-client';
import { mountOverlay } from '@/lib/overlay/mount-overlay';
import { isContextAlive, watchLeave } from '@/lib/platform/content-scripts';
import { servePanels } from '@/lib/platform/page-port';

/** Injected by the background, on a product page only. */
export default defineUnlistedScript(() => {
  mountOverlay({
    page: window,
    draw: (container, states, dock) => {
      const silence = servePanels({ current: () => pageViewOf(states.current()), subscribe: states.subscribe });
      const undraw = mountCard(container, states, dock);
      return () => {
        silence();
        undraw();
      };
    },
    tell: (report) => void sendFromPage('page/report', report).catch(() => undefined),
    isAlive: isContextAlive,
    onLeave: watchLeave,
    shadow: __TEST_HOOKS__ ? 'open' : 'closed',
  });
});
