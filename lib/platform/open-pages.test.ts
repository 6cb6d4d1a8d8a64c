import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openDashboard } from './open-dashboard';
import { openPanel } from './open-panel';

const DASHBOARD = 'chrome-extension://test-extension-id/dashboard.html';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(fakeBrowser, 'sidebarAction');
  Reflect.deleteProperty(fakeBrowser, 'sidePanel');
});

describe('the dashboard', () => {
  test('opens in a new tab when there is none', async () => {
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([]);
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    await openDashboard('/sales');
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: `${DASHBOARD}#/sales` });
  });

  test('comes to the front when there is one', async () => {
    const tab = await fakeBrowser.tabs.create({ url: `${DASHBOARD}#/sales` });
    const query = vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([tab]);
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    const update = vi.spyOn(fakeBrowser.tabs, 'update');
    const focus = vi.spyOn(fakeBrowser.windows, 'update');
    await openDashboard();
    expect(query).toHaveBeenCalledWith({ url: `${DASHBOARD}*` });
    expect(update).toHaveBeenCalledExactlyOnceWith(tab.id, { active: true });
    expect(focus).toHaveBeenCalledExactlyOnceWith(tab.windowId, { focused: true });
    expect(create).not.toHaveBeenCalled();
  });
});

describe('the side panel', () => {
  test('is opened in the same turn as the click, before anything is awaited', async () => {
    const open = vi.fn(async () => undefined);
    Object.assign(fakeBrowser, { sidePanel: { open } });
    const answer = openPanel();
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: fakeBrowser.windows.WINDOW_ID_CURRENT });
    expect(await answer).toBe(true);
  });

  test('is the sidebar in Firefox', async () => {
    const open = vi.fn(async () => undefined);
    Object.assign(fakeBrowser, { sidebarAction: { open } });
    const answer = openPanel();
    expect(open).toHaveBeenCalledExactlyOnceWith();
    expect(await answer).toBe(true);
  });

  test('a refusal, or no panel at all, is an answer, so that the dashboard can be opened instead', async () => {
    expect(await openPanel()).toBe(false);
    const open = vi.fn(async () => Promise.reject(new Error('may only be called in response to a user gesture')));
    Object.assign(fakeBrowser, { sidePanel: { open } });
    expect(await openPanel()).toBe(false);
  });
});
