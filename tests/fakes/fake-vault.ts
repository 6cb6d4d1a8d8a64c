import { inspect } from 'node:util';
import { IDBFactory } from 'fake-indexeddb';
import { instant, type Instant } from '@/lib/domain/time/instant';
import { createDeviceKeys, createSessionKeys, type KeyHome } from '@/lib/secrets/key-home';
import type { StoredBox } from '@/lib/secrets/stored-box';
import { createVault, type Vault } from '@/lib/secrets/vault';

/** A place whose next steps can be made to fail, as a full or dying disk does. */
interface FakeBox extends StoredBox {
  value: unknown;
}

export interface FakeVault {
  readonly vault: Vault;
  readonly boxes: { readonly record: FakeBox; readonly lockAt: FakeBox; readonly session: FakeBox };
  readonly deviceKeys: KeyHome;
  now: Instant;
  /** Steps (writes to any place) until everything fails; Infinity when nothing does. */
  stepsLeft: number;
  /** The same places as a new worker finds them. */
  restartWorker(iterations?: number): Vault;
  /** Session memory is gone, the disk stays. */
  restartBrowser(): Vault;
  /** Everything that is kept anywhere, as text. */
  dump(): Promise<string>;
}

const ITERATIONS = 1000;

export function fakeVault(): FakeVault {
  const factory = new IDBFactory();
  const step = (): void => {
    state.stepsLeft -= 1;
    if (state.stepsLeft < 0) throw new Error('The disk is gone');
  };
  const boxes = { record: fakeBox(step), lockAt: fakeBox(step), session: fakeBox(step) };
  const device = createDeviceKeys(factory);
  const deviceKeys: KeyHome = {
    ...device,
    put: async (id, raw) => {
      step();
      await device.put(id, raw);
    },
    keepOnly: async (id) => {
      step();
      await device.keepOnly(id);
    },
  };
  const open = (iterations: number = ITERATIONS): Vault =>
    createVault({
      record: boxes.record,
      lockAt: boxes.lockAt,
      sessionKeys: createSessionKeys(boxes.session),
      deviceKeys,
      clock: { now: () => state.now },
      iterations,
    });
  const state: FakeVault = {
    vault: open(),
    boxes,
    deviceKeys,
    now: instant(1_790_000_000_000),
    stepsLeft: Infinity,
    restartWorker: open,
    restartBrowser: () => {
      boxes.session.value = null;
      return open();
    },
    dump: async () => JSON.stringify(boxes) + (await dumpKeys(factory)),
  };
  return state;
}

function fakeBox(step: () => void): FakeBox {
  const box: FakeBox = {
    value: null,
    read: async () => (box.value === null ? null : JSON.parse(JSON.stringify(box.value))),
    write: async (value) => {
      step();
      box.value = JSON.parse(JSON.stringify(value));
    },
    remove: async () => {
      step();
      box.value = null;
    },
  };
  return box;
}

/** Names and values of the key database. A non-extractable key shows no bytes; that it is one is asserted by its tests. */
async function dumpKeys(factory: IDBFactory): Promise<string> {
  const request = factory.open('archvd-keys', 1);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('keys'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('not opened')));
  });
  const store = database.transaction('keys').objectStore('keys');
  const [ids, keys] = [store.getAllKeys(), store.getAll()];
  await new Promise((resolve) => keys.addEventListener('success', resolve));
  database.close();
  return inspect({ ids: ids.result, keys: keys.result }, { depth: 10, showHidden: true });
}
