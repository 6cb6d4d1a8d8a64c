import { useCallback, useMemo, useState } from 'react';
import { markedOf, NOTHING_SELECTED, pick as pickIn, type Selection } from './selection';

export interface RowSelection {
  readonly ids: readonly string[];
  readonly hidden: number;
  readonly all: 'none' | 'some' | 'all';
  readonly has: (index: number) => boolean;
  readonly pick: (index: number, how: 'toggle' | 'begin' | 'range') => void;
  /** Marks everything that matches; nothing when all of it is marked. */
  readonly onAll: () => void;
  readonly clear: () => void;
}

/** Marked rows of a list. `found`: its ids in order; `exists`: a row that is gone is no longer marked. */
export function useSelection(found: readonly string[], exists: (id: string) => boolean): RowSelection {
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const ids = useMemo(() => [...selection.ids].filter(exists), [selection, exists]);
  const all = useMemo(() => markedOf(selection, found), [selection, found]);
  const hidden = useMemo(() => {
    if (ids.length === 0 || all === 'all') return Math.max(0, ids.length - (all === 'all' ? found.length : 0));
    const shown = new Set(found);
    return ids.filter((id) => !shown.has(id)).length;
  }, [ids, found, all]);
  const pick = useCallback(
    (index: number, how: 'toggle' | 'begin' | 'range') => setSelection((before) => pickIn(before, found, index, how)),
    [found],
  );
  const has = useCallback((index: number) => selection.ids.has(found[index] ?? ''), [selection, found]);
  const clear = useCallback(() => setSelection(NOTHING_SELECTED), []);
  const onAll = useCallback(() => {
    setSelection((before) =>
      markedOf(before, found) === 'all'
        ? NOTHING_SELECTED
        : { ids: new Set([...before.ids, ...found]), anchor: null, range: [] },
    );
  }, [found]);
  return { ids, hidden, all, has, pick, onAll, clear };
}
