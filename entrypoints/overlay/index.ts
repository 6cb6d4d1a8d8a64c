import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountCard } from '@/components/overlay/mount';
import { mountOverlay } from '@/lib/overlay/mount-overlay';
import { isContextAlive, watchLeave } from '@/lib/platform/content-scripts';

/** Injected by the background, on a product page only. */
export default defineUnlistedScript(() => {
  mountOverlay({
    page: window,
    draw: mountCard,
    isAlive: isContextAlive,
    onLeave: watchLeave,
    shadow: __TEST_HOOKS__ ? 'open' : 'closed',
  });
});
