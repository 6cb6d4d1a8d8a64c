import { browser } from 'wxt/browser';
import type { Heartbeat } from './ports';

/** A cheap extension-API call resets the worker's 30 s idle timer; a fetch, a timer or a pending promise does not. */
export function createHeartbeat(): Heartbeat {
  return {
    async beat() {
      await browser.runtime.getPlatformInfo();
    },
  };
}
