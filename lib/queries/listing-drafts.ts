import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { isGone, isLive } from '@/lib/domain/listings/listing-state';
import type { ListedAs, ListingSubject, PairOffer, StagedPicture } from '@/lib/domain/listings/listing-subject';
import type { Money } from '@/lib/domain/money/money';
import { isOpenWrite } from '@/lib/domain/outbox/write';
import { readMarket, type MarketLookup } from './market-figures';
import { namedPair } from './named-pair';
import { createValuer, type Valuation } from './valuation';

/** A pair that is to be listed, with all that is checked before it, and what is under way already. */
export interface ListingDraft extends ListingSubject {
  /** The listing it has or had; null: none, or none that was ever read. */
  readonly listing: Listing | null;
  /** What is on its way: its listing being made, or a change of the listing it has. */
  readonly openWrite: OutboxRow | null;
}

/**
 * What the screen and the command both need to list pairs, in the order asked for; a pair that is not in the books is
 * left out. Look-ups by key; of pictures the bytes are read but not kept.
 *
 * @param as in which condition and box pairs are to be listed, where that is another than theirs: asks and offers are of
 * that variant
 */
export async function readListingDrafts(
  db: ArchvdDatabase,
  pairIds: readonly string[],
  valuation: Valuation,
  as: ReadonlyMap<string, ListedAs> = new Map(),
): Promise<readonly ListingDraft[]> {
  const stored = await db.inventory.bulkGet([...new Set(pairIds)]);
  const pairs = stored.flatMap((pair) => (pair === undefined ? [] : [pair]));
  const wished = (pair: Pair): Pair => {
    const { condition, packaging } = as.get(pair.id) ?? pair;
    return { ...pair, condition, packaging };
  };
  const [market, valuer, listings, pictures] = await Promise.all([
    readMarket(db, pairs.map(wished), valuation.regionId),
    createValuer(db, valuation, pairs),
    readListings(db, pairs),
    readPictures(db, pairs),
  ]);
  const [writes, ownAsks] = await Promise.all([readWrites(db, pairs, listings), readOwnAsks(db, pairs, market)]);
  return pairs.map((pair) => {
    const product = market.product(pair.catalogId);
    const listing = listings.get(pair.goatListingId ?? '') ?? null;
    const own = [...(writes.get(pair.id) ?? []), ...(writes.get(listing?.id ?? '') ?? [])];
    const { lowestAsk, highestOffer, readAt } = market.figures(wished(pair));
    return {
      pair: namedPair(pair, product),
      product,
      listing,
      openWrite: own.find(({ state }) => isOpenWrite(state)) ?? null,
      offer: offerOf(pair, listing, own),
      floor: valuer.floor(pair, product),
      basis: valuer.basis(pair),
      ownMaximum: pair.priceMaximum,
      lowestAsk,
      highestOffer,
      readAt,
      ownLowest: ownAsks(wished(pair)),
      pictures: pictures.get(pair.id) ?? [],
    };
  });
}

function offerOf(pair: Pair, listing: Listing | null, writes: readonly OutboxRow[]): PairOffer {
  const creates = writes.filter(({ kind }) => kind === 'listing/create');
  if (creates.some(({ state }) => isOpenWrite(state))) return 'being-listed';
  if (listing !== null && !isGone(listing)) return isLive(listing) || listing.status === 'active' ? 'live' : 'off';
  if (listing === null && pair.status === 'listed') return 'live';
  return creates.some((row) => isUnclear(row, creates, listing)) ? 'earlier-unclear' : 'none';
}

/** Given up after it had been sent, and neither found nor refused since: alias may have that listing. */
function isUnclear(row: OutboxRow, creates: readonly OutboxRow[], listing: Listing | null): boolean {
  if (row.state !== 'dead' || row.sentAt === null) return false;
  if (listing !== null && Object.values(listing.metadata).includes(row.decisionId)) return false;
  const later = creates.filter(({ createdAt }) => createdAt > row.createdAt);
  const isRefused = later.some(({ decisionId, state }) => decisionId === row.decisionId && state === 'rejected');
  return !isRefused && !later.some(({ state }) => state === 'confirmed');
}

async function readListings(db: ArchvdDatabase, pairs: readonly Pair[]): Promise<ReadonlyMap<string, Listing>> {
  const keys = pairs.flatMap(({ goatListingId }) => (goatListingId === null ? [] : [['alias', goatListingId]]));
  const rows = keys.length === 0 ? [] : await rowsByKey(db.listings, '[marketplace+externalId]', keys);
  return new Map(rows.map((listing) => [listing.externalId, listing]));
}

async function readPictures(
  db: ArchvdDatabase,
  pairs: readonly Pair[],
): Promise<ReadonlyMap<string, readonly StagedPicture[]>> {
  const byPair = new Map<string, StagedPicture[]>();
  const ids = pairs.map(({ id }) => id);
  await db.listingPictures
    .where('pairId')
    .anyOf(ids)
    .each(({ id, pairId, type, order, dataUrl, externalId }) => {
      const picture = { id, type, order, isKept: dataUrl !== null, isUp: externalId !== null };
      byPair.set(pairId, [...(byPair.get(pairId) ?? []), picture]);
    });
  return byPair;
}

/** By what they are about: the pair for a listing that is to be made, else the listing. Oldest first. */
async function readWrites(
  db: ArchvdDatabase,
  pairs: readonly Pair[],
  listings: ReadonlyMap<string, Listing>,
): Promise<ReadonlyMap<string, readonly OutboxRow[]>> {
  const byEntity = new Map<string, OutboxRow[]>();
  if ((await db.outbox.count()) === 0) return byEntity;
  const ids = [...pairs.map(({ id }) => id), ...[...listings.values()].map(({ id }) => id)];
  for (const row of await db.outbox.where('entityId').anyOf(ids).toArray())
    byEntity.set(row.entityId, [...(byEntity.get(row.entityId) ?? []), row]);
  return byEntity;
}

/** The lowest live ask of the seller's own for the same size, condition and box, the pair's own listing apart. */
async function readOwnAsks(
  db: ArchvdDatabase,
  pairs: readonly Pair[],
  market: MarketLookup,
): Promise<(pair: Pair) => Money | null> {
  const keys = [...new Set(pairs.flatMap(({ catalogId }) => catalogId ?? []))].map((id) => ['active', id]);
  const rows = keys.length === 0 ? [] : await rowsByKey(db.listings, '[status+catalogId]', keys);
  // Cheapest first, so that the first of a variant that is not the pair's own is the answer, however many there are.
  const byVariant = new Map<string, Listing[]>();
  for (const listing of rows.filter(isLive).toSorted((a, b) => a.price.minor - b.price.minor)) {
    const variant = market.priceId(listing);
    if (variant === null) continue;
    const alike = byVariant.get(variant);
    if (alike === undefined) byVariant.set(variant, [listing]);
    else alike.push(listing);
  }
  return (pair) => {
    const others = byVariant.get(market.priceId(pair) ?? '') ?? [];
    return others.find(({ externalId }) => externalId !== pair.goatListingId)?.price ?? null;
  };
}
