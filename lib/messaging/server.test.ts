import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeRuntime, OWN_PAGE } from '@/tests/fakes/fake-runtime';
import { type MessageHandlers, registerMessageServer } from './server';
import { type MessageName, PROTOCOL } from './protocol';

const ID = '018f4a5e-7b1c-4c3d-8e9f-0a1b2c3d4e5f';

let runtime = fakeRuntime();
let called: string[] = [];
let logged: string[] = [];
let stored: unknown = null;
let answerLater: () => Promise<void> = async () => undefined;

const answers = {
  read: async () => stored,
  write: async (value: object) => void (stored = JSON.parse(JSON.stringify(value))),
};
const log = {
  info: (event: string, facts: object = {}) => void logged.push(JSON.stringify([event, facts])),
  error: (event: string, facts: object = {}) => void logged.push(JSON.stringify([event, facts])),
};

const given = { answers, log, deskProtocol: async () => PROTOCOL };

/** Every name answers that all went well, and is written down. */
function fakeHandlers(special: Partial<MessageHandlers> = {}): MessageHandlers {
  const plain = Object.keys(PROTOCOL).map((name) => [
    name,
    async () => {
      called.push(name);
      await answerLater();
      return { ok: true };
    },
  ]);
  return { ...Object.fromEntries(plain), ...special } as MessageHandlers;
}

function start(special: Partial<MessageHandlers> = {}, isGrantedSite = (_url: string) => false): void {
  registerMessageServer(fakeHandlers(special), { ...given, isGrantedSite });
}

function makeMessage(over: object = {}): object {
  return { archvd: 1, id: ID, name: 'vault/lock', input: {}, ...over };
}

beforeEach(() => {
  runtime = fakeRuntime();
  called = [];
  logged = [];
  stored = null;
  answerLater = async () => undefined;
});
afterEach(() => runtime.restore());

describe('I19: no privilege from a page', () => {
  const page = {
    id: 'test-extension-id',
    origin: 'https://www.goat.com',
    url: 'https://www.goat.com/sneakers',
    tab: { id: 1 },
  };

  test.each([
    ['a content script on a marketplace page', page],
    ['a content script without an origin', { id: 'test-extension-id', url: 'https://www.goat.com/' }],
    ['another extension', { ...OWN_PAGE, id: 'other-extension-id' }],
    ['another extension that claims our id', { ...OWN_PAGE, origin: 'chrome-extension://other' }],
    [
      'an address that only begins like ours',
      { id: 'test-extension-id', url: 'chrome-extension://test-extension-id.evil.com/' },
    ],
    ['an own origin with a foreign address', { ...OWN_PAGE, url: 'https://www.goat.com/' }],
    ['a sandboxed frame of ours', { ...OWN_PAGE, origin: 'null' }],
    ['somebody without origin and address', { id: 'test-extension-id' }],
    ['somebody the browser says nothing about', {}],
  ])('%s is refused every message there is', async (_who, sender) => {
    start();
    for (const name of Object.keys(PROTOCOL)) {
      const message = makeMessage({ name, input: { token: 'goatapi_canary', text: 'canary' } });
      expect(await runtime.sendAs(sender, message)).toMatchObject({ ok: false, error: { code: 'refused' } });
    }
    expect(called).toEqual([]);
    expect(stored).toBeNull();
    expect(logged).toHaveLength(Object.keys(PROTOCOL).length);
    expect(logged.join()).not.toContain('canary');
  });

  test('our own page is heard, although a tab is named with it', async () => {
    start();
    expect(await runtime.sendAs(OWN_PAGE, makeMessage())).toEqual({ ok: true, output: { ok: true } });
    expect(called).toEqual(['vault/lock']);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'vault/read', '', 'VAULT/LOCK'])(
    'the name "%s" is unknown',
    async (name) => {
      start();
      expect(await runtime.sendAs(OWN_PAGE, makeMessage({ name }))).toMatchObject({
        error: { code: 'unknown-message' },
      });
      expect(called).toEqual([]);
    },
  );

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'vault/lock'],
    ['a list', [makeMessage()]],
    ['no id', { archvd: 1, name: 'vault/lock', input: {} }],
    ['an id that is none', makeMessage({ id: '1' })],
    ['another protocol', makeMessage({ archvd: 2 })],
    ['input of the wrong shape', makeMessage({ name: 'sync/now', input: { full: 'yes' } })],
    ['a token that is too long', makeMessage({ name: 'connection/test', input: { token: 'x'.repeat(501) } })],
    ['a small message that is large', makeMessage({ input: { ballast: 'x'.repeat(20_000) } })],
    [
      'a large message that is too large',
      makeMessage({ name: 'ledger/import', input: { fileName: 'a', text: 'x'.repeat(20_200_000) } }),
    ],
    ['many small things', makeMessage({ input: { list: Array.from({ length: 3000 }, () => 1) } })],
    [
      'a key __proto__',
      JSON.parse(`{"archvd":1,"id":"${ID}","name":"vault/lock","input":{"__proto__":{"full":true}}}`),
    ],
    ['a key constructor', makeMessage({ input: { constructor: { prototype: { full: true } } } })],
  ])('%s is refused', async (_what, message) => {
    start();
    expect(await runtime.sendAs(OWN_PAGE, message)).toMatchObject({ ok: false, error: { code: 'bad-message' } });
    expect(called).toEqual([]);
    expect(Reflect.get({}, 'full')).toBeUndefined();
  });

  test('nesting without end is refused', async () => {
    let deep: object = {};
    for (let level = 0; level < 100; level++) deep = { deep };
    start();
    expect(await runtime.sendAs(OWN_PAGE, makeMessage({ input: deep }))).toMatchObject({
      error: { code: 'bad-message' },
    });
  });

  test('a field the protocol does not name never leaves', async () => {
    const leaking = { ok: true, token: 'goatapi_canary' } as const;
    start({ 'vault/lock': async () => leaking });
    expect(JSON.stringify(await runtime.sendAs(OWN_PAGE, makeMessage()))).not.toContain('canary');
  });
});

describe('a content script on a site', () => {
  const card = {
    id: 'test-extension-id',
    origin: 'https://www.goat.com',
    url: 'https://www.goat.com/sneakers/dunk-low-dd1391-100',
    frameId: 0,
    tab: { id: 3, windowId: 5 },
  };
  const isGoat = (url: string) => url.startsWith('https://www.goat.com/');
  const found = makeMessage({ name: 'page/found' });

  test('may send what is meant for it, and the handler learns where it stands', async () => {
    const senders: object[] = [];
    start({ 'page/found': async (_input, sender) => (senders.push(sender), { shown: true }) }, isGoat);
    expect(await runtime.sendAs(card, found)).toEqual({ ok: true, output: { shown: true } });
    expect(senders).toEqual([{ tabId: 3, windowId: 5, url: card.url }]);
  });

  test('is heard in the very turn when the permission is known', () => {
    start({}, isGoat);
    void runtime.sendAs(card, found);
    expect(called).toEqual(['page/found']);
  });

  test('is refused every message of our pages, before anybody looks into it', async () => {
    start({}, isGoat);
    const ofPages = (Object.keys(PROTOCOL) as MessageName[]).filter((name) => PROTOCOL[name].from === 'page');
    expect(ofPages.length).toBeGreaterThan(20);
    for (const name of ofPages) {
      const message = makeMessage({ name, input: { token: 'canary' } });
      expect(await runtime.sendAs(card, message)).toMatchObject({ error: { code: 'refused' } });
    }
    expect(called).toEqual([]);
    expect(logged.join()).not.toContain('canary');
  });
  test('cannot send large things, whatever it calls them', async () => {
    start({}, isGoat);
    const large = makeMessage({ name: 'ledger/import', input: { text: 'x'.repeat(20_000) } });
    expect(await runtime.sendAs(card, large)).toMatchObject({ error: { code: 'bad-message' } });
  });

  test.each([
    ['a frame of the page', { ...card, frameId: 4 }],
    ['somebody without a frame', { ...card, frameId: undefined }],
    ['somebody without a tab', { ...card, tab: undefined }],
    ['another extension', { ...card, id: 'other-extension-id' }],
    ['a sandboxed page', { ...card, origin: 'null' }],
    ['a page whose origin is another', { ...card, origin: 'https://www.goat.co' }],
    ['a site nobody allowed', { ...card, origin: 'https://stockx.com', url: 'https://stockx.com/x' }],
    ['somebody without an address', { ...card, url: undefined }],
  ])('%s is refused', async (_who, sender) => {
    start({}, isGoat);
    expect(await runtime.sendAs(sender, found)).toMatchObject({ error: { code: 'refused' } });
    expect(called).toEqual([]);
  });

  test('is refused once the permission is taken away, and when the browser cannot say', async () => {
    registerMessageServer(fakeHandlers(), { ...given, isGrantedSite: async () => false });
    expect(await runtime.sendAs(card, found)).toMatchObject({ error: { code: 'refused' } });
    registerMessageServer(fakeHandlers(), { ...given, isGrantedSite: () => Promise.reject(new Error('gone')) });
    expect(await runtime.sendAs(card, found)).toMatchObject({ error: { code: 'refused' } });
    expect(called).toEqual([]);
  });

  test('our own pages do not send what is a content script’s', async () => {
    start({}, isGoat);
    expect(await runtime.sendAs(OWN_PAGE, found)).toMatchObject({ error: { code: 'refused' } });
  });
});

describe('errors', () => {
  test('of ours cross as code and words, redacted', async () => {
    const thrown = Object.assign(new Error('alias refused goatapi_canary123'), {
      code: 'auth-expired',
      secret: 'canary',
    });
    start({ 'vault/lock': async () => Promise.reject(thrown) });
    expect(await runtime.sendAs(OWN_PAGE, makeMessage())).toEqual({
      ok: false,
      error: { code: 'auth-expired', message: 'alias refused [token]' },
    });
  });

  test('of anybody else cross as "internal" and leave their text behind', async () => {
    start({ 'vault/lock': async () => Promise.reject(new TypeError('canary is not a function')) });
    const answer = await runtime.sendAs(OWN_PAGE, makeMessage());
    expect(answer).toMatchObject({ error: { code: 'internal' } });
    expect(JSON.stringify([answer, logged])).not.toContain('canary');
  });

  test('an output that does not fit is an internal error, not an answer', async () => {
    start({ 'vault/status': (async () => ({ state: 'open' })) as unknown as MessageHandlers['vault/status'] });
    expect(await runtime.sendAs(OWN_PAGE, makeMessage({ name: 'vault/status' }))).toMatchObject({
      error: { code: 'internal' },
    });
  });
});

describe('I16: a command delivered twice has one effect', () => {
  test('one after the other', async () => {
    start();
    const first = await runtime.sendAs(OWN_PAGE, makeMessage());
    expect(await runtime.sendAs(OWN_PAGE, makeMessage())).toEqual(first);
    expect(called).toEqual(['vault/lock']);
  });

  test('at the same time', async () => {
    start();
    const both = await Promise.all([runtime.sendAs(OWN_PAGE, makeMessage()), runtime.sendAs(OWN_PAGE, makeMessage())]);
    expect(both).toEqual([
      { ok: true, output: { ok: true } },
      { ok: true, output: { ok: true } },
    ]);
    expect(called).toEqual(['vault/lock']);
  });

  test('with the worker dying in between', async () => {
    start();
    await runtime.sendAs(OWN_PAGE, makeMessage());
    start();
    expect(await runtime.sendAs(OWN_PAGE, makeMessage())).toEqual({ ok: true, output: { ok: true } });
    expect(called).toEqual(['vault/lock']);
  });

  test('with the worker dying in the middle of it: said to be unknown, not done again', async () => {
    answerLater = () => new Promise(() => undefined);
    start();
    void runtime.sendAs(OWN_PAGE, makeMessage());
    while (called.length === 0) await Promise.resolve();
    start();
    expect(await runtime.sendAs(OWN_PAGE, makeMessage())).toMatchObject({ error: { code: 'unknown-outcome' } });
    expect(called).toEqual(['vault/lock']);
  });

  test('two different wishes are both carried out, and remembered when they end together', async () => {
    start();
    const other = makeMessage({ id: ID.replace('018f', '118f') });
    await Promise.all([runtime.sendAs(OWN_PAGE, makeMessage()), runtime.sendAs(OWN_PAGE, other)]);
    start();
    await Promise.all([runtime.sendAs(OWN_PAGE, makeMessage()), runtime.sendAs(OWN_PAGE, other)]);
    expect(called).toEqual(['vault/lock', 'vault/lock']);
  });

  test('a read is answered anew each time, and not remembered', async () => {
    start();
    const read = makeMessage({ name: 'connection/test', input: { token: 'goatapi_canary' } });
    await runtime.sendAs(OWN_PAGE, read);
    await runtime.sendAs(OWN_PAGE, read);
    expect(called).toEqual(['connection/test', 'connection/test']);
    expect(stored).toBeNull();
  });
});
