import { useMemo, useState } from 'react';
import { readPairFigures } from '@/lib/queries/pair-figures';
import { asksForProfit, type PairFilter } from '@/lib/queries/pair-filter';
import { selectPairs, type PairIndex } from '@/lib/queries/pair-index';
import { sortsByFigure, type PairSort } from '@/lib/queries/pair-order';
import { readPairRows, type PairRow } from '@/lib/queries/pair-rows';
import type { Valuation } from '@/lib/queries/valuation';
import { useLive, type Live } from '../bridge/use-live';
import { SMALL_WINDOW, useWindow } from '../ui/use-window';

/** A window of the list, all of one answer: what was asked is in it. */
export interface PairWindow {
  readonly listKey: string;
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly PairRow[];
}

export interface PairList {
  /** Ids of everything that matches, in order. */
  readonly found: readonly string[];
  readonly window: Live<PairWindow>;
  /** Profits are being worked out, and the list waits for them. */
  readonly working: boolean;
  readonly onRange: (first: number) => void;
}

interface Question {
  readonly index: PairIndex;
  readonly filter: PairFilter;
  readonly sort: PairSort;
  readonly valuation: Valuation;
}

const NONE: readonly string[] = [];

/** Filters and sorts in memory at every keystroke, and reads from the books only the rows that are seen. */
export function usePairList({ index, filter, sort, valuation }: Question): PairList {
  const needed = asksForProfit(filter) || sortsByFigure(sort, index.entries);
  const figures = useLive(
    async (books) => (needed ? readPairFigures(books, valuation) : null),
    [needed, needed ? valuation : null],
  ).value;
  const working = needed && figures === null;
  const fresh = useMemo(
    () => selectPairs(index, { filter, sort, now: valuation.now, figures: needed ? figures : null }),
    [index, filter, sort, valuation, needed, figures],
  );
  const asked = JSON.stringify([filter, sort]);
  // While profits are worked out the last list stays, instead of one in an order that will not last.
  const [held, setHeld] = useState({ found: NONE, listKey: asked });
  if (!working && (held.found !== fresh || held.listKey !== asked)) setHeld({ found: fresh, listKey: asked });
  const { found, listKey } = working ? held : { found: fresh, listKey: asked };
  const [offset, onRange] = useWindow(listKey, SMALL_WINDOW);
  const ids = found.slice(offset, offset + SMALL_WINDOW);
  const total = found.length;
  const window = useLive(
    async (books) => ({ listKey, total, offset, rows: await readPairRows(books, ids, valuation) }),
    [listKey, total, offset, ids, valuation],
  );
  return { found, window, working, onRange };
}
