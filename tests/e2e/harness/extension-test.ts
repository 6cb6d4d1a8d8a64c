import { test as base, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { launchExtension } from '../../../scripts/launch-extension';
import { startSandbox, type SandboxOptions, type SandboxProcess } from '../../../scripts/sandbox-process';
import { killWorker, ringAlarm, startWorker, type KillMethod } from './worker-control';

export type MarketOptions = Partial<Pick<SandboxOptions, 'listings' | 'orders' | 'seed' | 'speed' | 'token'>>;

export interface ExtensionUnderTest {
  context: BrowserContext;
  extensionId: string;
  worker: Worker;
  /** Opens a page of the extension, e.g. `page('dashboard.html')`. */
  page(path: string): Promise<Page>;
  killWorker(method?: KillMethod): Promise<void>;
  startWorker(): Promise<void>;
  ringAlarm(name: string): Promise<void>;
  close(): Promise<void>;
}

interface Fixtures {
  marketOptions: MarketOptions;
  market: SandboxProcess;
  extension: ExtensionUnderTest;
}

/**
 * A fresh profile and a fresh market for every test, both with the same seed: no test sees another's rows. Change the
 * seller's size with `test.use({ marketOptions: { listings: 500, orders: 100, seed: 7 } })`.
 */
export const test = base.extend<Fixtures>({
  marketOptions: [{ seed: 1 }, { option: true }],

  market: async ({ marketOptions }, use) => {
    const port = Number(fromSetup('ARCHVD_E2E_PORT'));
    const market = await startSandbox({ port, token: 'e2e-token', ...marketOptions });
    await use(market);
    await market.stop();
  },

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the wanted fixtures from this pattern
  extension: async ({}, use) => {
    const extension = await openExtension();
    await use(extension);
    await extension.close();
  },
});

/**
 * Opens the browser with the extension. For tests that need more than one browser life, or look at what is left on disk.
 *
 * @param profile folder to use and to keep
 */
export async function openExtension(profile?: string): Promise<ExtensionUnderTest> {
  const running = await launchExtension({
    extension: fromSetup('ARCHVD_E2E_EXTENSION'),
    headless: true,
    ...(profile === undefined ? {} : { profile }),
  });
  const { context, extensionId, worker } = running;
  return {
    context,
    extensionId,
    worker,
    async page(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    killWorker: (method = 'close-target') => killWorker(context, extensionId, method),
    startWorker: () => startWorker(context, extensionId),
    ringAlarm: (name) => ringAlarm(worker, name),
    close: () => running.close(),
  };
}

export { expect } from '@playwright/test';

function fromSetup(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the global setup has not run.`);
  return value;
}
