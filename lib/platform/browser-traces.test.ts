import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearSites, countBrowserTraces } from './browser-traces';

const GOAT = 'https://www.goat.com/*';

let granted: string[];
let registered: { id: string }[];
const removed: string[] = [];
const real = {
  permissions: fakeBrowser.permissions,
  scripting: fakeBrowser.scripting,
  notifications: fakeBrowser.notifications,
  getManifest: fakeBrowser.runtime.getManifest,
};

/** A browser that keeps the installation's own access, as browsers do: asking to take it away is an error. */
beforeEach(() => {
  granted = ['https://api.alias.org/*'];
  registered = [];
  removed.length = 0;
  fakeBrowser.runtime.getManifest = () => ({
    manifest_version: 3,
    name: 'test',
    version: '1',
    host_permissions: ['https://api.alias.org/*'],
  });
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ origins: granted }),
      remove: async ({ origins }: { origins: string[] }) => {
        if (origins.some((origin) => origin.includes('api.alias.org'))) throw new Error('Required permissions stay.');
        removed.push(...origins);
        granted = granted.filter((origin) => !origins.includes(origin));
        return true;
      },
    },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      unregisterContentScripts: async () => void (registered = []),
    },
    notifications: { getAll: async () => ({}) },
  });
});
afterEach(() => {
  const { getManifest, ...rest } = real;
  Object.assign(fakeBrowser, rest);
  fakeBrowser.runtime.getManifest = getManifest;
});

const sites = async () => (await countBrowserTraces()).sites;

describe('sites allowed', () => {
  test.each(['https://api.alias.org/*', 'https://api.alias.org/api/v1/*', 'https://api.alias.org:443/*'])(
    "alias's API as %s is part of the installation: not counted, not given back",
    async (pattern) => {
      granted = [pattern];
      expect(await sites()).toBe(0);
      await clearSites();
      expect(granted).toEqual([pattern]);
    },
  );

  test('a site allowed later and what runs on it are counted and given back', async () => {
    granted.push(GOAT);
    registered = [{ id: 'detector-goat' }];
    expect(await sites()).toBe(2);
    await clearSites();
    expect(removed).toEqual([GOAT]);
    expect(await sites()).toBe(0);
  });
});
