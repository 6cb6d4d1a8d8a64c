import { listingStatus, type WireListing } from './wire';

/** The seller's own active listings by variant, cheapest first: they are part of the market they are priced against. */
export interface OwnBook {
  /** To be called after every change of a listing. */
  update(listing: WireListing, key: string): void;
  /** Cheapest active listing of a variant; `consigned` null takes both. */
  cheapest(key: string, consigned: boolean | null): WireListing | undefined;
  /** Variants with at least one active listing. */
  keys(): Iterable<string>;
  /** Grows with every change of a product's own prices. */
  versionOf(catalogId: string): number;
}

/** One size and grade of one model; size in the US number prices are asked by. */
export function variantKey(catalogId: string, us: number, grade: number): string {
  return `${catalogId}|${us}|${grade}`;
}

export function createOwnBook(): OwnBook {
  const byKey = new Map<string, Set<WireListing>>();
  const keyOf = new Map<string, string>();
  const versions = new Map<string, number>();
  return {
    update(listing, key) {
      const before = keyOf.get(listing.id);
      if (before !== undefined) byKey.get(before)?.delete(listing);
      if (before !== undefined && byKey.get(before)?.size === 0) byKey.delete(before);
      keyOf.delete(listing.id);
      if (listing.status === listingStatus.active) {
        const set = byKey.get(key) ?? new Set();
        byKey.set(key, set.add(listing));
        keyOf.set(listing.id, key);
      }
      // A listing moved to another model changes the prices of both.
      const left = before?.slice(0, before.indexOf('|')) ?? listing.catalog_id;
      for (const id of new Set([left, listing.catalog_id])) versions.set(id, (versions.get(id) ?? 0) + 1);
    },
    cheapest(key, consigned) {
      let best: WireListing | undefined;
      for (const listing of byKey.get(key) ?? []) {
        if (consigned !== null && listing.consigned !== consigned) continue;
        if (best === undefined || Number(listing.price_cents) < Number(best.price_cents)) best = listing;
      }
      return best;
    },
    keys: () => [...byKey.keys()],
    versionOf: (catalogId) => versions.get(catalogId) ?? 0,
  };
}
