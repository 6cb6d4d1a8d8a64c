import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBadge } from './badge';
import { createClock } from './clock';
import { createHeartbeat } from './heartbeat';
import { hasHostAccess } from './host-access';
import { createLocks } from './locks';
import { createRandom } from './random';
import { restrictStorage } from './storage-access';
import { estimateStorage } from './storage-estimate';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

test('the clock tells whole milliseconds', () => {
  vi.spyOn(Date, 'now').mockReturnValue(1_790_000_000_123);
  expect(createClock().now()).toBe(1_790_000_000_123);
});

describe('random', () => {
  test('stays in [0, 1) at both ends of the source', () => {
    const random = createRandom(createClock());
    const source = vi.spyOn(crypto, 'getRandomValues');
    source.mockImplementation((array) => fill(array, 0));
    expect(random.next()).toBe(0);
    source.mockImplementation((array) => fill(array, 0xff_ff_ff_ff));
    expect(random.next()).toBe(1 - 2 ** -53);
  });

  test('makes version 7 ids that sort by time', () => {
    let now = 1_790_000_000_000;
    vi.spyOn(Date, 'now').mockImplementation(() => now++);
    const random = createRandom(createClock());
    const ids = Array.from({ length: 50 }, () => random.id());
    expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(50);
  });
});

test('the badge shows at most four characters in the colour of its tone', async () => {
  await createBadge().set('12345', 'trouble');
  expect(await fakeBrowser.action.getBadgeText({})).toBe('1234');
  expect(await fakeBrowser.action.getBadgeBackgroundColor({})).toEqual([201, 42, 42, 255]);
});

test('the heartbeat is one extension-API call', async () => {
  const call = vi
    .spyOn(fakeBrowser.runtime, 'getPlatformInfo')
    .mockImplementation(async () => ({ os: 'linux', arch: 'x86-64' }));
  await createHeartbeat().beat();
  expect(call).toHaveBeenCalledTimes(1);
});

test('host access is asked for the pattern given', async () => {
  const contains = vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => false);
  expect(await hasHostAccess('https://api.alias.org/*')).toBe(false);
  expect(contains).toHaveBeenCalledWith({ origins: ['https://api.alias.org/*'] });
});

describe('locks', () => {
  /** Grants a name once at a time, as Web Locks do with `ifAvailable`. */
  function fakeLockManager() {
    const held = new Set<string>();
    const request = async (name: string, _options: unknown, run: (lock: Lock | null) => unknown): Promise<unknown> => {
      if (held.has(name)) return run(null);
      held.add(name);
      try {
        return await run({ name, mode: 'exclusive' });
      } finally {
        held.delete(name);
      }
    };
    return { request: request as LockManager['request'] };
  }

  test('a second taker is told at once that it is busy, and the lock is free after a failure', async () => {
    const locks = createLocks(fakeLockManager());
    const order: string[] = [];
    const first = locks.tryRun('engine', async () => {
      order.push(`inner ${await locks.tryRun('engine', async () => 'ran twice')}`);
      return 'first';
    });
    expect(await first).toBe('first');
    expect(order).toEqual(['inner null']);
    await expect(locks.tryRun('engine', async () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
    expect(await locks.tryRun('engine', async () => 'again')).toBe('again');
  });
});

describe('storage access', () => {
  test('closes local and sync to content scripts where the browser can', async () => {
    const asked: unknown[] = [];
    for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.sync]) {
      Object.assign(area, { setAccessLevel: async (options: unknown) => void asked.push(options) });
    }
    expect(await restrictStorage()).toEqual(['local', 'sync']);
    expect(asked).toEqual([{ accessLevel: 'TRUSTED_CONTEXTS' }, { accessLevel: 'TRUSTED_CONTEXTS' }]);
    for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.sync])
      Reflect.deleteProperty(area, 'setAccessLevel');
  });

  test('says that nothing was closed where the browser cannot', async () => {
    expect(await restrictStorage()).toEqual([]);
  });
});

test('the storage estimate is null, not zero, where the browser does not tell', async () => {
  expect(await estimateStorage({ estimate: async () => ({ usage: 10, quota: 100 }) })).toEqual({
    usedBytes: 10,
    quotaBytes: 100,
  });
  expect(await estimateStorage({ estimate: async () => ({}) })).toBeNull();
});

function fill<T extends ArrayBufferView | null>(array: T, value: number): T {
  if (array instanceof Uint32Array) array.fill(value);
  return array;
}
