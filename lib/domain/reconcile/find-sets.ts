import type { CalendarDate } from '../time/instant';

/** A sale as the search for sets sees it: its part of the sum, in minor units of one currency. */
export interface SetItem {
  readonly id: string;
  readonly on: CalendarDate;
  readonly minor: number;
}

export interface FoundSet {
  readonly ids: readonly string[];
  readonly minor: number;
  /** The last day, when it is everything up to then. */
  readonly allUntil: CalendarDate | null;
}

export interface SetSearch {
  /** Whether a sum would do. */
  readonly fits: (minor: number) => boolean;
  /** No sum above it would. */
  readonly most: number;
  /** Only everything up to some day: where the amount is known roughly, any other set would fit by chance. */
  readonly onlyAllUntil: boolean;
}

/** The newest so many are combined; more would take for ever and find what is chance. */
const MOST_ITEMS = 22;
const MOST_STEPS = 20_000;
const MOST_FOUND = 3;

/**
 * Sets of sales that come to a sum: first everything up to some day, since that is what a withdrawal takes; then any set
 * of the newest. Bounded, so that it always ends soon, and the same whatever the order the sales come in.
 *
 * @example sales of 10, 20 and 30 and a sum of 40: the first and the last of them
 */
export function findSets(items: readonly SetItem[], search: SetSearch): readonly FoundSet[] {
  const positive = items.filter(({ minor }) => minor > 0);
  const oldestFirst = positive.toSorted((a, b) => compareText(a.on, b.on) || compareText(a.id, b.id));
  const wholes = allUntil(oldestFirst, search);
  if (wholes.length > 0 || search.onlyAllUntil) return wholes;
  return combine(oldestFirst.toReversed().slice(0, MOST_ITEMS), search);
}

function allUntil(oldestFirst: readonly SetItem[], { fits }: SetSearch): readonly FoundSet[] {
  const found: FoundSet[] = [];
  let minor = 0;
  for (const [nth, item] of oldestFirst.entries()) {
    minor += item.minor;
    if (!fits(minor)) continue;
    const ids = oldestFirst.slice(0, nth + 1).map(({ id }) => id);
    found.push({ ids, minor, allUntil: item.on });
    if (found.length === MOST_FOUND) break;
  }
  return found;
}

function combine(newestFirst: readonly SetItem[], { fits, most }: SetSearch): readonly FoundSet[] {
  const found: FoundSet[] = [];
  const taken: SetItem[] = [];
  let steps = 0;
  const walk = (from: number, minor: number): void => {
    steps += 1;
    if (steps > MOST_STEPS || found.length === MOST_FOUND || minor > most) return;
    if (taken.length > 0 && fits(minor)) {
      found.push({ ids: taken.map(({ id }) => id), minor, allUntil: null });
      return;
    }
    for (let nth = from; nth < newestFirst.length; nth += 1) {
      const item = newestFirst[nth];
      if (item === undefined) return;
      taken.push(item);
      walk(nth + 1, minor + item.minor);
      taken.pop();
    }
  };
  walk(0, 0);
  return found;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
