import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';

/** Only what the function below runs inside the worker; the product itself sees the browser through lib/platform. */
declare const chrome: { alarms: { create(name: string, info: { when: number }): Promise<void> } };

export type KillMethod = 'close-target' | 'stop-all-workers';

/**
 * Ends the background worker as the browser does when it is idle: no code of ours runs any more. The next event starts
 * a new one, and the same Playwright `Worker` handle keeps working. An `evaluate` under way rejects. When this is over the
 * one that ran is gone, though the next may run already.
 *
 * @param method two ways to the same end; a test that must not depend on either runs with both
 */
export async function killWorker(context: BrowserContext, extensionId: string, method: KillMethod): Promise<void> {
  await withPage(context, extensionId, async (session) => {
    const target = await workerTarget(session, extensionId);
    if (target === null) return;
    if (method === 'close-target') await session.send('Target.closeTarget', { targetId: target });
    else {
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
    }
    await goneOrAnew(session, extensionId, target);
  });
}

const GONE_WITHIN_MS = 2000;

/** Looks until the worker is gone. One that is called again at once comes back under the same id: then it was gone, too. */
async function goneOrAnew(session: CDPSession, extensionId: string, target: string): Promise<void> {
  const until = performance.now() + GONE_WITHIN_MS;
  while (performance.now() < until) if ((await workerTarget(session, extensionId)) !== target) return;
}

/** Makes everything ready to end the worker at once, for moments that would be over before a page has opened. */
export async function readyToKill(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  return async () => void (await session.send('ServiceWorker.stopAllWorkers'));
}

/**
 * Starts the worker without any event of the extension's own: the browser delivers a plain message to it, which no
 * listener of ours hears. Shows what a bare start does.
 */
export async function startWorker(context: BrowserContext, extensionId: string): Promise<void> {
  await withPage(context, extensionId, async (_session, page) => {
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      registration?.active?.postMessage('wake');
    });
  });
}

/** Whether a background worker runs at this moment. */
export async function isWorkerRunning(context: BrowserContext, extensionId: string): Promise<boolean> {
  return withPage(context, extensionId, async (session) => (await workerTarget(session, extensionId)) !== null);
}

/** Lets an alarm ring now. An unpacked extension knows no shortest delay, a published one waits 30 seconds. */
export async function ringAlarm(worker: Worker, name: string): Promise<void> {
  await worker.evaluate((alarm) => chrome.alarms.create(alarm, { when: Date.now() + 50 }), name);
}

async function workerTarget(session: CDPSession, extensionId: string): Promise<string | null> {
  const { targetInfos } = await session.send('Target.getTargets');
  const ours = (url: string) => url.startsWith(`chrome-extension://${extensionId}/`);
  return targetInfos.find((info) => info.type === 'service_worker' && ours(info.url))?.targetId ?? null;
}

/** A debugging session needs a page. The manifest is one that runs no code, so that it wakes nobody up. */
async function withPage<T>(
  context: BrowserContext,
  extensionId: string,
  use: (session: CDPSession, page: Page) => Promise<T>,
): Promise<T> {
  const page: Page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    return await use(await context.newCDPSession(page), page);
  } finally {
    await page.close();
  }
}
