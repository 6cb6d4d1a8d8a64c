import * as z from 'zod/mini';
import { type Bytes, fromBase64, toBase64 } from './bytes';
import { importKey } from './sealed-box';
import type { StoredBox } from './stored-box';
import { VaultError } from './vault-error';

/** Where unlocked keys are kept, by record id. Adding one leaves the others: a switch can be prepared before it happens. */
export interface KeyHome {
  put(id: string, raw: Bytes): Promise<void>;
  get(id: string): Promise<CryptoKey | null>;
  /** Takes away every key but this one; all of them with null. */
  keepOnly(id: string | null): Promise<void>;
}

const sessionKeys = z.record(z.string(), z.base64().check(z.length(44)));

/** Key bytes in `storage.session`: memory only, gone when the browser closes. It can hold JSON only, not a CryptoKey. */
export function createSessionKeys(box: StoredBox): KeyHome {
  const all = async () => sessionKeys.safeParse(await box.read()).data ?? {};
  return {
    put: async (id, raw) => box.write({ ...(await all()), [id]: toBase64(raw) }),
    get: async (id) => {
      const raw = (await all())[id];
      return raw === undefined ? null : importKey(fromBase64(raw));
    },
    keepOnly: async (id) => {
      const raw = id === null ? undefined : (await all())[id];
      await (id === null || raw === undefined ? box.remove() : box.write({ [id]: raw }));
    },
  };
}

const DATABASE = 'archvd-keys';
const STORE = 'keys';

/**
 * Non-extractable keys in a small database of their own: they outlive the browser, and not even our own code can read
 * their bytes. Whoever controls our origin on this device can still use them.
 */
export function createDeviceKeys(factory: IDBFactory = indexedDB): KeyHome {
  return {
    async put(id, raw) {
      const key = await importKey(raw);
      await inStore(factory, 'readwrite', (store) => store.put(key, id));
    },
    async get(id) {
      const key = await inStore(factory, 'readonly', (store) => store.get(id));
      return key instanceof CryptoKey ? key : null;
    },
    async keepOnly(id) {
      const ids = await inStore(factory, 'readonly', (store) => store.getAllKeys());
      for (const other of ids) if (other !== id) await inStore(factory, 'readwrite', (store) => store.delete(other));
    },
  };
}

/** One connection per step: nothing stays open that could block another context. */
async function inStore<T>(
  factory: IDBFactory,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  let database: IDBDatabase | null = null;
  try {
    database = await openDatabase(factory);
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(new Error('aborted')));
    });
    return request.result;
  } catch {
    throw new VaultError('keys-unavailable');
  } finally {
    database?.close();
  }
}

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  return new Promise((resolve, reject) => {
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('not opened')));
    request.addEventListener('blocked', () => reject(new Error('blocked')));
  });
}
