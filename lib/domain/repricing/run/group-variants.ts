import type { PricedListing } from '../decision';
import type { Draft } from './draft';

/** Listings of a run that compete as the same thing: product, size, condition and box. */
export interface VariantGroup {
  readonly drafts: readonly Draft[];
  /** Those whose listing is live. */
  readonly live: readonly Draft[];
}

interface Growing extends VariantGroup {
  readonly drafts: Draft[];
  readonly live: Draft[];
}

/** Product and size are looked up one after the other: a key of all four would have to be written for each listing. */
export function groupVariants(drafts: readonly Draft[]): readonly VariantGroup[] {
  const products = new Map<string, Map<number | null, Growing[]>>();
  const all: VariantGroup[] = [];
  for (const draft of drafts) {
    const { listing } = draft.input;
    const kinds = kindsOf(products, listing);
    let group = kinds.find(({ drafts: [first] }) => first !== undefined && isSameKind(first.input.listing, listing));
    if (group === undefined) {
      group = { drafts: [], live: [] };
      kinds.push(group);
      all.push(group);
    }
    group.drafts.push(draft);
    if (listing.status === 'active') group.live.push(draft);
  }
  return all;
}

function kindsOf(products: Map<string, Map<number | null, Growing[]>>, listing: PricedListing): Growing[] {
  const { catalogId, usSize } = listing;
  let sizes = products.get(catalogId);
  if (sizes === undefined) {
    sizes = new Map();
    products.set(catalogId, sizes);
  }
  let kinds = sizes.get(usSize);
  if (kinds === undefined) {
    kinds = [];
    sizes.set(usSize, kinds);
  }
  return kinds;
}

function isSameKind(a: PricedListing, b: PricedListing): boolean {
  return a.condition === b.condition && a.packaging === b.packaging;
}
