import { AGE_BANDS, PROFIT_KINDS, type PairFilter } from '@/lib/queries/pair-filter';
import type { PairCounts, PairFacets } from '@/lib/queries/pair-index';
import { fieldText, valueText } from './filter-words';
import { BUILT_IN, valuesOf, type BuiltIn, type ListField } from './list-view';

/** A value of a field, and how many pairs have it; null: not counted. */
export interface Choice {
  readonly field: ListField;
  readonly value: string;
  readonly pairs: number | null;
}

/** Values of one field that are shown before anything is typed. */
const SHOWN = 6;
const SHOWN_TYPED = 40;

const STATUSES = ['in-stock', 'listed', 'sold', 'returned', 'consigned', 'written-off'] as const;

interface ListFacts {
  readonly view: BuiltIn;
  readonly counts: PairCounts;
  readonly facets: PairFacets;
}

/** What a list can be narrowed by, field by field. */
export function choicesOf({ view, counts, facets }: ListFacts): readonly (readonly Choice[])[] {
  const fixed = 'statuses' in BUILT_IN[view];
  const plain = (field: ListField, values: readonly string[]) => values.map((value) => ({ field, value, pairs: null }));
  const counted = (field: keyof PairFacets & ListField) => facets[field].map((each) => ({ field, ...each }));
  return [
    fixed ? [] : STATUSES.map((value) => ({ field: 'statuses', value, pairs: counts.byStatus[value] }) as const),
    plain('ages', AGE_BANDS),
    plain('profits', PROFIT_KINDS),
    counted('brands'),
    counted('sizes'),
    counted('tags'),
    counted('locations'),
    counted('suppliers'),
    counted('conditions'),
  ];
}

/** What is set stays in sight, and of the rest a few: all of it can be found by typing. */
export function narrow(choices: readonly Choice[], typed: string, filter: PairFilter): readonly Choice[] {
  if (typed === '')
    return choices.filter((each, place) => place < SHOWN || valuesOf(filter, each.field).includes(each.value));
  const fits = ({ field, value }: Choice) =>
    `${fieldText(field)} ${valueText(field, value)}`.toLowerCase().includes(typed);
  return choices.filter(fits).slice(0, SHOWN_TYPED);
}
