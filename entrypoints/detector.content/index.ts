import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { matchGoatUrl } from '@/lib/marketplaces/goat/page/match-url';
import { watchLocation } from '@/lib/overlay/watch-location';

/** Of the page's product head; any of them will do, since a gate that wants too much is the first thing to break. */
const HEAD = '[data-qa="product_display_name"], [data-qa="product_name"], [data-qa^="buy_bar_"], script#__NEXT_DATA__';

/** How long after a navigation the head is looked for. */
const LOOKS_MS = [0, 300, 1000, 2500, 5000, 10_000];

/**
 * Runs on every page of an allowed site, so it holds nothing but the question "is this a product page?". It asks for the
 * card once; the card follows the page from then on. Which sites, the background says when it registers this script.
 */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => {
    if (Reflect.get(globalThis, RUNNING) === true) return;
    Reflect.set(globalThis, RUNNING, true);
    // A page that is made ready in advance is looked at when somebody sees it.
    if (Reflect.get(document, 'prerendering') === true)
      document.addEventListener('prerenderingchange', detect, { once: true });
    else detect();
  },
});

const RUNNING = Symbol.for('archvd.detector');

function detect(): void {
  const ending = new AbortController();
  const timers: number[] = [];
  const look = (): void => {
    if (ending.signal.aborted || matchGoatUrl(location.href) === null || document.querySelector(HEAD) === null) return;
    ending.abort();
    void askForCard();
  };
  const start = (url: string): void => {
    for (const timer of timers.splice(0)) window.clearTimeout(timer);
    if (matchGoatUrl(url) !== null) timers.push(...LOOKS_MS.map((ms) => window.setTimeout(look, ms)));
  };
  ending.signal.addEventListener('abort', () => {
    for (const timer of timers) window.clearTimeout(timer);
  });
  watchLocation(window, start, ending.signal);
  start(location.href);
}

/** Without the schemas of lib/messaging, which would be most of this script. Asked again when the worker was starting. */
async function askForCard(again = true): Promise<void> {
  try {
    await browser.runtime.sendMessage({ archvd: 1, id: crypto.randomUUID(), name: 'page/found', input: {} });
  } catch {
    if (again) window.setTimeout(() => void askForCard(false), 300);
  }
}
