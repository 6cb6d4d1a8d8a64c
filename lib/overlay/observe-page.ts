import type { PageStateControl } from './page-state';
import type { PageReading } from '@/lib/marketplaces/contract/page-reading';
import type { Seen, SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { watchLocation } from './watch-location';
import { createWhose, SETTLED_MS, type Verdict } from './whose';

const LOOK_AFTER_MS = 150;

/** A page that is slow to read and never rests is looked at less often: at most so much of the time goes into it. */
const REST_FOR_WORK = 15;
const WAIT_AT_MOST_MS = 10_000;

/** What tells that a page has changed: what stands there, which slide is chosen, which dialog is open. */
const CHANGES = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter:
    'class data-qa open hidden data-state aria-modal aria-hidden aria-checked aria-selected aria-pressed checked'.split(
      ' ',
    ),
};

const OWN: Verdict = { isHere: true, arePricesStale: false };

export interface PageObserver {
  readonly page: Window;
  readonly reader: SiteReader;
  readonly states: PageStateControl;
  /** Called after every burst of changes in the page, before it is read. */
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

/**
 * Follows one page through its navigations and puts what it shows into `states`. After a navigation nothing is told
 * until the page shows the new product; after ten seconds in vain it is `unreadable`, until the page changes after all.
 * Only reads; an idle page costs nothing.
 */
export function observePage({ page, reader, states, onChange, signal }: PageObserver): void {
  const { document } = page;
  const whose = createWhose();
  let url = page.location.href;
  let slug = reader.slugOf(url);
  let generation = states.begin(url, slug === null ? 'gone' : 'loading');
  let isFirst = true;
  let seen: Seen = reader.see(document);
  let changedAt = performance.now();
  const later = createTimers(page, signal);

  const look = (): void => {
    if (slug === null || signal.aborted) return;
    const now = reader.see(document);
    if (now.title !== seen.title || now.prices !== seen.prices) changedAt = performance.now();
    seen = now;
    // The document was loaded for this product: there is no other that could still stand on it.
    const isOwn = isFirst && reader.wasLoadedFor(document, slug);
    const fit = seen.title === null ? 'other' : reader.fits(slug, seen.title);
    const quietMs = performance.now() - changedAt;
    const verdict = isOwn ? OWN : whose.judge(slug, seen, fit, quietMs);
    if (!verdict.isHere) {
      if (quietMs < SETTLED_MS) return later.set('settle', look, SETTLED_MS);
      // What rests without the product may be a list, or the site's question whether a person is there: no card then.
    }
    const reading = reader.read(document, url, verdict.arePricesStale);
    const status = statusOf(reading);
    if (verdict.isHere || status === 'gone') states.settle(generation, status, reading);
  };

  const giveUp = (): void => {
    if (states.current().status === 'loading') states.settle(generation, 'unreadable');
  };

  const move = (next: string): void => {
    const former = slug;
    url = next;
    slug = reader.slugOf(next);
    if (slug !== null && slug === former) return look();
    // Read now: the page that is being left still stands.
    if (former !== null) whose.remember(former, reader.see(document));
    isFirst = false;
    changedAt = performance.now();
    generation = states.begin(next, slug === null ? 'gone' : 'loading');
    later.set('give up', giveUp, WAIT_AT_MOST_MS);
    look();
  };

  let restMs = LOOK_AFTER_MS;
  const lookAgain = (): void => {
    const startedAt = performance.now();
    onChange();
    look();
    restMs = Math.max(LOOK_AFTER_MS, (performance.now() - startedAt) * REST_FOR_WORK);
  };
  watchChanges(document, signal, () => later.setOnce('look', lookAgain, restMs));
  watchLocation(page, move, signal);
  later.set('give up', giveUp, WAIT_AT_MOST_MS);
  look();
}

/** A listing or product is read; a list, and a page that shuts us out, get no card. */
function statusOf({ pageType }: PageReading): 'reading' | 'gone' {
  return pageType === 'product' || pageType === 'listing' ? 'reading' : 'gone';
}

function watchChanges(document: Document, signal: AbortSignal, onChange: () => void): void {
  const observer = new MutationObserver(onChange);
  observer.observe(document, CHANGES);
  // What a person chooses in a list changes no element.
  document.addEventListener('change', onChange, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => observer.disconnect());
}

interface Timers {
  /** Replaces the timer of that name. */
  set(name: string, run: () => void, ms: number): void;
  /** Leaves a timer of that name as it is. */
  setOnce(name: string, run: () => void, ms: number): void;
}

function createTimers(page: Window, signal: AbortSignal): Timers {
  const running = new Map<string, number>();
  const start = (name: string, run: () => void, ms: number): void => {
    const fire = (): void => {
      running.delete(name);
      run();
    };
    running.set(name, page.setTimeout(fire, ms));
  };
  signal.addEventListener('abort', () => {
    for (const timer of running.values()) page.clearTimeout(timer);
  });
  return {
    set: (name, run, ms) => {
      page.clearTimeout(running.get(name));
      start(name, run, ms);
    },
    setOnce: (name, run, ms) => {
      if (!running.has(name)) start(name, run, ms);
    },
  };
}
