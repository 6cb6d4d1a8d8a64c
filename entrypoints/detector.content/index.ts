import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { siteOf } from '@/lib/domain/sites/site';
import { watchLocation } from '@/lib/overlay/watch-location';
import { SIGNS } from './sites';

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
  const site = siteOf(location.href);
  if (site === null) return;
  const sign = SIGNS[site];
  const ending = new AbortController();
  const timers: number[] = [];
  const look = (): void => {
    const head = ending.signal.aborted ? null : sign(location.href);
    if (head === null || document.querySelector(head) === null) return;
    ending.abort();
    void askForCard();
  };
  const start = (url: string): void => {
    for (const timer of timers.splice(0)) window.clearTimeout(timer);
    if (sign(url) !== null) timers.push(...LOOKS_MS.map((ms) => window.setTimeout(look, ms)));
  };
  ending.signal.addEventListener('abort', () => {
    for (const timer of timers) window.clearTimeout(timer);
    // A site that was taken back and is allowed again gets its card in the open page once more.
    Reflect.deleteProperty(globalThis, RUNNING);
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
