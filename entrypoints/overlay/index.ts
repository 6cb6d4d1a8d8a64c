import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountCard } from '@/components/overlay/mount';
import { send } from '@/lib/messaging/client';
import { mountOverlay } from '@/lib/overlay/mount-overlay';
import { isContextAlive, watchLeave } from '@/lib/platform/content-scripts';

/** Injected by the background, on a product page only. */
export default defineUnlistedScript(() => {
  mountOverlay({
    page: window,
    draw: mountCard,
    tell: (report) => void send('page/report', report).catch(() => undefined),
    isAlive: isContextAlive,
    onLeave: watchLeave,
    shadow: __TEST_HOOKS__ ? 'open' : 'closed',
  });
});
