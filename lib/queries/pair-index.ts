import type { PairStatus } from '@/lib/domain/inventory/pair';
import type { PairEntry } from './pair-entry';
import { createPairFilter, isStale, type PairFilter } from './pair-filter';
import { orderPairs, type OrderContext, type PairSort } from './pair-order';

/** Every pair that is not deleted, ready to be filtered and sorted between two keystrokes. Never changed: made anew. */
export interface PairIndex {
  readonly entries: readonly PairEntry[];
}

export interface PairQuestion extends OrderContext {
  readonly filter: PairFilter;
  readonly sort: PairSort;
}

/**
 * The pairs that match, in order. Ten thousand take a few milliseconds: an order is worked out once per index and kept,
 * and what is found in it is in order already.
 */
export function selectPairs(index: PairIndex, question: PairQuestion): readonly string[] {
  const { figures } = question;
  const fits = createPairFilter(question.filter, question.now, (id) => figures?.get(id)?.profit ?? null);
  const found: string[] = [];
  for (const entry of orderOf(index, question)) if (fits(entry)) found.push(entry.id);
  return found;
}

interface KeptOrder extends OrderContext {
  readonly entries: readonly PairEntry[];
}

const orders = new WeakMap<PairIndex, Map<string, KeptOrder>>();

function orderOf(index: PairIndex, { sort, now, figures }: PairQuestion): readonly PairEntry[] {
  const kept = orders.get(index) ?? new Map<string, KeptOrder>();
  orders.set(index, kept);
  const key = `${sort.by} ${sort.descending}`;
  const before = kept.get(key);
  const holds = before !== undefined && before.figures === figures && (sort.by !== 'age' || before.now === now);
  if (holds) return before.entries;
  const entries = orderPairs(index.entries, sort, { now, figures });
  kept.set(key, { entries, now, figures });
  return entries;
}

/** How many pairs each view would show, the text search and other filters apart. */
export interface PairCounts {
  readonly all: number;
  readonly byStatus: Readonly<Record<PairStatus, number>>;
  readonly missingCost: number;
  readonly stale: number;
}

export function countPairs({ entries }: PairIndex, now: number): PairCounts {
  const byStatus: Record<PairStatus, number> = {
    'in-stock': 0,
    listed: 0,
    consigned: 0,
    returned: 0,
    sold: 0,
    'written-off': 0,
  };
  let [missingCost, stale] = [0, 0];
  for (const entry of entries) {
    byStatus[entry.status] += 1;
    if (entry.missingCost) missingCost += 1;
    if (isStale(entry, now)) stale += 1;
  }
  return { all: entries.length, byStatus, missingCost, stale };
}

/** A value pairs can be narrowed to, and how many have it. */
export interface Facet {
  readonly value: string;
  readonly pairs: number;
}

export interface PairFacets {
  readonly brands: readonly Facet[];
  readonly sizes: readonly Facet[];
  readonly tags: readonly Facet[];
  readonly locations: readonly Facet[];
  readonly suppliers: readonly Facet[];
  readonly conditions: readonly Facet[];
}

/** What there is to choose from: most pairs first, sizes in their own order. */
export function facetsOf({ entries }: PairIndex): PairFacets {
  const sizeOf = new Map(entries.map((entry) => [entry.sizeText, entry.size]));
  return {
    brands: facet(entries, (entry) => [entry.brand]),
    sizes: facet(entries, (entry) => [entry.sizeText]).toSorted(
      (a, b) => (sizeOf.get(a.value) ?? 0) - (sizeOf.get(b.value) ?? 0) || (a.value < b.value ? -1 : 1),
    ),
    tags: facet(entries, (entry) => entry.tags),
    locations: facet(entries, (entry) => [entry.location]),
    suppliers: facet(entries, (entry) => [entry.supplier]),
    conditions: facet(entries, (entry) => [entry.condition]),
  };
}

function facet(entries: readonly PairEntry[], of: (entry: PairEntry) => readonly (string | null)[]): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const value of of(entry)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, pairs]) => ({ value, pairs }))
    .toSorted((a, b) => b.pairs - a.pairs || a.value.localeCompare(b.value));
}
