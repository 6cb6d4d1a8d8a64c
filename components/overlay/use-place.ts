import type { SiteId } from '@/lib/domain/sites/site';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Send } from './use-look';

export interface Place {
  readonly folded: boolean;
  /** Pixels from the top of the window; null: where the card stands by itself. */
  readonly top: number | null;
}

/** Only where the card comes to rest is kept, not every step of the way. */
const REST_MS = 400;

/** Room that stays free: above for the site's bar, below for its buy bar. */
const ABOVE = 8;
const BELOW = 120;

/** Keeps a place inside the window, whatever its height was when it was remembered. */
function withinWindow(top: number, windowHeight: number): number {
  return Math.round(Math.min(Math.max(top, ABOVE), Math.max(ABOVE, windowHeight - BELOW)));
}

/** Where the card stands and whether it is folded, remembered for the site. */
export function usePlace(send: Send, site: SiteId, initial: Place) {
  const [place, setPlace] = useState(initial);
  const isInitial = useRef(true);
  useEffect(() => {
    if (isInitial.current) {
      isInitial.current = false;
      return undefined;
    }
    const timer = setTimeout(() => void send('page/remember', { site, place }).catch(() => undefined), REST_MS);
    return () => clearTimeout(timer);
  }, [send, site, place]);
  const fold = useCallback((folded: boolean) => setPlace((before) => ({ ...before, folded })), []);
  const moveTo = useCallback((top: number | null) => {
    setPlace((before) => ({ ...before, top: top === null ? null : withinWindow(top, window.innerHeight) }));
  }, []);
  return { place, fold, moveTo };
}
