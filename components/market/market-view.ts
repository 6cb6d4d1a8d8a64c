import type { MarketLook } from '@/lib/domain/market/market-look';
import type { Sort } from '../ui/sort';

export const RANGES = ['24h', '7d', '30d', '90d', '1y', 'all'] as const;
export type RangeName = (typeof RANGES)[number];

/** Values of the selectors, as they stand in the address. */
export const LOOK_CONDITIONS = ['new', 'new-with-defects', 'used'] as const;
export const LOOK_PACKAGINGS = ['good', 'missing-lid', 'badly-damaged', 'no-box'] as const;
export const LOOK_PLACES = ['both', 'with-you', 'consigned'] as const;

type PlaceName = (typeof LOOK_PLACES)[number];

export const SIZE_SORTS = ['size', 'ask', 'offer', 'spread', 'last', 'indicator', 'net', 'pace', 'own'] as const;
export type SizeSort = (typeof SIZE_SORTS)[number];

/** What the market screens are looked at by. */
export interface MarketView {
  readonly condition: (typeof LOOK_CONDITIONS)[number];
  readonly packaging: (typeof LOOK_PACKAGINGS)[number];
  readonly place: PlaceName;
  /** `own`: the seller's; `global`: everywhere; else a region's id. */
  readonly region: string;
  readonly range: RangeName;
  readonly sort: Sort;
  /** Of the comparison, whose `view` is taken; null: one that all come in. */
  readonly size: number | null;
}

export const START: MarketView = {
  condition: 'new',
  packaging: 'good',
  place: 'both',
  region: 'own',
  range: '30d',
  sort: { by: 'size', down: false },
  size: null,
};

/**
 * Reads a view from the address; what it does not know is as at the start.
 *
 * @example `parseView('c=used&t=90d&s=-ask')` is a used pair's market of 90 days, dearest first
 */
export function parseView(filter: string | null): MarketView {
  const params = new URLSearchParams(filter ?? '');
  const sorted = params.get('s') ?? '';
  const by = SIZE_SORTS.find((each) => each === sorted.replace(/^-/, ''));
  const size = Number(params.get('z'));
  return {
    condition: oneOf(LOOK_CONDITIONS, params.get('c'), START.condition),
    packaging: oneOf(LOOK_PACKAGINGS, params.get('b'), START.packaging),
    place: oneOf(LOOK_PLACES, params.get('h'), START.place),
    region: /^[\w-]{1,40}$/.exec(params.get('r') ?? '')?.[0] ?? START.region,
    range: oneOf(RANGES, params.get('t'), START.range),
    sort: by === undefined ? START.sort : { by, down: sorted.startsWith('-') },
    size: size > 0 && size <= 100 ? size : null,
  };
}

/** What differs from the start, for the address; null: nothing. */
export function viewFilter(view: MarketView): string | null {
  const params = new URLSearchParams();
  if (view.condition !== START.condition) params.set('c', view.condition);
  if (view.packaging !== START.packaging) params.set('b', view.packaging);
  if (view.place !== START.place) params.set('h', view.place);
  if (view.region !== START.region) params.set('r', view.region);
  if (view.range !== START.range) params.set('t', view.range);
  if (view.sort.by !== START.sort.by || view.sort.down) params.set('s', `${view.sort.down ? '-' : ''}${view.sort.by}`);
  if (view.size !== null) params.set('z', String(view.size));
  const text = params.toString();
  return text === '' ? null : text;
}

/** @param own the seller's region; null: everywhere */
export function lookOf({ condition, packaging, place, region }: MarketView, own: string | null): MarketLook {
  return {
    condition,
    packaging,
    consigned: place === 'both' ? null : place === 'consigned',
    regionId: region === 'own' ? own : region === 'global' ? null : region,
  };
}

/** The word for a region in the address. */
export function regionName(regionId: string | null, own: string | null): string {
  return regionId === own ? 'own' : (regionId ?? 'global');
}

function oneOf<V extends string>(values: readonly V[], given: string | null, otherwise: V): V {
  return values.find((value) => value === given) ?? otherwise;
}
