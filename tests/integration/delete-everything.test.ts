import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDeletion, type TraceKind } from '@/lib/desk/deletion';
import { clearAllStored, countStored } from '@/lib/settings/clear-stored';
import { createOpaqueStore } from '@/lib/settings/opaque-store';
import { getSetting, setSetting } from '@/lib/settings/stored-settings';

/** Deleting everything: what is gone is counted anew, and whoever dies over it is not done. */

beforeEach(() => fakeBrowser.reset());

interface Device {
  readonly left: Map<string, number>;
  readonly removed: string[];
  /** What happens at a removal, before it is done. */
  hook: (what: string) => Promise<void>;
}

function makeDevice(): Device {
  return {
    left: new Map(Object.entries({ token: 1, keys: 2, books: 900, settings: 7 })),
    removed: [],
    hook: async () => {},
  };
}

/** A worker of that device: a new one stands for a start after a death. */
function makeWorker(device: Device, alone: <T>(task: () => Promise<T>) => Promise<T> = (task) => task()) {
  const failures: string[] = [];
  const kinds = [...device.left.keys()].map((what): TraceKind => ({
    what,
    count: async () => device.left.get(what) ?? 0,
    remove: async () => {
      await device.hook(what);
      device.left.set(what, 0);
      device.removed.push(what);
    },
  }));
  const deletion = createDeletion({
    kinds,
    flag: createOpaqueStore('deletion'),
    alone,
    onFailure: (what) => void failures.push(what),
  });
  return { ...deletion, failures };
}

const flagged = async () => (await createOpaqueStore('deletion').read()) !== null;

describe('everything goes', () => {
  test('with a count from before, one from after, and no note left', async () => {
    const device = makeDevice();
    const { before, after } = await makeWorker(device).run();
    expect(before.map((trace) => trace.count)).toEqual([1, 2, 900, 7]);
    expect(after.map((trace) => trace.count)).toEqual([0, 0, 0, 0]);
    expect(device.removed[0]).toBe('token');
    expect(await flagged()).toBe(false);
  });

  test.each(['token', 'keys', 'books', 'settings'])('killed at %s: the next start finishes it', async (place) => {
    const device = makeDevice();
    let reached = () => {};
    const dead = new Promise<void>((resolve) => (reached = resolve));
    device.hook = (what) => {
      if (what !== place) return Promise.resolve();
      reached();
      return new Promise(() => {});
    };
    void makeWorker(device).run();
    await dead;
    expect(await flagged()).toBe(true);
    device.hook = async () => {};
    await makeWorker(device).finish();
    expect([...device.left.values()]).toEqual([0, 0, 0, 0]);
    expect(await flagged()).toBe(false);
  });

  test('a kind that does not go is named, the others go, and it is tried again at the next start', async () => {
    const device = makeDevice();
    device.hook = (what) => (what === 'keys' ? Promise.reject(new Error('held')) : Promise.resolve());
    const worker = makeWorker(device);
    await expect(worker.run()).rejects.toMatchObject({
      code: 'not-all-deleted',
      message: expect.stringContaining('(keys)'),
    });
    expect([...device.left.values()]).toEqual([0, 2, 0, 0]);
    expect(worker.failures).toEqual(['keys']);
    device.hook = async () => {};
    await makeWorker(device).finish();
    expect(device.left.get('keys')).toBe(0);
  });

  test('asked again after a death, the counts are those from before the first time', async () => {
    const device = makeDevice();
    device.hook = (what) => (what === 'keys' ? Promise.reject(new Error('held')) : Promise.resolve());
    await makeWorker(device)
      .run()
      .catch(() => {});
    device.hook = async () => {};
    const { before } = await makeWorker(device).run();
    expect(before.map((trace) => trace.count)).toEqual([1, 2, 900, 7]);
  });

  test('a start that waited for another to be done deletes nothing of what came after', async () => {
    const device = makeDevice();
    let goOn = () => {};
    const turn = new Promise<void>((resolve) => (goOn = resolve));
    await createOpaqueStore('deletion').write({ before: [] });
    const waiting = makeWorker(device, async (task) => {
      await turn;
      return task();
    }).finish();
    await makeWorker(device).finish();
    device.left.set('books', 3);
    goOn();
    await waiting;
    expect(device.left.get('books')).toBe(3);
  });

  test('a start without a note deletes nothing', async () => {
    const device = makeDevice();
    await makeWorker(device).finish();
    expect(device.removed).toEqual([]);
  });
});

describe('stored values', () => {
  test('all go, also ones no declaration knows; the note of the deletion stays until its owner takes it', async () => {
    await setSetting('displayCurrency', 'GBP');
    await createOpaqueStore('vaultKeys').write({ a: 'b' });
    await fakeBrowser.storage.local.set({ 'from-an-old-build': 1 });
    await createOpaqueStore('deletion').write({ before: [] });
    expect(await countStored()).toBe(3);
    await clearAllStored();
    expect(await countStored()).toBe(0);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ deletion: { before: [] } });
    expect(await getSetting('displayCurrency')).toBe('USD');
  });
});
