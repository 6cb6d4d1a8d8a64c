import type { SiteId } from '@/lib/domain/sites/site';
import { boxesToKeepClear, dockOf } from './buy-boxes';
import { chooseSpot, covered, type Spot, type SpotQuestion } from './choose-spot';

/** How the person left the card. */
export interface WantedPlace {
  readonly folded: boolean;
  /** Pixels from the top of the window; null: where the card stands by itself. */
  readonly top: number | null;
}

/** Where the card stands now, as React's `useSyncExternalStore` wants it. */
export interface Dock {
  readonly current: () => Spot;
  readonly subscribe: (listener: () => void) => () => void;
  readonly want: (place: WantedPlace) => void;
  /** The person has opened the card by hand: it is not folded for the page's sake until the next navigation. */
  readonly insist: () => void;
  /** Looks whether the card covers anything one buys by, and moves it. */
  readonly look: () => void;
}

export interface DockControl extends Dock {
  /** A navigation has begun: the card goes back to where it is wanted. */
  readonly begin: () => void;
}

interface DockParts {
  readonly page: Window;
  readonly site: SiteId;
  readonly host: { readonly element: HTMLElement; readonly root: ShadowRoot };
  readonly signal: AbortSignal;
}

/** The card stands so far above the middle of the window, so that its figures are where one looks. */
const ABOVE_MIDDLE = 190;
const OPEN = { width: 300, height: 420 };
const TAB = { width: 120, height: 44 };
const REST_MS = 200;

/** Keeps the card off the page's buy boxes, wherever these go. */
export function createDock({ page, site, host, signal }: DockParts): DockControl {
  const { side, foldBelow } = dockOf(site);
  let place: WantedPlace = { folded: false, top: null };
  let insists = false;
  let open = OPEN;
  const wanted = (): Spot => ({
    side,
    top: Math.round(place.top ?? Math.max(8, page.innerHeight / 2 - ABOVE_MIDDLE)),
    folded: place.folded || (!insists && foldBelow !== null && page.innerWidth < foldBelow),
  });
  const spot = createSpot(wanted());
  const ask = (): SpotQuestion => {
    open = measured(host.root, '.card') ?? open;
    return {
      window: { width: page.innerWidth, height: page.innerHeight },
      wanted: wanted(),
      open,
      tab: measured(host.root, '.tab') ?? TAB,
      keepClear: boxesToKeepClear(page.document, site, host.element),
    };
  };
  const look = (): void => {
    const [question, now] = [ask(), spot.current()];
    // Whoever stands well stays: a card that moves with every scroll is worse than one that stands elsewhere.
    if ((now.folded || !question.wanted.folded) && covered(question, now) === 0) return;
    const next = chooseSpot(question);
    spot.set(next.folded && insists && !place.folded ? question.wanted : next);
  };
  const restart = (): void => {
    spot.set(wanted());
    look();
  };
  follow(page, { look, restart, signal });
  return {
    current: spot.current,
    subscribe: spot.subscribe,
    look,
    want: (next) => {
      if (next.folded === place.folded && next.top === place.top) return;
      place = next;
      restart();
    },
    insist: () => {
      insists = true;
      restart();
    },
    begin: () => {
      insists = false;
      spot.set(wanted());
    },
  };
}

function createSpot(first: Spot): Pick<Dock, 'current' | 'subscribe'> & { readonly set: (next: Spot) => void } {
  const listeners = new Set<() => void>();
  let spot = first;
  return {
    current: () => spot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (next) => {
      if (next.side === spot.side && next.top === spot.top && next.folded === spot.folded) return;
      spot = next;
      for (const listener of listeners) listener();
    },
  };
}

interface Following {
  readonly look: () => void;
  readonly restart: () => void;
  readonly signal: AbortSignal;
}

/** Once things have come to rest: what moves meanwhile is not measured. */
function follow(page: Window, { look, restart, signal }: Following): void {
  const timers = new Map<string, number>();
  const rested = (name: string, run: () => void) => () => {
    page.clearTimeout(timers.get(name));
    timers.set(name, page.setTimeout(run, REST_MS));
  };
  page.addEventListener('scroll', rested('scroll', look), { capture: true, passive: true, signal });
  page.addEventListener('resize', rested('resize', restart), { signal });
  signal.addEventListener('abort', () => {
    for (const timer of timers.values()) page.clearTimeout(timer);
  });
}

function measured(root: ShadowRoot, part: string): { readonly width: number; readonly height: number } | null {
  const rect = root.querySelector(part)?.getBoundingClientRect();
  return rect === undefined || rect.width === 0 ? null : { width: rect.width, height: rect.height };
}
