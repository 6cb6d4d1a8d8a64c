import { hashText } from '../random/random';
import type { CatalogueEntry } from './entry';
import { drawnPicture } from './picture';
import { allowedSizes, type AllowedSize } from './size-runs';

/** A catalogue item as alias sends it. */
export interface WireCatalogItem {
  readonly catalog_id: string;
  readonly name: string;
  readonly sku: string;
  readonly brand: string;
  readonly gender: string;
  readonly release_date: string;
  readonly product_category: string;
  readonly product_type: string;
  readonly size_unit: string;
  readonly allowed_sizes: readonly AllowedSize[];
  readonly minimum_listing_price_cents: string;
  readonly maximum_listing_price_cents: string;
  readonly main_picture_url: string;
  readonly retail_price_cents: string;
  readonly colorway: string;
  readonly nickname: string;
  readonly requires_listing_pictures: boolean;
  readonly requested_pictures: readonly { readonly type: string; readonly quantity: string }[];
  readonly resellable: boolean;
  readonly product_category_v2: string;
}

/** A model with everything the market and the handlers ask of it, worked out once. */
export interface CatalogueItem {
  readonly entry: CatalogueEntry;
  readonly catalogId: string;
  readonly wire: WireCatalogItem;
  readonly json: string;
  /** Own stream of randomness of this model. */
  readonly seed: number;
  readonly minimumCents: number;
  readonly maximumCents: number;
  /** Lower-case words of name, colourway and code, for the fuzzy search. */
  readonly words: readonly string[];
  /** Code without spaces and dashes, lower case. */
  readonly plainCode: string;
}

const MINIMUM_CENTS = 2500;

const requestedPictures = [
  ...['OUTER', 'INNER', 'TOP', 'BACK', 'UNDER', 'SIZE_TAG', 'PACKAGING'].map((type) => ({
    type: `PICTURE_TYPE_${type}`,
    quantity: '1',
  })),
  { type: 'PICTURE_TYPE_EXTRA', quantity: '3' },
];

function slugOf(entry: CatalogueEntry): string {
  if (entry.slug !== undefined) return entry.slug;
  const bare = entry.name.replace(new RegExp(`\\b${entry.brand} `, 'i'), (found) =>
    entry.brand === 'Air Jordan' ? found : '',
  );
  return toSlug(`${bare} ${entry.code}`);
}

function toSlug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/['’]/g, '-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Recorded dates end in .999Z mostly, some without milliseconds: both are date markers, and both occur here. */
function releaseMarker(released: string | null, seed: number): string {
  if (released === null) return '';
  return seed % 12 === 0 ? `${released}T23:59:59Z` : `${released}T23:59:59.999Z`;
}

/** Works out one catalogue item from its hand-written entry. */
export function makeCatalogueItem(entry: CatalogueEntry): CatalogueItem {
  const catalogId = slugOf(entry);
  const seed = hashText(catalogId);
  const maximumCents = (entry.maximum ?? 2000) * 100;
  const wire: WireCatalogItem = {
    catalog_id: catalogId,
    name: entry.name,
    sku: entry.code.replace('-', ' '),
    brand: entry.brand,
    gender: entry.gender,
    release_date: releaseMarker(entry.released, seed),
    product_category: 'PRODUCT_CATEGORY_SHOES',
    product_type: 'sneakers',
    size_unit: entry.run === 'eu' ? 'SIZE_UNIT_EU' : 'SIZE_UNIT_US',
    allowed_sizes: allowedSizes(entry.run),
    minimum_listing_price_cents: String(MINIMUM_CENTS),
    maximum_listing_price_cents: String(maximumCents),
    main_picture_url: drawnPicture(seed),
    retail_price_cents: entry.retail === null ? '0' : String(entry.retail * 100),
    colorway: entry.colorway,
    nickname: entry.nickname,
    requires_listing_pictures: entry.needsPictures ?? false,
    requested_pictures: requestedPictures,
    resellable: entry.resellable ?? true,
    product_category_v2: 'shoes',
  };
  return {
    entry,
    catalogId,
    wire,
    json: JSON.stringify(wire),
    seed,
    minimumCents: MINIMUM_CENTS,
    maximumCents,
    words: toSlug(`${entry.name} ${entry.brand} ${entry.colorway} ${entry.code}`).split('-'),
    plainCode: entry.code.replace(/[^a-z0-9]/gi, '').toLowerCase(),
  };
}
