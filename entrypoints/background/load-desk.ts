import { shareDexie } from '@/lib/db/shared-dexie';
import type { CreateDesk } from '@/lib/desk/desk';
import { keepScript, loadScript } from './load-script';

const FILE = '/desk.js';

/** `message` is shown as it stands: it comes before anything was begun. */
class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly code = 'part-missing';

  constructor() {
    super('Part of the companion could not be loaded. Nothing was changed. Reload the extension.');
  }
}

/** Call it in the first turn: what only a person's wish needs is no part of every start. */
export function registerDesk(): void {
  keepScript(FILE, shareDexie);
}

/** Loads the desk's script in the first life's need of it. */
export const loadDesk = createDeskLoader(async () => {
  shareDexie();
  await loadScript(FILE);
});

/**
 * However many ask at once, the script runs once; a failure is told to all of them, and the next one to ask tries anew.
 *
 * @param bring has the script put the desk in its place
 * @returns what gives the desk, or throws with code `part-missing`
 */
export function createDeskLoader(bring: () => Promise<void>): () => Promise<CreateDesk> {
  let underWay: Promise<void> | null = null;
  return async () => {
    if (globalThis.archvdDesk === undefined) {
      underWay ??= bring().finally(() => (underWay = null));
      await underWay.catch(() => undefined);
    }
    if (globalThis.archvdDesk === undefined) throw new DeskError();
    return globalThis.archvdDesk;
  };
}
