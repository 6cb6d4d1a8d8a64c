import { invalid } from '../http/refusal';
import type { Query } from '../http/query';
import { listingStatus, type WireListing } from '../world/wire';
import type { World } from '../world/world';

type Test = (listing: WireListing) => boolean;

const shortStatuses: Record<string, string> = listingStatus;
const gone: readonly string[] = [listingStatus.deleted, listingStatus.sold];

/** Facets of one kind widen, different kinds narrow. Sold and deleted listings show only when asked for. */
function facetTests(facets: readonly string[]): Test[] {
  const kinds = new Map<string, Test[]>();
  for (const facet of facets) {
    const [kind = '', ...rest] = facet.split(':');
    kinds.set(kind, [...(kinds.get(kind) ?? []), facetTest(kind, rest.join(':'))]);
  }
  const tests = [...kinds.values()].map(
    (any): Test =>
      (listing) =>
        any.some((test) => test(listing)),
  );
  return kinds.has('status') ? tests : [...tests, (listing) => !gone.includes(listing.status)];
}

function facetTest(kind: string, value: string): Test {
  if (kind === 'status') {
    const status = shortStatuses[value];
    if (status === undefined) throw invalid(`unknown status ${value}`);
    return (listing) => listing.status === status;
  }
  if (kind === 'consigned') return (listing) => String(listing.consigned) === value;
  if (kind === 'metadata' && value.includes('=')) {
    const at = value.indexOf('=');
    return (listing) => listing.metadata[value.slice(0, at)] === value.slice(at + 1);
  }
  throw invalid(`unknown facet filter ${kind}`);
}

function numericTest(filter: string): Test {
  const found = /^(price_cents|size)\s*(>=|<=|!=|=|>|<)\s*(\d+(?:\.\d+)?)$/.exec(filter);
  if (found === null) throw invalid(`invalid numeric filter ${filter}`);
  const [, name, operator] = found;
  const bound = Number(found[3]);
  const read = (listing: WireListing): number => (name === 'size' ? listing.size : Number(listing.price_cents));
  switch (operator) {
    case '>=':
      return (listing) => read(listing) >= bound;
    case '<=':
      return (listing) => read(listing) <= bound;
    case '>':
      return (listing) => read(listing) > bound;
    case '<':
      return (listing) => read(listing) < bound;
    case '!=':
      return (listing) => read(listing) !== bound;
    default:
      return (listing) => read(listing) === bound;
  }
}

function searchTest(world: World, term: string): Test {
  const words = term
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '');
  return (listing) => {
    const text = `${world.catalogue.get(listing.catalog_id)?.wire.name ?? ''} ${listing.sku}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

const sortKeys: Record<string, (listing: WireListing) => number | string> = {
  SIZE: (listing) => listing.size,
  PRICE: (listing) => Number(listing.price_cents),
  UPDATED_AT: (listing) => listing.updated_at,
  CREATED_AT: (listing) => listing.created_at,
};

function sorted(
  rows: readonly WireListing[],
  by: string | undefined,
  order: string | undefined,
): readonly WireListing[] {
  if (by === undefined) return rows;
  const prefix = 'SEARCH_LISTING_REQUEST_ORDER_';
  const key = sortKeys[by.replace(`${prefix}SORT_BY_`, '')];
  if (key === undefined || !by.startsWith(prefix)) throw invalid('order.sort_by is not valid');
  const sign = order === `${prefix}ORDER_BY_ASC` ? 1 : -1;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0));
}

/** The listings a query asks for, newest first unless sorted otherwise. */
export function searchListings(world: World, query: Query): readonly WireListing[] {
  const facets = query.all('facet_filters');
  const numbers = query.all('numeric_filters');
  const term = query.text('search_term');
  const by = query.text('order.sort_by');
  const order = query.text('order.order_by');
  const tests = [
    ...facetTests(facets),
    ...numbers.map(numericTest),
    ...(term === undefined ? [] : [searchTest(world, term)]),
  ];
  return world.listings.view(JSON.stringify([facets, numbers, term, by, order]), (rows) =>
    sorted(
      rows.filter((listing) => tests.every((test) => test(listing))),
      by,
      order,
    ),
  );
}
