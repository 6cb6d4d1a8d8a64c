import type { Page } from '@playwright/test';

/** Only what the functions below run inside pages; the product itself sees the browser through lib/platform. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  alarms: { create(name: string, info: { when: number }): Promise<void> };
  action: { getBadgeText(details: object): Promise<string> };
  notifications: {
    getAll(): Promise<Record<string, boolean>>;
    clear(id: string): Promise<boolean>;
  };
  storage: Record<'local' | 'sync' | 'session', StorageAreaApi>;
};

interface StorageAreaApi {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export async function sendRaw(page: Page, message: object): Promise<unknown> {
  return page.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
}

/** Lets an alarm ring now, asked from a page, so that it also wakes a worker that is dead. */
export async function ringAlarmFrom(page: Page, name: string): Promise<void> {
  await page.evaluate((alarm) => chrome.alarms.create(alarm, { when: Date.now() + 50 }), name);
}

export async function badgeText(page: Page): Promise<string> {
  return page.evaluate(() => chrome.action.getBadgeText({}));
}

/** Ids of the notifications on the screen. */
export async function shownNotifications(page: Page): Promise<string[]> {
  return page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

/** Dismisses a notification, as a person does. */
export async function dismissNotification(page: Page, id: string): Promise<void> {
  await page.evaluate((notification) => chrome.notifications.clear(notification), id);
}

/** Everything in the three storage areas. */
export async function readStorage(page: Page): Promise<Record<'local' | 'sync' | 'session', Record<string, unknown>>> {
  return page.evaluate(async () => {
    const { local, sync, session } = chrome.storage;
    return { local: await local.get(null), sync: await sync.get(null), session: await session.get(null) };
  });
}

export async function writeLocal(page: Page, items: Record<string, unknown>): Promise<void> {
  await page.evaluate((values) => chrome.storage.local.set(values), items);
}

/** Every row of every database of the extension, and every private file (unpacked), as one text. */
export async function readEverythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const kept: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([settled(rows.getAllKeys()), settled(rows.getAll())]);
        kept.push(`${name}/${store}`, JSON.stringify(keys), JSON.stringify(values));
      }
      database.close();
    }
    const readFolder = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const handle of folder.values()) {
        kept.push(handle.name);
        if (handle.kind === 'directory') await readFolder(handle);
        else {
          const file = await handle.getFile();
          const packed = handle.name.endsWith('.gz');
          const plain = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
          kept.push(await new Response(plain).text());
        }
      }
    };
    await readFolder(await navigator.storage.getDirectory());
    return kept.join('\n');
  });
}
