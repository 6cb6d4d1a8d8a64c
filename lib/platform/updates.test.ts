import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerUpdates } from './updates';

let announce: () => void;
const events: string[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  events.length = 0;
  vi.spyOn(fakeBrowser.runtime.onUpdateAvailable, 'addListener').mockImplementation((listener) => {
    announce = () => listener({ version: '0.2.0' });
  });
  vi.spyOn(fakeBrowser.runtime, 'reload').mockImplementation(() => void events.push('reload'));
});
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(fakeBrowser.runtime, 'getContexts');
});

function announceWith(getContexts: unknown): void {
  if (getContexts !== undefined) Object.assign(fakeBrowser.runtime, { getContexts });
  registerUpdates(() => void events.push('prepare'));
  announce();
}

test('an update nobody would notice is put in place, after what is running was told', async () => {
  announceWith(() => Promise.resolve([]));
  await vi.waitFor(() => expect(events).toEqual(['prepare', 'reload']));
});

test.each([
  ['a page is open', () => Promise.resolve([{ contextType: 'TAB' }])],
  ['the browser refuses to tell', () => Promise.reject(new Error('no'))],
  ['the browser cannot tell', undefined],
])('where %s it waits, and reading goes on', async (_name, getContexts) => {
  announceWith(getContexts);
  await new Promise((resolve) => setImmediate(resolve));
  expect(events).toEqual([]);
});
