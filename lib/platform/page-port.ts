import { browser, type Browser } from 'wxt/browser';

/** By this name the side panel and the card of a page find each other. */
export const PAGE_PORT = 'archvd/page-view';

/** What changes over time, as the card's own states do. */
interface Source {
  readonly current: () => unknown;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * In a page: tells every panel that asks what the page shows, now and after each change. Only pages of this extension
 * can open such a port.
 *
 * @returns how to stop
 */
export function servePanels({ current, subscribe }: Source): () => void {
  const open = new Map<Browser.runtime.Port, () => void>();
  const serve = (port: Browser.runtime.Port): void => {
    if (port.name !== PAGE_PORT || port.sender?.id !== browser.runtime.id) return;
    const tell = (): void => port.postMessage(current());
    open.set(port, subscribe(tell));
    port.onDisconnect.addListener(() => {
      open.get(port)?.();
      open.delete(port);
    });
    tell();
  };
  browser.runtime.onConnect.addListener(serve);
  return () => {
    // An extension that was updated meanwhile has no runtime to take the listener from.
    if (browser.runtime?.id !== undefined) browser.runtime.onConnect.removeListener(serve);
    for (const [port, stop] of open) {
      stop();
      port.disconnect();
    }
    open.clear();
  };
}
