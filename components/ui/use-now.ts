import { useSyncExternalStore } from 'react';
import { SECOND_MS } from '@/lib/domain/time/instant';

/** One timer for the whole page, alive only while something on it shows an age. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 5 * SECOND_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The present moment in steps of `stepMs`, so that what depends on minutes is not drawn again every few seconds.
 *
 * @example `useNow(60_000)` changes once a minute
 */
export function useNow(stepMs: number = 5 * SECOND_MS): number {
  return useSyncExternalStore(subscribe, () => Math.floor(now / stepMs) * stepMs);
}
