import type { ArchvdDatabase } from '@/lib/db/database';
import { isLive } from '@/lib/domain/listings/listing-state';
import { toUsSize } from '@/lib/domain/sizes/allowed-sizes';
import type { Instant } from '@/lib/domain/time/instant';

/** What a rule's scope can be picked from: what is for sale now, each once and in order. */
export interface ScopeChoices {
  readonly brands: readonly string[];
  readonly styleCodes: readonly string[];
  readonly usSizes: readonly number[];
  readonly tags: readonly string[];
  /** Experiments that run now. */
  readonly experiments: readonly { readonly id: string; readonly name: string }[];
}

export async function scopeChoices(db: ArchvdDatabase, now: Instant): Promise<ScopeChoices> {
  const [active, products, pairs, experiments] = await Promise.all([
    db.listings.where('status').equals('active').toArray(),
    db.products.toArray(),
    db.inventory.where('status').equals('listed').toArray(),
    db.experiments.orderBy('startedAt').toArray(),
  ]);
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  const found = { brands: new Set<string>(), styleCodes: new Set<string>(), usSizes: new Set<number>() };
  for (const listing of active) {
    if (!isLive(listing)) continue;
    const product = productOf.get(listing.catalogId);
    const usSize = product === undefined ? null : toUsSize(product, listing.size);
    if (product !== undefined && product.brand !== '') found.brands.add(product.brand);
    if (listing.styleCode !== null) found.styleCodes.add(listing.styleCode);
    if (usSize !== null) found.usSizes.add(usSize);
  }
  const byName = (a: string, b: string) => a.localeCompare(b, 'en');
  return {
    brands: [...found.brands].toSorted(byName),
    styleCodes: [...found.styleCodes].toSorted(byName),
    usSizes: [...found.usSizes].toSorted((a, b) => a - b),
    tags: [...new Set(pairs.flatMap(({ tags }) => tags))].toSorted(byName),
    experiments: experiments
      .filter(({ endsAt, stoppedAt }) => endsAt > now && stoppedAt === null)
      .map(({ id, name }) => ({ id, name })),
  };
}
