import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Worker } from '@playwright/test';
import { findChromium } from './find-chromium';

const WORKER_WITHIN_MS = 20_000;

// tsx wraps named functions in `__name(…)`; a function that is sent into the browser needs one there too.
const KEPT_NAMES = 'globalThis.__name ??= (fn) => fn;';

// Without the networking flags Chromium keeps trying to reach Google, which a closed network refuses many times over.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface LaunchOptions {
  extension: string;
  headless: boolean;
  /** Profile folder to use and keep; without it a fresh one is made and removed on close. */
  profile?: string;
}

export interface RunningExtension {
  context: BrowserContext;
  extensionId: string;
  worker: Worker;
  close(): Promise<void>;
}

/** Opens Chromium with the unpacked extension and waits until its background worker has started. */
export async function launchExtension({ extension, headless, profile }: LaunchOptions): Promise<RunningExtension> {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'archvd-profile-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    headless,
    viewport: headless ? { width: 1280, height: 900 } : null,
    args: [...ARGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  const close = async () => {
    await context.close();
    if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await context.addInitScript(KEPT_NAMES);
    const worker = context.serviceWorkers()[0] ?? (await waitForWorker(context, extension));
    await worker.evaluate(KEPT_NAMES);
    return { context, worker, extensionId: new URL(worker.url()).host, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function waitForWorker(context: BrowserContext, extension: string): Promise<Worker> {
  try {
    return await context.waitForEvent('serviceworker', { timeout: WORKER_WITHIN_MS });
  } catch (cause) {
    throw new Error(`Chromium did not start the extension in ${extension}. Does the folder hold a manifest.json?`, {
      cause,
    });
  }
}
