import { siteOf, type SiteId } from '@/lib/domain/sites/site';
import { createDock, type Dock } from './dock';
import { createHost } from './host';
import { isolateKeys } from './isolate-keys';
import { observePage } from './observe-page';
import { createPageStates, type PageStates } from './page-state';
import { reportViews, type ViewReport } from './report-views';
import { READERS } from './site-reader';

const TAG = 'archvd-card';

/** Where the copy that runs in this page is found by the next; only our own scripts see these names. */
const RUNNING = Symbol.for('archvd.overlay');

/** What the card is drawn by. */
interface DrawnOn {
  readonly site: SiteId;
  readonly states: PageStates;
  readonly dock: Dock;
}

export interface OverlayOptions {
  readonly page: Window;
  /** Draws the card into the element, which stands in a shadow root of its own. Answers how to end it. */
  readonly draw: (container: HTMLElement, on: DrawnOn) => () => void;
  /** Told once for each page view which layers answered. */
  readonly tell: (report: ViewReport) => void;
  /** False once the extension was updated or removed: nothing can be asked any more, and the card goes silently. */
  readonly isAlive: () => boolean;
  /** Calls back when the person has taken the site's permission back. */
  readonly onLeave: (leave: () => void) => void;
  readonly shadow: ShadowRootMode;
}

/**
 * Puts the card on a page and follows the page from then on. At most one runs in a page: a second call does nothing while
 * the first is alive, and takes the place of one whose extension is gone.
 */
export function mountOverlay({ page, draw, tell, isAlive, onLeave, shadow }: OverlayOptions): void {
  const site = siteOf(page.location.href);
  if (site === null || Reflect.get(page, RUNNING) === true) return;
  Reflect.set(page, RUNNING, true);
  const reader = READERS[site];
  const ending = new AbortController();
  const { signal } = ending;
  const states = createPageStates(page.location.href);
  const host = createHost(page.document, TAG, shadow);
  const dock = createDock({ page, site, host, signal });
  const end = (): void => {
    if (signal.aborted) return;
    ending.abort();
    Reflect.deleteProperty(page, RUNNING);
    undraw();
    host.remove();
  };
  const tend = (): void => {
    if (!isAlive()) return end();
    host.tend();
    dock.look();
  };
  isolateKeys(page, host.element, host.root, signal);
  for (const type of ['pointerover', 'focusin']) host.root.addEventListener(type, tend, { signal });
  // Popovers open without any change in the document.
  page.document.addEventListener('toggle', tend, { capture: true, signal });
  onLeave(end);
  renewWithPages(states, () => {
    host.renew();
    dock.begin();
  });
  reportViews({ site, states, page }, tell, signal);
  observePage({ page, reader, states, onChange: tend, signal });
  // Drawn once the page has been read, so that what it shows is asked for without delay.
  const undraw = draw(host.container, { site, states, dock });
  host.tend();
}

/** Every navigation begins anew: what a former page did to the card counts no more. */
function renewWithPages(states: PageStates, renew: () => void): void {
  let { generation } = states.current();
  states.subscribe(() => {
    if (states.current().generation === generation) return;
    ({ generation } = states.current());
    renew();
  });
}
