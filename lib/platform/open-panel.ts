import { browser } from 'wxt/browser';

interface ChromePanel {
  open(options: { windowId: number }): Promise<void>;
}

interface FirefoxSidebar {
  open(): Promise<void>;
}

/**
 * Opens the side panel of a window, the current one unless told. Browsers demand a user gesture, and an `await` before
 * this call loses it: call it first in the click handler.
 *
 * @returns false when the browser has no panel or refuses; open the dashboard then
 */
export async function openPanel(windowId: number = browser.windows.WINDOW_ID_CURRENT): Promise<boolean> {
  try {
    const opening = startOpening(windowId);
    await opening;
    return opening !== null;
  } catch {
    return false;
  }
}

function startOpening(windowId: number): Promise<void> | null {
  const api: object = browser;
  if ('sidePanel' in api && isOpenable<ChromePanel>(api.sidePanel)) {
    return api.sidePanel.open({ windowId });
  }
  if ('sidebarAction' in api && isOpenable<FirefoxSidebar>(api.sidebarAction)) return api.sidebarAction.open();
  return null;
}

function isOpenable<T extends { open: unknown }>(value: unknown): value is T {
  return typeof value === 'object' && value !== null && 'open' in value && typeof value.open === 'function';
}
