import { AGE_BANDS, PROFIT_KINDS, type PairFilter } from '@/lib/queries/pair-filter';
import { PAIR_SORTS, type PairSort } from '@/lib/queries/pair-order';
import { cleanColumns, type ColumnId } from './column-ids';

/** What the list is narrowed to, how it is sorted, and its columns when they are not the remembered ones. */
export interface ListView {
  /** Without the text that is searched: that has a place of its own. */
  readonly filter: PairFilter;
  readonly sort: PairSort;
  readonly columns: readonly ColumnId[] | null;
}

export const BUILT_IN = {
  all: {},
  'in-stock': { statuses: ['in-stock'] },
  listed: { statuses: ['listed'] },
  sold: { statuses: ['sold'] },
  'without-cost': { missingCost: true },
  stale: { stale: true },
} as const satisfies Record<string, PairFilter>;

export type BuiltIn = keyof typeof BUILT_IN;

export const BUILT_IN_IDS = ['all', 'in-stock', 'listed', 'sold', 'without-cost', 'stale'] as const;

const DEFAULT_SORT: PairSort = { by: 'status', descending: false };

export const PLAIN_VIEW: ListView = { filter: {}, sort: DEFAULT_SORT, columns: null };

const STATUSES = ['in-stock', 'listed', 'sold', 'returned', 'consigned', 'written-off'] as const;
const CONDITIONS = ['new', 'used', 'new-with-defects'] as const;

/** Fields that hold several values, by their letter in an address. */
const LISTS = {
  s: 'statuses',
  b: 'brands',
  z: 'sizes',
  a: 'ages',
  p: 'profits',
  t: 'tags',
  l: 'locations',
  u: 'suppliers',
  k: 'conditions',
} as const;

export type ListField = (typeof LISTS)[keyof typeof LISTS];

const KNOWN: Partial<Record<ListField, readonly string[]>> = {
  statuses: STATUSES,
  ages: AGE_BANDS,
  profits: PROFIT_KINDS,
  conditions: CONDITIONS,
};

const LETTERS = ['s', 'b', 'z', 'a', 'p', 't', 'l', 'u', 'k'] as const;

/** The fields of a filter that hold several values, as plain texts. */
export function valuesOf(filter: PairFilter, field: ListField): readonly string[] {
  return filter[field] ?? [];
}

export const LIST_FIELDS: readonly ListField[] = LETTERS.map((letter) => LISTS[letter]);

/**
 * A view as the text an address carries; null for the plain one.
 *
 * @example two brands, by profit from the top: `b=Nike&b=adidas&o=-profit`
 */
export function encodeView({ filter, sort, columns }: ListView): string | null {
  const params = new URLSearchParams();
  for (const letter of LETTERS) for (const value of valuesOf(filter, LISTS[letter])) params.append(letter, value);
  if (filter.profitFrom !== undefined) params.set('pf', String(filter.profitFrom));
  if (filter.profitTo !== undefined) params.set('pt', String(filter.profitTo));
  if (filter.missingCost === true) params.set('nc', '1');
  if (filter.stale === true) params.set('st', '1');
  if (sort.by !== DEFAULT_SORT.by || sort.descending !== DEFAULT_SORT.descending)
    params.set('o', `${sort.descending ? '-' : ''}${sort.by}`);
  if (columns !== null) params.set('c', columns.join(' '));
  return params.toString() || null;
}

/** Reads what `encodeView` wrote, or what anybody typed: whatever it does not know is left out. */
export function decodeView(text: string | null): ListView {
  if (text === null) return PLAIN_VIEW;
  const params = new URLSearchParams(text);
  const filter: Record<string, unknown> = {};
  for (const letter of LETTERS) {
    const field = LISTS[letter];
    const values = [...new Set(params.getAll(letter))].filter(
      (value) => value !== '' && (KNOWN[field]?.includes(value) ?? true),
    );
    if (values.length > 0) filter[field] = values;
  }
  const [from, to] = [wholeNumber(params.get('pf')), wholeNumber(params.get('pt'))];
  if (from !== null) filter['profitFrom'] = from;
  if (to !== null) filter['profitTo'] = to;
  if (params.get('nc') === '1') filter['missingCost'] = true;
  if (params.get('st') === '1') filter['stale'] = true;
  const columns = params.get('c');
  return { filter, sort: sortOf(params.get('o')), columns: columns === null ? null : cleanColumns(columns.split(' ')) };
}

function sortOf(text: string | null): PairSort {
  const descending = text?.startsWith('-') ?? false;
  const by = PAIR_SORTS.find((each) => each === text?.slice(descending ? 1 : 0));
  return by === undefined ? DEFAULT_SORT : { by, descending };
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^-?\d{1,12}$/.test(text) ? Number(text) + 0 : null;
}

/** A view's own filter and what was added to it: both must fit. */
export function bothFilters(view: BuiltIn, added: PairFilter, search: string): PairFilter {
  return { ...added, ...BUILT_IN[view], search };
}

/** Takes one value out of a field, or puts it in. */
export function toggleValue(filter: PairFilter, field: ListField, value: string): PairFilter {
  const before = valuesOf(filter, field);
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  const { [field]: _gone, ...rest } = filter;
  return after.length === 0 ? rest : { ...rest, [field]: after };
}

/** How many conditions a filter sets. */
export function countFilters(filter: PairFilter): number {
  const lists = LIST_FIELDS.reduce((sum, field) => sum + valuesOf(filter, field).length, 0);
  const range = filter.profitFrom !== undefined || filter.profitTo !== undefined;
  return lists + [range, filter.missingCost === true, filter.stale === true].filter(Boolean).length;
}
