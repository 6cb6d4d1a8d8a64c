import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followSites, injectOverlay } from './content-scripts';
import { createSites, isOnGrantedSite, registerSiteAccess } from './site-access';
import { covers } from './site-origins';

const GOAT = 'https://www.goat.com/*';
const PAGE = 'https://www.goat.com/sneakers/x';

let allowed: Set<string>;
let changed: (() => void)[];
let registered: { id: string; js: string[]; matches: string[] }[];
let injected: object[];
let told: number[];
/** Patterns of the hosts whose cards were last told to go. */
let left: string[];
const real = { permissions: fakeBrowser.permissions, scripting: fakeBrowser.scripting, tabs: fakeBrowser.tabs };

/** A browser with three tabs, the second of which shows GOAT and the third of which is ours to ask in vain. */
beforeEach(() => {
  allowed = new Set();
  changed = [];
  registered = [];
  injected = [];
  told = [];
  left = [];
  const events = { addListener: (run: () => void) => changed.push(run), removeListener: () => undefined };
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ origins: [...allowed] }),
      onAdded: events,
      onRemoved: events,
    },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      registerContentScripts: async (scripts: typeof registered) => void registered.push(...scripts),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        registered = registered.filter(({ id }) => !ids.includes(id));
      },
      executeScript: async (injection: { target: { tabId: number } }) => {
        if (injection.target.tabId === 9) throw new Error('No tab with id: 9');
        injected.push(injection);
      },
    },
    tabs: {
      query: async ({ url }: { url?: string[] }) => (url === undefined ? [{ id: 1 }, { id: 2 }, {}] : [{ id: 2 }]),
      sendMessage: async (id: number, message: { patterns: string[] }) => {
        told.push(id);
        left = message.patterns;
        throw new Error('Receiving end does not exist.');
      },
    },
  });
});
afterEach(() => void Object.assign(fakeBrowser, real));

describe('the detector', () => {
  test('runs on exactly the sites that are allowed, and in the pages that are open', async () => {
    await followSites(['goat'], new Set([GOAT]));
    expect(registered).toMatchObject([{ id: 'detector-goat', matches: [GOAT], js: ['/content-scripts/detector.js'] }]);
    expect(injected).toEqual([{ target: { tabId: 2 }, files: ['/content-scripts/detector.js'] }]);
    await followSites(['goat'], new Set([GOAT]));
    expect(registered).toHaveLength(1);
    expect(injected).toHaveLength(1);
  });

  test('goes as soon as the permission goes, and every card with it', async () => {
    await followSites(['goat'], new Set([GOAT]));
    await followSites(['goat'], new Set());
    expect(registered).toEqual([]);
    expect(told).toEqual([1, 2]);
    expect(left).toEqual([GOAT]);
  });

  test('of a site with many countries only those that are allowed', async () => {
    const [us, uk, de] = ['com', 'co.uk', 'de'].map((place) => `https://www.ebay.${place}/*`) as [
      string,
      string,
      string,
    ];
    await followSites(['goat', 'ebay'], new Set([GOAT, us, de]));
    expect(registered.map(({ id, matches }) => [id, matches])).toEqual([
      ['detector-goat', [GOAT]],
      ['detector-ebay', [us, de]],
    ]);
    await followSites(['goat', 'ebay'], new Set([GOAT, us, uk]));
    expect(registered.find(({ id }) => id === 'detector-ebay')?.matches).toEqual([us, uk]);
    expect(left).toEqual([de]);
    await followSites(['goat', 'ebay'], new Set([GOAT]));
    expect(registered.map(({ id }) => id)).toEqual(['detector-goat']);
    expect(left).toEqual([us, uk]);
  });

  test('is not registered where nothing was ever allowed', async () => {
    await followSites(['goat'], new Set());
    expect([registered, injected, told]).toEqual([[], [], []]);
  });
});

test('the card goes into the main page of one tab; a tab that is gone is no trouble', async () => {
  expect(await injectOverlay(2)).toBe(true);
  expect(injected).toEqual([{ target: { tabId: 2, frameIds: [0] }, files: ['/overlay.js', '/card.js'] }]);
  expect(await injectOverlay(9)).toBe(false);
});

test('what is allowed is known in the same turn once it was read, and follows the browser', async () => {
  const heard: string[][] = [];
  expect(await isOnGrantedSite(PAGE)).toBe(false);
  registerSiteAccess((sites) => heard.push([...sites]));
  await vi.waitFor(() => expect(heard).toEqual([[]]));
  expect(isOnGrantedSite(PAGE)).toBe(false);
  allowed.add(GOAT);
  changed[0]?.();
  expect(isOnGrantedSite(PAGE)).toBeInstanceOf(Promise);
  expect(await isOnGrantedSite(PAGE)).toBe(true);
  await vi.waitFor(() => expect(isOnGrantedSite(PAGE)).toBe(true));
  expect(isOnGrantedSite('https://www.goat.com.evil.example/')).toBe(false);
  // Taken away and given back within one breath: the last word counts, and the first is not heard any more.
  allowed.delete(GOAT);
  changed[1]?.();
  allowed.add(GOAT);
  changed[0]?.();
  await vi.waitFor(() => expect(isOnGrantedSite(PAGE)).toBe(true));
  expect(heard.at(-1)).toEqual([GOAT]);
});

test('a site is on where one of its countries is, and says which are not', async () => {
  const sites = createSites();
  expect(await sites.has('ebay')).toBe(false);
  allowed.add('https://www.ebay.de/*');
  expect(await sites.has('ebay')).toBe(true);
  const missing = await sites.missing('ebay');
  expect(missing).toContain('www.ebay.com');
  expect(missing).not.toContain('www.ebay.de');
  allowed.add('<all_urls>');
  expect(await sites.missing('ebay')).toEqual([]);
});

test.each([
  ['https://www.ebay.de/*', true],
  ['<all_urls>', true],
  ['*://*/*', true],
  ['https://*.ebay.de/*', true],
  ['*://www.ebay.de/*', true],
  ['http://www.ebay.de/*', false],
  ['https://www.ebay.com/*', false],
  ['https://*.bay.de/*', false],
  ['https://ebay.de/*', false],
  ['file:///*', false],
])('what is granted as %s covers www.ebay.de: %s', (granted, is) => {
  expect(covers(granted, 'https://www.ebay.de/*')).toBe(is);
});
