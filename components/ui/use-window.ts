import { useCallback, useState } from 'react';

/** Rows read at a time, and the step the window moves by: a screen is about 20 rows. */
export const WINDOW = 300;
/** Where rows are quick to read, fewer of them are: what is typed is answered sooner. */
export const SMALL_WINDOW = 120;

/** A window moves by a third of itself. */
const stepOf = (size: number): number => size / 3;

/**
 * Where a window of `size` rows begins so that what is on the screen lies well inside it. It moves in steps, so that
 * scrolling by a row reads nothing.
 *
 * @example rows 250 to 270 on the screen: a window of 300 begins at 100
 */
export function windowStart(first: number, size: number = WINDOW): number {
  const step = stepOf(size);
  return Math.max(0, Math.floor((first - step) / step) * step);
}

/** Follows what a list shows. `listKey` names the list: another one starts at its top. */
export function useWindow(
  listKey: string,
  size: number = WINDOW,
): readonly [start: number, onRange: (first: number) => void] {
  const [at, setAt] = useState({ listKey, start: 0 });
  const onRange = useCallback(
    (first: number) => {
      const start = windowStart(first, size);
      setAt((before) => (before.start === start ? before : { ...before, start }));
    },
    [size],
  );
  if (at.listKey !== listKey) setAt({ listKey, start: 0 });
  return [at.listKey === listKey ? at.start : 0, onRange];
}
