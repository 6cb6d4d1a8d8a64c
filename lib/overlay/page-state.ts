import type { PageReading } from '@/lib/marketplaces/contract/page-reading';

/**
 * What the card may show now.
 *
 * `loading`: navigated, the page does not show the new product yet; nothing of the former product may be shown.
 * `reading`: `reading` is what the page says (its prices may still be pending, see its warnings).
 * `unreadable`: waited in vain; say so and stay small. `gone`: no product page: show nothing at all.
 */
export type PageStatus = 'loading' | 'reading' | 'unreadable' | 'gone';

export interface PageState {
  /** Rises with every navigation: an answer that was asked for in an earlier one is thrown away. */
  readonly generation: number;
  /** The address this state is about. */
  readonly url: string;
  readonly status: PageStatus;
  /** Null unless the status is `reading`; a page that shuts us out (`blocked`) or is no product's says so while `gone`. */
  readonly reading: PageReading | null;
}

/** The stream of states as React's `useSyncExternalStore` wants it: the same object until something changed. */
export interface PageStates {
  readonly current: () => PageState;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface PageStateControl extends PageStates {
  /** A navigation has started: the generation rises and everything known of the former page goes. */
  readonly begin: (url: string, status: 'loading' | 'gone') => number;
  /** Ignored when another navigation has begun since. */
  readonly settle: (generation: number, status: PageStatus, reading?: PageReading | null) => void;
}

export function createPageStates(url: string): PageStateControl {
  const listeners = new Set<() => void>();
  let state: PageState = { generation: 0, url, status: 'loading', reading: null };
  const set = (next: PageState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    begin: (next, status) => {
      const generation = state.generation + 1;
      set({ generation, url: next, status, reading: null });
      return generation;
    },
    settle: (generation, status, reading = null) => {
      if (generation !== state.generation) return;
      const shown = status === 'reading' || status === 'gone' ? reading : null;
      if (status === state.status && sameReading(shown, state.reading)) return;
      set({ ...state, status, reading: shown });
    },
  };
}

/** Readings are small plain data, always made in one order of keys. */
function sameReading(a: PageReading | null, b: PageReading | null): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
