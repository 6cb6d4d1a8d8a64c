import type { ListingFacts, ListingStatus } from '@/lib/domain/listings/listing';
import { KEY } from './archvd-key';
import type { Turn } from './outbox-run';

const PAGE_SIZE = 50;
/** Deleted and sold listings only show when they are asked for. */
const STANDINGS: readonly (Extract<ListingStatus, 'deleted' | 'sold'> | null)[] = [null, 'sold', 'deleted'];

/** Every listing that was made for this decision, oldest first, whatever became of it. */
export async function findByKey(turn: Turn, decisionId: string): Promise<readonly ListingFacts[]> {
  const found = new Map<string, ListingFacts>();
  for (const status of STANDINGS) {
    const filter = { metadata: { key: KEY, value: decisionId }, ...(status === null ? {} : { status }) };
    const page = await turn.ask((options) =>
      turn.deps.marketplace.listListings(filter, { token: null, pageSize: PAGE_SIZE }, options),
    );
    for (const listing of page.items) {
      // A filter that is not understood would answer with everything.
      if (listing.metadata[KEY] === decisionId) found.set(listing.externalId, listing);
    }
    if (found.size > 0) break;
  }
  return [...found.values()].toSorted((a, b) => a.listedAt - b.listedAt || (a.externalId < b.externalId ? -1 : 1));
}
