import type { OutboxRow } from '@/lib/db/selling-rows';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import { shiftInstant } from '@/lib/domain/time/instant';
import type { ListingFilter } from '@/lib/marketplaces/contract/marketplace';
import type { Page } from '@/lib/marketplaces/contract/page';
import type { Turn } from './outbox-run';
import { CREATED_SKEW_MS, earliestSent, SKEW_MS } from './stray-batches';

/** alias serves at most 50 listings a page. */
const PAGE_SIZE = 50;

interface Scan {
  readonly by: 'created' | 'updated';
  readonly status?: 'deleted';
}

/**
 * Every listing that was made, or changed, since these writes were sent, newest first: pages instead of a request for
 * each. One that is not among them was not touched.
 *
 * @returns null when a page held something unreadable, so that absence proves nothing
 */
export async function scanListings(
  turn: Turn,
  rows: readonly OutboxRow[],
  { by, status }: Scan,
): Promise<readonly ListingFacts[] | null> {
  const since = shiftInstant(earliestSent(rows), by === 'created' ? -CREATED_SKEW_MS : -SKEW_MS);
  const filter: ListingFilter = { sort: { by, order: 'descending' }, ...(status === undefined ? {} : { status }) };
  const found: ListingFacts[] = [];
  let token: string | null = null;
  do {
    const at: string | null = token;
    const page: Page<ListingFacts> = await turn.ask((options) =>
      turn.deps.marketplace.listListings(filter, { token: at, pageSize: PAGE_SIZE }, options),
    );
    if (page.rejected.length > 0) return null;
    found.push(...page.items);
    const oldest = page.items.at(-1);
    if (oldest !== undefined && (by === 'created' ? oldest.listedAt : oldest.changedAt) < since) break;
    token = page.next;
  } while (token !== null);
  return found;
}
