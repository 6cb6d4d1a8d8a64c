import { listListings, type ListingPosition, type ListingRequest } from '@/lib/queries/list-listings';
import { LISTING_SORTS, type ListingSort } from '@/lib/queries/listing-order';
import type { Valuation } from '@/lib/queries/valuation';
import { useLive } from '../bridge/use-live';
import type { Sort } from '../ui/sort';
import { useWindow, WINDOW } from '../ui/use-window';

export interface ListingsAsked {
  readonly valuation: Valuation;
  readonly view: ListingRequest['show'];
  readonly position: ListingPosition | undefined;
  readonly query: string;
  readonly sort: Sort;
}

/** A window of the listings asked for, and every id that was found. */
export function useListings({ valuation, view, position, query, sort }: ListingsAsked) {
  const listKey = `${view}|${position}|${query}|${sort.by}|${sort.down}`;
  const [offset, onRange] = useWindow(listKey);
  const live = useLive(
    async (books) => ({
      offset,
      ...(await listListings(books, {
        show: view,
        ...(position === undefined ? {} : { position }),
        search: query,
        sort: { by: sortBy(sort.by), descending: sort.down },
        offset,
        limit: WINDOW,
        valuation,
      })),
    }),
    [listKey, offset, valuation],
  );
  return { listKey, live, onRange };
}

function sortBy(column: string): ListingSort {
  return LISTING_SORTS.find((each) => each === column) ?? 'changed';
}
