import { browser } from 'wxt/browser';
import { ownUrl } from './own-url';

/** What the browser itself says about who sent a message; a sender cannot forge it. */
export interface SenderFacts {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly windowId?: number | undefined } | undefined;
}

/**
 * Registers the one listener; call it in the first synchronous turn.
 *
 * `return true` and `sendResponse` work in every browser; returned promises only in some.
 */
export function registerRuntimeMessages(answer: (message: unknown, sender: SenderFacts) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: SenderFacts, respond: (answer: unknown) => void) => {
    void answer(message, sender).then(respond);
    return true;
  });
}

/** Sends to the background. Rejects when nobody listens or the worker died before it answered. */
export async function sendRuntimeMessage(message: object): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/**
 * Whether one of our own pages sent it: popup, panel, dashboard. A page of ours in a tab has `sender.tab` just as a
 * content script has, so only origin and address tell; a content script carries those of the page it runs in.
 */
export function isOwnPage(sender: SenderFacts): boolean {
  const home = ownUrl('/');
  const { origin, url } = sender;
  if (sender.id !== browser.runtime.id || (origin === undefined && url === undefined)) return false;
  return (origin === undefined || `${origin}/` === home) && (url === undefined || url.startsWith(home));
}

/**
 * The address of the marketplace page whose content script sent it, or null when it was anybody else. Only the main page
 * of a tab counts: a frame may be anything that the page lets in.
 */
export function contentPageOf(sender: SenderFacts): string | null {
  const { id, origin, url, frameId, tab } = sender;
  if (id !== browser.runtime.id || url === undefined || frameId !== 0 || tab?.id === undefined) return null;
  // A sandboxed page has an origin of its own, whatever its address says.
  return origin === undefined || url.startsWith(`${origin}/`) ? url : null;
}
