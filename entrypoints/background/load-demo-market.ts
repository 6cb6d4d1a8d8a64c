import type { CreateDemoMarket } from '@/lib/sandbox/demo-market';
import { DemoError } from './demo-error';
import { keepScript, loadScript } from './load-script';

const FILE = '/demo-market.js';

/** Call it in the first turn: the market is too large to be part of every start. */
export function registerDemoMarket(): void {
  keepScript(FILE);
}

/** @throws DemoError `demo-missing` */
export async function loadDemoMarket(): Promise<CreateDemoMarket> {
  if (globalThis.archvdDemoMarket === undefined) await loadScript(FILE).catch(() => undefined);
  if (globalThis.archvdDemoMarket === undefined) throw new DemoError('demo-missing');
  return globalThis.archvdDemoMarket;
}
