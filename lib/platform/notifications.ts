import { browser } from 'wxt/browser';
import { ownUrl } from './own-url';
import type { Notifications } from './ports';

/** Longer texts are cut by the operating system at places of its own choosing; we cut first, and say so with an ellipsis. */
const TITLE_LENGTH = 60;
const MESSAGE_LENGTH = 160;

const ICON = '/icon/128.png';

/**
 * What every browser can show, `basic` and no list, and buttons where there are some. The id is the event's, so the same
 * event replaces itself.
 */
export function createNotifications(): Notifications {
  return {
    areAllowed,
    async show(notice) {
      const shown = {
        type: 'basic',
        iconUrl: ownUrl(ICON),
        title: clip(notice.title, TITLE_LENGTH),
        message: clip(notice.message, MESSAGE_LENGTH),
      } as const;
      const { buttons = [] } = notice;
      if (buttons.length > 0 && (await showWithButtons(notice.id, { ...shown, buttons }))) return;
      await browser.notifications.create(notice.id, shown);
    },
  };
}

interface Shown {
  readonly type: 'basic';
  readonly iconUrl: string;
  readonly title: string;
  readonly message: string;
}

/** False: this browser knows no buttons, or refused them. Nothing is on the screen then. */
async function showWithButtons(
  id: string,
  { buttons, ...shown }: Shown & { readonly buttons: readonly string[] },
): Promise<boolean> {
  if (!hasButtons()) return false;
  try {
    await browser.notifications.create(id, { ...shown, buttons: buttons.map((title) => ({ title })) });
    return true;
  } catch {
    return false;
  }
}

/** Firefox has neither and refuses a notification that asks for buttons. */
function hasButtons(): boolean {
  const api: unknown = browser.notifications;
  return typeof api === 'object' && api !== null && 'onButtonClicked' in api && 'getPermissionLevel' in api;
}

/** Registers the one listener for buttons, in the first synchronous turn; nothing where there are none. */
export function registerNotificationButtons(press: (noticeId: string, button: number) => void): void {
  if (!hasButtons()) return;
  browser.notifications.onButtonClicked.addListener((noticeId, button) => {
    press(noticeId, button);
    void browser.notifications.clear(noticeId);
  });
}

/** Registers the one listener, in the first synchronous turn. `open` gets the notice's id and shows the right screen. */
export function registerNotificationClicks(open: (noticeId: string) => void): void {
  browser.notifications.onClicked.addListener((noticeId) => {
    open(noticeId);
    void browser.notifications.clear(noticeId);
  });
}

function clip(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** Only Chromium tells; the polyfill does not know the call. */
async function areAllowed(): Promise<boolean> {
  const api: unknown = browser.notifications;
  if (typeof api !== 'object' || api === null || !('getPermissionLevel' in api)) return true;
  const { getPermissionLevel } = api;
  if (typeof getPermissionLevel !== 'function') return true;
  const level: unknown = await Promise.resolve(getPermissionLevel.call(api)).catch(() => 'granted');
  return level !== 'denied';
}
