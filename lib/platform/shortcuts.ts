import { browser } from 'wxt/browser';
import { openDashboard } from './open-dashboard';
import { openPanel } from './open-panel';

/** A key of the browser that starts something of ours; the person changes it in the browser's own settings. */
export interface Shortcut {
  readonly name: 'open-popup' | 'open-panel' | 'open-dashboard' | 'pause-repricing';
  /** As the browser writes it (`Alt+Shift+A`); empty when none is set, or another extension has it. */
  readonly keys: string;
}

const NAMES: Readonly<Record<string, Shortcut['name']>> = {
  _execute_action: 'open-popup',
  'open-panel': 'open-panel',
  'open-dashboard': 'open-dashboard',
  'pause-repricing': 'pause-repricing',
};

/** The keys as they are set now. */
export async function listShortcuts(): Promise<readonly Shortcut[]> {
  return (await browser.commands.getAll()).flatMap(({ name, shortcut }) => {
    const ours = NAMES[name ?? ''];
    return ours === undefined ? [] : [{ name: ours, keys: shortcut ?? '' }];
  });
}

interface FirefoxCommands {
  openShortcutSettings(): Promise<void>;
}

/** Shows where the keys are changed. A page may not link there, but may open a tab there. */
export async function openShortcutSettings(): Promise<void> {
  const commands: object = browser.commands;
  if (isFirefox(commands)) return commands.openShortcutSettings();
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

function isFirefox(commands: object): commands is FirefoxCommands {
  return 'openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function';
}

/**
 * Registers the one listener, in the first synchronous turn. A panel opens only in the turn of the key itself.
 *
 * @param pause stops everything that rules do
 */
export function registerShortcuts(pause: () => void): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'open-panel') void openPanelOrDashboard(tab?.windowId);
    if (name === 'open-dashboard') void openDashboard();
    if (name === 'pause-repricing') pause();
  });
}

async function openPanelOrDashboard(windowId: number | undefined): Promise<void> {
  const opened = windowId === undefined ? openPanel() : openPanel(windowId);
  if (!(await opened)) await openDashboard();
}
