import { Dexie } from 'dexie';

declare global {
  /** The worker's Dexie, for the scripts it loads; in their build it stands in the place of the package. */
  var archvdDexie: typeof Dexie | undefined;
}

/** Call it before such a script is loaded: two Dexies would not know of each other's transactions. */
export function shareDexie(): void {
  globalThis.archvdDexie = Dexie;
}
