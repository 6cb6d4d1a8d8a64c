import { readListingDrafts, type ListingDraft } from '@/lib/queries/listing-drafts';
import type { Valuation } from '@/lib/queries/valuation';
import { useLive, type Live } from '../bridge/use-live';

/** Pairs that are to be listed, with all that is checked before it. */
export function useListingDrafts(
  pairIds: readonly string[],
  valuation: Valuation | null,
): Live<readonly ListingDraft[] | null> {
  return useLive(
    async (books) => (valuation === null ? null : readListingDrafts(books, pairIds, valuation)),
    [pairIds.join(','), valuation],
  );
}
