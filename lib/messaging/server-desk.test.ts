import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeRuntime, OWN_PAGE } from '@/tests/fakes/fake-runtime';
import { declared, MESSAGE_NAMES } from './declared';
import { type MessageName, PROTOCOL } from './protocol';
import { type MessageHandlers, registerMessageServer } from './server';

let runtime = fakeRuntime();
let called: string[] = [];
let stored: unknown = null;

beforeEach(() => {
  runtime = fakeRuntime();
  called = [];
  stored = null;
});
afterEach(() => runtime.restore());

function makeMessage(over: object = {}): object {
  return { archvd: 1, id: '018f4a5e-7b1c-4c3d-8e9f-0a1b2c3d4e5f', name: 'vault/lock', input: {}, ...over };
}

/** Every name answers that all went well, and is written down. */
function startWithDesk(deskProtocol: () => Promise<typeof PROTOCOL>): void {
  const handlers = MESSAGE_NAMES.map((name) => [name, async () => ({ ok: called.push(name) > 0 })]);
  registerMessageServer(Object.fromEntries(handlers) as MessageHandlers, {
    answers: { read: async () => stored, write: async (value) => void (stored = value) },
    log: { info: () => undefined, error: () => undefined },
    deskProtocol,
    isGrantedSite: () => false,
  });
}

describe('what the desk answers', () => {
  test('the desk is asked for its schemas only for a message of its own that may be sent', async () => {
    let loaded = 0;
    startWithDesk(async () => {
      loaded += 1;
      return PROTOCOL;
    });
    await runtime.sendAs(OWN_PAGE, makeMessage());
    await runtime.sendAs(OWN_PAGE, makeMessage({ name: 'nothing/known' }));
    await runtime.sendAs(OWN_PAGE, makeMessage({ name: 'page/look-up' }));
    expect(loaded).toBe(0);
    expect(await runtime.sendAs(OWN_PAGE, makeMessage({ name: 'snapshot/take' }))).toMatchObject({ ok: true });
    expect(loaded).toBe(1);
  });

  test('its input is looked at by them, and a desk that cannot be loaded is told: nothing was begun', async () => {
    startWithDesk(async () => PROTOCOL);
    expect(await runtime.sendAs(OWN_PAGE, makeMessage({ name: 'snapshot/restore', input: {} }))).toMatchObject({
      error: { code: 'bad-message' },
    });
    expect(called).toEqual([]);
    runtime.restore();
    runtime = fakeRuntime();
    startWithDesk(() => Promise.reject(Object.assign(new Error('Reload the extension.'), { code: 'part-missing' })));
    expect(await runtime.sendAs(OWN_PAGE, makeMessage({ name: 'snapshot/take' }))).toMatchObject({ ok: false });
    expect(called).toEqual([]);
    expect(stored).toBeNull();
  });
});

test('what is said of every message before it is looked at is what the protocol says', () => {
  for (const name of Object.keys(PROTOCOL) as MessageName[]) {
    const { from, effect } = PROTOCOL[name];
    expect([name, declared(name)]).toEqual([name, { from, effect, isLarge: 'size' in PROTOCOL[name] }]);
  }
  expect([...MESSAGE_NAMES].toSorted()).toEqual(Object.keys(PROTOCOL).toSorted());
});
