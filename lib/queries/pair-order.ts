import type { PairStatus } from '@/lib/domain/inventory/pair';
import { daysHeld, type PairEntry } from './pair-entry';
import type { PairFigures } from './pair-figures';

/** What a list of pairs can be sorted by. */
export const PAIR_SORTS = [
  'status',
  'name',
  'size',
  'bought',
  'age',
  'cost',
  'price',
  'ask',
  'net',
  'profit',
  'roi',
  'location',
  'supplier',
  'condition',
] as const;

export interface PairSort {
  readonly by: (typeof PAIR_SORTS)[number];
  readonly descending: boolean;
}

export interface OrderContext {
  readonly now: number;
  /** null while nobody has worked them out: then what needs them counts as unknown. */
  readonly figures: PairFigures | null;
}

/** Sorting by one of these needs the figures. */
export function sortsByFigure({ by }: PairSort, entries: readonly PairEntry[]): boolean {
  if (by === 'cost') return hasManyCurrencies(entries);
  return by === 'price' || by === 'ask' || by === 'net' || by === 'profit' || by === 'roi';
}

/**
 * All entries in order. What is not known comes last, whichever way round; the id decides last, so that a window never
 * shows a row twice.
 */
export function orderPairs(
  entries: readonly PairEntry[],
  { by, descending }: PairSort,
  context: OrderContext,
): readonly PairEntry[] {
  const [first, second] = keysOf(entries, by, context);
  const sign = descending ? -1 : 1;
  const compare = (a: number, b: number): number => {
    const [x, y] = [first[a] ?? Number.NaN, first[b] ?? Number.NaN];
    if (x !== y) {
      // NaN is unequal to itself: both unknown is no difference.
      if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : 1;
      if (Number.isNaN(y)) return -1;
      return sign * (x - y);
    }
    return 0;
  };
  const places = entries.map((_, place) => place);
  places.sort((a, b) => {
    const decided = compare(a, b) || sign * ((second[a] ?? 0) - (second[b] ?? 0));
    return decided || ((entries[a]?.id ?? '') < (entries[b]?.id ?? '') ? -1 : 1);
  });
  return places.flatMap((place) => entries[place] ?? []);
}

/** What the seller holds comes before what is gone. */
const RANK: Record<PairStatus, number> = {
  'in-stock': 0,
  listed: 1,
  consigned: 2,
  returned: 3,
  sold: 4,
  'written-off': 5,
};

type Keys = readonly [first: Float64Array, second: Float64Array];

function keysOf(entries: readonly PairEntry[], by: PairSort['by'], context: OrderContext): Keys {
  const numbers = (of: (entry: PairEntry) => number | null): Float64Array =>
    Float64Array.from(entries, (entry) => of(entry) ?? Number.NaN);
  const words = (of: (entry: PairEntry) => string | null): Float64Array => {
    const rank = rankWords(entries.map(of));
    return numbers((entry) => rank.get(of(entry) ?? '') ?? null);
  };
  const newestFirst = () => numbers((entry) => -entry.newest);
  switch (by) {
    case 'status':
      return [numbers((entry) => RANK[entry.status]), newestFirst()];
    case 'name':
      return [words((entry) => entry.name), numbers((entry) => entry.size)];
    case 'size':
      return [numbers((entry) => entry.size), words((entry) => entry.name)];
    case 'bought':
      return [numbers((entry) => entry.boughtAt), newestFirst()];
    case 'age':
      return [numbers((entry) => daysHeld(entry, context.now)), newestFirst()];
    case 'location':
    case 'supplier':
    case 'condition':
      return [words((entry) => entry[by]), words((entry) => entry.name)];
    case 'cost':
      return [numbers(costKey(entries, context)), newestFirst()];
    default:
      return [numbers((entry) => context.figures?.get(entry.id)?.[by] ?? null), newestFirst()];
  }
}

/** Costs of several currencies can only be compared in one: the figures'. */
function costKey(entries: readonly PairEntry[], { figures }: OrderContext): (entry: PairEntry) => number | null {
  if (!hasManyCurrencies(entries)) return (entry) => entry.cost?.minor ?? null;
  return (entry) => figures?.get(entry.id)?.cost ?? null;
}

function hasManyCurrencies(entries: readonly PairEntry[]): boolean {
  const first = entries.find((entry) => entry.cost !== null)?.cost?.currency;
  return entries.some((entry) => entry.cost !== null && entry.cost.currency !== first);
}

/** Made once: comparing with it is several times as quick as `localeCompare`. */
const byWord = new Intl.Collator('en', { numeric: true });

/** Thousands of pairs share a few hundred names: those are compared as words, the pairs by number. */
function rankWords(words: readonly (string | null)[]): ReadonlyMap<string, number> {
  const known = [...new Set(words)].filter((word): word is string => word !== null && word !== '');
  return new Map(known.toSorted(byWord.compare).map((word, rank) => [word, rank]));
}
