import { browser } from 'wxt/browser';
import { listShortcuts, openShortcutSettings, type Shortcut } from './shortcuts';

/** What a settings page asks of the browser. */
export interface Device {
  /** Whether the browser keeps our storage when the disk runs full; null where it does not tell. */
  isStorageKept(): Promise<boolean | null>;
  /** Asks it to. Answers whether it does now; browsers decide by themselves, some ask the person. */
  keepStorage(): Promise<boolean>;
  shortcuts(): Promise<readonly Shortcut[]>;
  openShortcutSettings(): Promise<void>;
  /** Of the extension, e.g. `0.3.0`. */
  readonly version: string;
}

type StorageSource = Partial<Pick<StorageManager, 'persisted' | 'persist'>>;

export function createDevice(storage: StorageSource | undefined = navigator.storage): Device {
  return {
    version: browser.runtime.getManifest().version,
    isStorageKept: async () => (await storage?.persisted?.()) ?? null,
    keepStorage: async () => (await storage?.persist?.()) ?? false,
    shortcuts: listShortcuts,
    openShortcutSettings,
  };
}
