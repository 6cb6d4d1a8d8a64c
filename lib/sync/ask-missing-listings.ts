import { appendActivity } from '@/lib/db/repositories/activity';
import { hasCode, isOfOneThing } from '@/lib/domain/errors/market-error';
import type { Listing, ListingFacts } from '@/lib/domain/listings/listing';
import { commit } from './commit';
import { listingTables, writeListings } from './commit-listings';
import { callOptions, noteAnswer, type SyncDeps, type SyncRun, type SyncVerdict } from './sync-run';

/** Each costs a request, so they are taken in small portions that commit by themselves. */
const PORTION = 10;

/**
 * Asks for each marked listing by itself. Only alias's own word that it is gone (404, or status DELETED) makes it
 * deleted; any other trouble with one listing leaves that one marked for the next run and stops none of the others.
 */
export async function askMissingListings(deps: SyncDeps, run: SyncRun): Promise<SyncVerdict> {
  const marked = await deps.db.listings.where('missingSince').above(0).toArray();
  let settled = false;
  for (let at = 0; at < marked.length; at += PORTION) {
    const answers: ListingAnswer[] = [];
    for (const listing of marked.slice(at, at + PORTION)) answers.push(await askListing(deps, run, listing));
    await record(deps, run, answers);
    settled ||= answers.some((answer) => answer.kind !== 'unreadable');
    // The next turn begins at the front again: without any progress it would ask the same ones for ever.
    if (run.shouldYield()) return settled ? 'more' : 'done';
  }
  return 'done';
}

type ListingAnswer =
  | { readonly kind: 'found'; readonly facts: ListingFacts }
  | { readonly kind: 'gone'; readonly listing: Listing }
  | { readonly kind: 'unreadable' };

async function askListing(deps: SyncDeps, run: SyncRun, listing: Listing): Promise<ListingAnswer> {
  try {
    const answer = await deps.marketplace.getListing(listing.externalId, callOptions(run));
    noteAnswer(run.tally, answer.origin);
    return { kind: 'found', facts: answer.value };
  } catch (error) {
    run.tally.requests += 1;
    if (hasCode(error, 'not-found')) return { kind: 'gone', listing };
    if (isOfOneThing(error) || hasCode(error, 'forbidden')) return { kind: 'unreadable' };
    throw error;
  }
}

async function record(deps: SyncDeps, run: SyncRun, answers: readonly ListingAnswer[]): Promise<void> {
  const { db } = deps;
  const now = deps.clock.now();
  const found = answers.flatMap((answer) => (answer.kind === 'found' ? [answer.facts] : []));
  const gone = answers.flatMap((answer) => (answer.kind === 'gone' ? [answer.listing] : []));
  const deleted: ListingFacts[] = gone.map((listing) => ({ ...factsOf(listing), status: 'deleted', changedAt: now }));
  await commit(deps, run, {
    tables: [...listingTables(db), db.activity],
    rejected: [],
    now,
    write: async () => {
      const written = await writeListings(deps, [...found, ...deleted], now);
      for (const listing of gone) {
        await appendActivity(db, {
          id: deps.random.id(),
          at: now,
          kind: 'listing/gone',
          by: 'sync',
          entity: { table: 'listings', id: listing.id },
          summary: `alias no longer has the listing of ${listing.rawSku}`,
          facts: { externalId: listing.externalId },
        });
      }
      return written;
    },
  });
}

function factsOf(listing: Listing): ListingFacts {
  const {
    id: _id,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    missingSince: _missing,
    deletedAt: _deleted,
    ...facts
  } = listing;
  return facts;
}
