import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listShortcuts, openShortcutSettings, registerShortcuts } from './shortcuts';

type Listener = (name: string, tab?: { windowId: number }) => void;

let listeners: Listener[] = [];
let panels: number[] = [];
let opened: (string | undefined)[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  listeners = [];
  panels = [];
  opened = [];
  const create = fakeBrowser.tabs.create.bind(fakeBrowser.tabs);
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((tab) => {
    opened.push(tab.url);
    return create(tab);
  });
  Object.assign(fakeBrowser, {
    commands: {
      getAll: async () => [
        { name: '_execute_action', shortcut: 'Alt+Shift+A' },
        { name: 'open-panel', shortcut: '' },
        { name: 'somebody-elses', shortcut: 'Ctrl+B' },
      ],
      onCommand: { addListener: (listener: Listener) => void listeners.push(listener) },
    },
    sidePanel: { open: async ({ windowId }: { windowId: number }) => void panels.push(windowId) },
  });
});

afterEach(() => void vi.restoreAllMocks());

const press = (name: string) => {
  for (const listener of listeners) listener(name, { windowId: 7 });
};

test('lists our keys, also one that is not set', async () => {
  expect(await listShortcuts()).toEqual([
    { name: 'open-popup', keys: 'Alt+Shift+A' },
    { name: 'open-panel', keys: '' },
  ]);
});

test('the panel opens in the very turn of the key, in the window it was pressed in', () => {
  registerShortcuts(() => undefined);
  press('open-panel');
  expect(panels).toEqual([7]);
});

test('the dashboard opens by its key; another key does nothing', async () => {
  registerShortcuts(() => undefined);
  press('unknown');
  await Promise.resolve();
  expect(opened).toEqual([]);
  press('open-dashboard');
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  expect(opened[0]).toContain('/dashboard.html');
  expect(panels).toEqual([]);
});

test('the place to change keys opens in a tab', async () => {
  await openShortcutSettings();
  expect(opened).toEqual(['chrome://extensions/shortcuts']);
});

test('the key that pauses repricing pauses it, and opens nothing', () => {
  let paused = 0;
  registerShortcuts(() => void (paused += 1));
  press('pause-repricing');
  expect(paused).toBe(1);
  expect(panels).toEqual([]);
  expect(opened).toEqual([]);
});
