import { useCallback, useState } from 'react';

/** Rows read at a time, and the step the window moves by: a screen is about 20 rows. */
export const WINDOW = 300;
const STEP = 100;

/**
 * Where a window of `WINDOW` rows begins so that what is on the screen lies well inside it. It moves in steps, so that
 * scrolling by a row reads nothing.
 *
 * @example rows 250 to 270 on the screen: the window begins at 100
 */
export function windowStart(first: number): number {
  return Math.max(0, Math.floor((first - STEP) / STEP) * STEP);
}

/** Follows what a list shows. `listKey` names the list: another one starts at its top. */
export function useWindow(listKey: string): readonly [start: number, onRange: (first: number) => void] {
  const [at, setAt] = useState({ listKey, start: 0 });
  const onRange = useCallback((first: number) => {
    setAt((before) => (before.start === windowStart(first) ? before : { ...before, start: windowStart(first) }));
  }, []);
  if (at.listKey !== listKey) setAt({ listKey, start: 0 });
  return [at.listKey === listKey ? at.start : 0, onRange];
}
