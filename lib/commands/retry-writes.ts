import type { OutboxRow } from '@/lib/db/selling-rows';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { ListingSubject } from '@/lib/domain/listings/listing-subject';
import { isOpenWrite, isOrderKind, type Write } from '@/lib/domain/outbox/write';
import type { Instant } from '@/lib/domain/time/instant';
import { orderChangeTables } from './change-orders';
import { groupKindOf } from './group-kind';
import { planListing } from './list-pairs';
import { newestWishes } from './newest-wishes';
import { replanWrites } from './replan-writes';
import { retryOrders } from './retry-orders';
import { sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';

type Create = Extract<Write, { kind: 'listing/create' }>;

/**
 * Tries writes again that ended otherwise than wanted: the same intent in a new row, checked anew. A listing that was to
 * be made keeps its decision and begins as unknown when it had been sent, so that it is looked for before it is made.
 *
 * Skipped by write: `not-found`, `not-failed`, `by-rule` (a rule decides anew by itself), `conflict` (to be resolved),
 * `already-retried`, `newer-wish` (something else was asked for since, and that is tried again instead), and whatever speaks
 * against the wish now.
 */
export async function retryWrites(deps: SellingDeps, writeIds: readonly string[]): Promise<Accepted> {
  const { db } = deps;
  const ids = [...new Set(writeIds)];
  return db.transaction('rw', [...new Set([...sellingTables(db), ...orderChangeTables(db)])], async () => {
    const rows = await db.outbox.bulkGet(ids);
    const failed = rows.flatMap((row) => (row !== undefined && refusal(row) === null ? [row] : []));
    const counting = new Set(newestWishes(failed).map(({ id }) => id));
    const older = failed.filter(({ id }) => !counting.has(id)).map(({ id }) => ({ id, code: 'newer-wish' }));
    const orders = failed.filter(({ id, kind }) => counting.has(id) && isOrderKind(kind));
    const sent = await retryOrdersOf(deps, orders);
    const dealtWith = new Set([...older, ...orders].map(({ id }) => id));
    const left = ids.filter((id) => !dealtWith.has(id));
    const listings = left.length === 0 ? NONE : await retryListings(deps, left);
    return {
      groupId: listings.groupId ?? sent.groupId,
      accepted: sent.accepted + listings.accepted,
      skipped: [...sent.skipped, ...listings.skipped, ...older],
    };
  });
}

const NONE: Accepted = { groupId: null, accepted: 0, skipped: [] };

async function retryOrdersOf(deps: SellingDeps, wanted: readonly OutboxRow[]): Promise<Accepted> {
  const sent = await retryOrders(deps, wanted);
  const left = new Set(sent.skipped.map(({ id }) => id));
  const again = wanted.filter(({ id }) => !left.has(id));
  await deps.db.outbox.bulkPut(again.map((row): OutboxRow => ({ ...row, retriedAt: deps.now() })));
  return { ...sent, skipped: oncePerOrder(sent.skipped, wanted) };
}

/** A confirmation and its label are left out for one reason, which is told once. */
function oncePerOrder(skipped: Accepted['skipped'], rows: readonly OutboxRow[]): Accepted['skipped'] {
  const idsOf = new Map(rows.map(({ id, entityId }) => [id, entityId]));
  return [...new Map(skipped.map((each) => [`${idsOf.get(each.id) ?? ''} ${each.code}`, each])).values()];
}

async function retryListings(deps: SellingDeps, ids: readonly string[]): Promise<Accepted> {
  const { db } = deps;
  const rows = await db.outbox.bulkGet([...ids]);
  const refused = ids.map((_, nth) => refusal(rows[nth]));
  const retried = rows.filter((row, nth) => row !== undefined && refused[nth] === null).flatMap((row) => row ?? []);
  const planned = new Map((await replan(deps, retried)).map((each) => [each.id, each]));
  const kind = await groupKindOf(db, retried);
  const sent = await sendWrites(
    deps,
    { kind, summary: 'Tried again' },
    ids.map((id, nth): Planned => {
      const code = refused[nth] ?? null;
      return code === null ? (planned.get(id) ?? { id, code: 'not-found' }) : { id, code };
    }),
  );
  const left = new Set(sent.skipped.map(({ id }) => id));
  const again = retried.filter(({ id }) => !left.has(id));
  await db.outbox.bulkPut(again.map((row): OutboxRow => ({ ...row, retriedAt: deps.now() })));
  return sent;
}

/** Why a write is not tried again; null: it is. */
function refusal(row: OutboxRow | undefined): string | null {
  if (row === undefined) return 'not-found';
  if (isOpenWrite(row.state) || row.state === 'confirmed') return 'not-failed';
  if (row.by === 'rule') return 'by-rule';
  if (row.retriedAt !== undefined) return 'already-retried';
  return row.conflict === null ? null : 'conflict';
}

async function replan(deps: SellingDeps, rows: readonly OutboxRow[]): Promise<readonly Planned[]> {
  const creates = rows.filter(({ kind }) => kind === 'listing/create');
  const others = rows.filter(({ kind }) => kind !== 'listing/create');
  return [...(await replanCreates(deps, creates)), ...(await replanWrites(deps, others, (row) => row.write))];
}

async function replanCreates(deps: SellingDeps, rows: readonly OutboxRow[]): Promise<readonly Planned[]> {
  if (rows.length === 0) return [];
  const tries = await rowsByKey(
    deps.db.outbox,
    'decisionId',
    rows.map(({ decisionId }) => decisionId),
  );
  const drafts = await deps.readDrafts(
    rows.map(({ entityId }) => entityId),
    new Map(rows.flatMap(({ entityId, write }) => (write.kind === 'listing/create' ? [[entityId, write.draft]] : []))),
  );
  const subjects = new Map(drafts.map((subject) => [subject.pair.id, subject]));
  return rows.map((row) => {
    const ofIt = tries.filter(({ decisionId }) => decisionId === row.decisionId);
    return replanCreate(deps, row, ofIt, subjects.get(row.entityId));
  });
}

/** @param tries every row of this decision so far */
function replanCreate(
  deps: SellingDeps,
  { id, write, entityId, decisionId }: OutboxRow,
  tries: readonly OutboxRow[],
  subject: ListingSubject | undefined,
): Planned {
  if (tries.some(({ state }) => state === 'confirmed' || isOpenWrite(state))) return { id, code: 'already-retried' };
  if (write.kind !== 'listing/create') return { id, code: 'not-found' };
  const externalId = tries.find((each) => each.externalId !== null)?.externalId ?? null;
  const isMade = externalId !== null && subject?.pair.goatListingId === externalId;
  const made = planListing(orderOf(write), isMade ? forNextStep(subject) : forRetry(subject));
  if (typeof made === 'string') return { id, code: made };
  const again = { entityId, decisionId, write: made, id: deps.newId() };
  const sentAt = tries.reduce<Instant | null>(
    (last, each) => ((each.sentAt ?? 0) > (last ?? 0) ? each.sentAt : last),
    null,
  );
  if (isMade) return { id, write: again, as: { state: 'pending', sentAt, externalId } };
  // Sent before, and nobody knows what came of it: it is looked for, and only what is found nowhere is made.
  return sentAt === null
    ? { id, write: again }
    : { id, write: again, as: { state: 'unknown', sentAt, externalId: null } };
}

/** What was said when it was asked for counts; that an offer came up since was not. */
function orderOf({ pairId, draft, activate, belowFloor = true, intoOffer = false }: Create) {
  return { ...draft, pairId, activate, belowFloor, intoOffer };
}

/** A listing of whose making nothing is known is what a retry is for: it is looked for first. */
function forRetry(subject: ListingSubject | undefined): ListingSubject | undefined {
  return subject?.offer === 'earlier-unclear' ? { ...subject, offer: 'none' } : subject;
}

/** It is there already, but not on sale: pictures and the last step are left. One that is on sale has had them. */
function forNextStep(subject: ListingSubject): ListingSubject {
  const pictures = subject.pictures.map((picture) => ({ ...picture, isKept: picture.isKept || picture.isUp }));
  return { ...subject, pictures, offer: subject.offer === 'off' ? 'none' : subject.offer };
}
