import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askAhead } from '@/components/overlay/ask-ahead';
import { awaitCard } from '@/components/overlay/hand-over';
import { pageViewOf } from '@/components/overlay/page-view';
import { sendFromPage } from '@/lib/messaging/page-client';
import { mountOverlay } from '@/lib/overlay/mount-overlay';
import { isContextAlive, watchLeave } from '@/lib/platform/content-scripts';
import { servePanels } from '@/lib/platform/page-port';

/** Put in by the background, on a product page only: reads the page and asks; `card` draws what is answered. */
export default defineUnlistedScript(() => {
  mountOverlay({
    page: window,
    draw: (container, { site, states, dock }) => {
      const silence = servePanels({ current: () => pageViewOf(states.current()), subscribe: states.subscribe });
      const ahead = askAhead(sendFromPage, site, states.current());
      let undraw: () => void = () => undefined;
      let isOver = false;
      awaitCard((mountCard) => {
        if (!isOver) undraw = mountCard(container, { site, states, dock, ahead });
      });
      return () => {
        isOver = true;
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
