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
  /** Whether the person lets us show notifications; null where the browser does not tell. */
  mayNotify(): Promise<boolean | null>;
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
    mayNotify,
  };
}

/** Chrome alone tells. */
interface LevelSource {
  getPermissionLevel(): Promise<string>;
}

async function mayNotify(): Promise<boolean | null> {
  const source: object = browser.notifications;
  return hasLevel(source) ? (await source.getPermissionLevel()) !== 'denied' : null;
}

function hasLevel(source: object): source is LevelSource {
  return 'getPermissionLevel' in source && typeof source.getPermissionLevel === 'function';
}
