import type { CreateDemoMarket } from '@/lib/sandbox/demo-market';
import { DemoError } from './demo-error';

const FILE = '/demo-market.js';

/** Only a service worker has it; the DOM's types do not know it. */
declare const importScripts: ((url: string) => void) | undefined;

/**
 * Registers in the first turn what lets a later life load the demo: a service worker may import only what it imported
 * while it was being installed, and the market is too large to be part of every start. Firefox's background is a page
 * and needs no such thing.
 */
export function registerDemoMarket(): void {
  if (typeof importScripts !== 'function') return;
  const load = importScripts;
  self.addEventListener('install', () => load(FILE));
}

/** @throws DemoError `demo-missing` */
export async function loadDemoMarket(): Promise<CreateDemoMarket> {
  if (globalThis.archvdDemoMarket === undefined) await bring().catch(() => undefined);
  if (globalThis.archvdDemoMarket === undefined) throw new DemoError('demo-missing');
  return globalThis.archvdDemoMarket;
}

async function bring(): Promise<void> {
  if (typeof importScripts === 'function') return importScripts(FILE);
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = FILE;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new DemoError('demo-missing')));
    document.head.append(script);
  });
}
