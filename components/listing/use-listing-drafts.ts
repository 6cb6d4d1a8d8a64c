import type { Condition, Packaging } from '@/lib/domain/listings/listing';
import type { ListedAs } from '@/lib/domain/listings/listing-subject';
import { readListingDrafts, type ListingDraft } from '@/lib/queries/listing-drafts';
import type { Valuation } from '@/lib/queries/valuation';
import { useLive, type Live } from '../bridge/use-live';
import type { ListingFields } from './wish';

/**
 * Pairs that are to be listed, with all that is checked before it.
 *
 * @param as in which condition and box; left out: each as it is
 */
export function useListingDrafts(
  pairIds: readonly string[],
  valuation: Valuation | null,
  as?: ListedAs,
): Live<readonly ListingDraft[] | null> {
  return useLive(
    async (books) => {
      if (valuation === null) return null;
      const wished = as === undefined ? [] : pairIds.map((id) => [id, as] as const);
      return readListingDrafts(books, pairIds, valuation, new Map(wished));
    },
    [pairIds.join(','), valuation, as?.condition, as?.packaging],
  );
}

/** A draft with the market of the condition and box that are chosen in its form. */
export function useDraftAs(
  draft: ListingDraft,
  valuation: Valuation,
  { condition, packaging }: Pick<ListingFields, 'condition' | 'packaging'>,
): ListingDraft {
  const as = { condition: condition as Condition, packaging: packaging as Packaging };
  return useListingDrafts([draft.pair.id], valuation, as).value?.[0] ?? draft;
}
