import { browser } from 'wxt/browser';
import { ownUrl } from './own-url';
import type { Notifications } from './ports';

/** Longer texts are cut by the operating system at places of its own choosing; we cut first, and say so with an ellipsis. */
const TITLE_LENGTH = 60;
const MESSAGE_LENGTH = 160;

const ICON = '/icon/128.png';

/** Only what every browser can show: `basic`, no buttons, no list. The id is the event's, so the same event replaces itself. */
export function createNotifications(): Notifications {
  return {
    areAllowed,
    async show(notice) {
      await browser.notifications.create(notice.id, {
        type: 'basic',
        iconUrl: ownUrl(ICON),
        title: clip(notice.title, TITLE_LENGTH),
        message: clip(notice.message, MESSAGE_LENGTH),
      });
    },
  };
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
