import type { Plugin } from 'vite';

const MODULE = '\0the-workers-dexie';

/** `cmp` of Dexie orders valid keys as the browser's own does. */
const SOURCE = `export const Dexie = globalThis.archvdDexie;
export const cmp = (a, b) => globalThis.indexedDB.cmp(a, b);`;

/** For a script that the worker loads: it takes the worker's Dexie (lib/db/shared-dexie.ts) and brings none along. */
export function takeDexie(): Plugin {
  return {
    name: 'take-dexie',
    enforce: 'pre',
    resolveId: (id) => (id === 'dexie' ? MODULE : null),
    load: (id) => (id === MODULE ? SOURCE : null),
  };
}
