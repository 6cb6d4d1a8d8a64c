import { storage } from 'wxt/utils/storage';
import { OPAQUE } from './opaque-values';
import { itemKey } from './stored-settings';

/** One stored value that its owner checks by itself. What is read is untrusted; null when nothing is stored. */
export interface OpaqueStore {
  read(): Promise<unknown>;
  /** Replaces the value in one step; plain JSON only. */
  write(value: object): Promise<void>;
  remove(): Promise<void>;
}

export function createOpaqueStore(name: keyof typeof OPAQUE): OpaqueStore {
  const key = itemKey(OPAQUE[name]);
  return {
    read: () => storage.getItem<unknown>(key),
    write: (value) => storage.setItem(key, value),
    remove: () => storage.removeItem(key),
  };
}

/** Calls back with each new value, from whichever context. Answers how to stop. */
export function watchOpaque(name: keyof typeof OPAQUE, onChange: (stored: unknown) => void): () => void {
  return storage.watch<unknown>(itemKey(OPAQUE[name]), onChange);
}
