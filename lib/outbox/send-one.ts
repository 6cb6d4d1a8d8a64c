import type { ListingPictureRow, OutboxRow } from '@/lib/db/selling-rows';
import { isMarketError } from '@/lib/domain/errors/market-error';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import { KEY } from './archvd-key';
import { madeListing } from './made-listing';
import { picturesOf } from './lane';
import type { Turn } from './outbox-run';
import { ended, lost } from './row-changes';
import { findByKey } from './find-by-key';
import type { Sent } from './take-back';
import { settleWrites } from './settle-writes';

/** Sends what no batch takes: a listing with defects, a picture. One row at a time; the answer is the outcome. */
export async function sendOne(
  turn: Turn,
  lane: 'create-one' | 'picture',
  rows: readonly OutboxRow[],
): Promise<Extract<Sent, { kind: 'settled' }>> {
  for (const row of rows) await (lane === 'picture' ? sendPicture(turn, row) : sendDraft(turn, row));
  return { kind: 'settled' };
}

async function sendDraft(turn: Turn, row: OutboxRow): Promise<void> {
  const { write, decisionId } = row;
  if (write.kind !== 'listing/create') return;
  const { pictureIds: _pictures, ...draft } = write.draft;
  const metadata = { [KEY]: decisionId };
  const { value } = await turn.ask((options) =>
    turn.deps.marketplace.createListing({ ...draft, activate: false, metadata }, options),
  );
  // The browser may have sent it twice and shown us the second answer only.
  const found = await twins(turn, decisionId);
  const outcome =
    found === null
      ? { row, change: lost(turn.now()), listing: value }
      : await madeListing(turn, row, [value, ...found]);
  await settleWrites(turn, [outcome]);
}

/** null: it cannot be told now, so it is looked for later, as if the answer had been lost. */
async function twins(turn: Turn, decisionId: string): Promise<readonly ListingFacts[] | null> {
  try {
    return await findByKey(turn, decisionId);
  } catch (error) {
    if (isMarketError(error)) return null;
    throw error;
  }
}

async function sendPicture(turn: Turn, row: OutboxRow): Promise<void> {
  const { db, marketplace } = turn.deps;
  const pictures = await db.listingPictures.bulkGet([...picturesOf(row)]);
  const next = pictures.find((picture) => picture !== undefined && isWaiting(picture));
  const { externalId } = row;
  if (next === undefined || next.dataUrl === null || externalId === null) {
    await settleWrites(turn, [{ row, change: { state: 'pending', lease: null, attempts: 0, nextAt: turn.now() } }]);
    return;
  }
  const base64 = /^data:image\/(?:jpeg|png);base64,(.+)$/.exec(next.dataUrl)?.[1];
  if (base64 === undefined) {
    await settleWrites(turn, [{ row, change: ended('rejected', 'refused', 'The picture cannot be read.') }]);
    return;
  }
  const order = next.order === null ? {} : { order: next.order };
  const draft = { externalListingId: externalId, type: next.type, ...order, source: { base64 } };
  const { value } = await turn.ask((options) => marketplace.addPicture(draft, options));
  // The next claim sees what is left: another picture, the activation, or nothing.
  const change = { state: 'pending', lease: null, attempts: 0, nextAt: turn.now() } as const;
  await settleWrites(turn, [{ row, change, picture: { id: next.id, externalId: value.externalId } }]);
}

function isWaiting(picture: ListingPictureRow): boolean {
  return picture.externalId === null && picture.dataUrl !== null;
}
