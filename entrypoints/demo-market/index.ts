import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDemoMarket } from '@/lib/sandbox/demo-market';

/** The demo market as a file of its own: the background loads it only while the demo is on. */
export default defineUnlistedScript(() => {
  globalThis.archvdDemoMarket = createDemoMarket;
});
