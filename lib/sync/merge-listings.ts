import type { Pair, PairStatus } from '@/lib/domain/inventory/pair';
import { UNTOLD } from '@/lib/domain/inventory/untold';
import type { Listing, ListingFacts, ListingStatus } from '@/lib/domain/listings/listing';
import type { Instant } from '@/lib/domain/time/instant';
import { sameFacts } from './same-facts';

interface ListingMerge {
  readonly facts: readonly ListingFacts[];
  readonly known: ReadonlyMap<string, Listing>;
  readonly pairs: ReadonlyMap<string, Pair>;
  /** Listings the companion made itself: the pair each is for; null for one that is there a second time. */
  readonly made: ReadonlyMap<string, Pair | null>;
  readonly now: Instant;
  newId(): string;
}

interface ListingMergeResult {
  readonly listings: readonly Listing[];
  readonly pairs: readonly Pair[];
}

/**
 * What a page of listings changes. Facts of the marketplace win over ours; what only the seller knows (cost, notes)
 * lives on the pair and is never touched. A listing without a local pair makes one with its cost unknown.
 *
 * `known` and `made` are keyed by external listing id, `pairs` by `goatListingId`.
 */
export function mergeListings(input: ListingMerge): ListingMergeResult {
  const listings: Listing[] = [];
  const pairs: Pair[] = [];
  for (const facts of input.facts) {
    const known = input.known.get(facts.externalId);
    const listing = mergeListing(facts, known, input);
    if (listing !== null) listings.push(listing);
    const made = input.made.get(facts.externalId);
    // One that is there twice offers no pair of its own.
    if (made === null) continue;
    const pair = mergePair(facts, made ?? input.pairs.get(facts.externalId), input);
    if (pair !== null) pairs.push(pair);
  }
  return { listings, pairs };
}

function mergeListing(facts: ListingFacts, known: Listing | undefined, input: ListingMerge): Listing | null {
  const deletedAt = facts.status === 'deleted' ? (known?.deletedAt ?? input.now) : null;
  if (known === undefined) {
    return { id: input.newId(), createdAt: input.now, updatedAt: input.now, ...facts, missingSince: null, deletedAt };
  }
  if (known.missingSince === null && known.deletedAt === deletedAt && sameFacts(facts, known)) return null;
  return { ...known, ...facts, updatedAt: input.now, missingSince: null, deletedAt };
}

/** null: nothing to write. */
function mergePair(facts: ListingFacts, known: Pair | undefined, input: ListingMerge): Pair | null {
  if (known === undefined) return offersPair(facts.status) ? pairOfListing(facts, input) : null;
  const told = { ...identityOf(facts), status: pairStatus(facts.status, known.status) };
  // What alias offers is no pair of the bin: a sale of it would come out of nowhere.
  const deletedAt = offersPair(facts.status) ? null : known.deletedAt;
  const styleCode = told.styleCode ?? known.styleCode;
  const changes = { ...told, deletedAt, styleCode, goatListingId: facts.externalId };
  return sameFacts(changes, known) ? null : { ...known, ...changes, updatedAt: input.now };
}

/** What shoes a listing offers. A pair that came from an order or a ledger only guessed at some of it. */
function identityOf(facts: ListingFacts): Pick<Pair, 'catalogId' | 'styleCode' | 'size' | 'condition' | 'packaging'> {
  const { catalogId, styleCode, size, condition, packaging } = facts;
  return { catalogId, styleCode, size, condition, packaging };
}

/** A listing that was sold or deleted before we ever saw it tells nothing about stock. */
function offersPair(status: ListingStatus): boolean {
  return status !== 'deleted' && status !== 'sold';
}

/**
 * A listing moves its pair between stock and shelf; a pair that left the seller's hands is moved by orders and people
 * only. That a listing was sold moves nothing either: whether it was, and still is, orders tell.
 */
function pairStatus(listing: ListingStatus, pair: PairStatus): PairStatus {
  if (listing === 'sold' || (pair !== 'in-stock' && pair !== 'listed')) return pair;
  return listing === 'inactive' || listing === 'deleted' ? 'in-stock' : 'listed';
}

function pairOfListing(facts: ListingFacts, input: ListingMerge): Pair {
  return {
    ...UNTOLD,
    id: input.newId(),
    createdAt: input.now,
    updatedAt: input.now,
    deletedAt: null,
    status: pairStatus(facts.status, 'in-stock'),
    origin: 'listing',
    ...identityOf(facts),
    name: '',
    brand: '',
    goatListingId: facts.externalId,
  };
}
