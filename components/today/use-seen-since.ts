import { useEffect, useState } from 'react';
import { instant, MINUTE_MS, SECOND_MS, type Instant } from '@/lib/domain/time/instant';
import { getSetting, setSetting } from '@/lib/settings/stored-settings';

/** Shown so long, Today counts as seen; a glance in passing does not. */
const SEEN_AFTER_MS = 3 * SECOND_MS;

/** Away so long, coming back is another visit with news of its own. */
const ANOTHER_VISIT_MS = 10 * MINUTE_MS;

/**
 * Since when changes are news in this visit: it stays while the person looks, and only the next visit begins where this
 * one ended. Null: never looked before; undefined: not read yet.
 */
export function useSeenSince(): Instant | null | undefined {
  const [since, setSince] = useState<number | null | undefined>(undefined);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let [seen, leftAt] = [false, 0];
    const mark = () => void setSetting('todaySeenAt', Date.now());
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        seen = true;
        mark();
      }, SEEN_AFTER_MS);
    };
    const begin = () => {
      void getSetting('todaySeenAt').then((stored) => {
        setSince(stored);
        if (document.visibilityState === 'visible') look();
      });
    };
    const leave = () => {
      clearTimeout(timer);
      leftAt = Date.now();
      if (seen) mark();
      seen = false;
    };
    const turn = () => {
      if (document.visibilityState !== 'visible') leave();
      else if (Date.now() - leftAt > ANOTHER_VISIT_MS) begin();
      else look();
    };
    begin();
    document.addEventListener('visibilitychange', turn);
    return () => {
      document.removeEventListener('visibilitychange', turn);
      leave();
    };
  }, []);
  return typeof since === 'number' ? instant(since) : since;
}
