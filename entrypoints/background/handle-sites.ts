import { SITES } from '@/lib/domain/sites/site';
import type { MessageHandlers } from '@/lib/messaging/server';
import { followSites, injectOverlay } from '@/lib/platform/content-scripts';
import type { Log } from '@/lib/platform/log';
import { registerSiteAccess } from '@/lib/platform/site-access';

const ALL = SITES.map(({ id }) => id);

/** Registers its listeners at once: the detector runs on the sites the person allows, and on no other. */
export function registerSites(log: Pick<Log, 'error'>): void {
  let last = Promise.resolve();
  registerSiteAccess((allowed) => {
    // One after the other: a permission given and taken back at once must end without a detector.
    last = last.then(() => followSites(ALL, allowed)).catch(() => log.error('detector not registered'));
  });
}

/** The card goes into the main page of the very tab that asked, which the message server has checked. */
export function siteHandlers(openDesk: () => Promise<unknown>) {
  return {
    'page/found': async (_input, { tabId }) => {
      const injected = tabId !== undefined && injectOverlay(tabId);
      // While the browser puts the card there: it will ask the desk at once. A desk that is missing says so then.
      void openDesk().catch(() => undefined);
      return { shown: await injected };
    },
  } satisfies Partial<MessageHandlers>;
}
