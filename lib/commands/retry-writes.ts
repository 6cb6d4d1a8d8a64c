import type { OutboxRow } from '@/lib/db/selling-rows';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { ListingSubject } from '@/lib/domain/listings/listing-subject';
import { isOpenWrite, type Write } from '@/lib/domain/outbox/write';
import { groupKindOf } from './group-kind';
import { planListing } from './list-pairs';
import { replanWrites } from './replan-writes';
import { sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';

type Create = Extract<Write, { kind: 'listing/create' }>;

/**
 * Tries writes again that ended otherwise than wanted: the same intent in a new row, checked anew. A listing that was to
 * be made keeps its decision, so that it is looked for before it is made.
 *
 * Skipped by write: `not-found`, `not-failed`, `by-rule` (a rule decides anew by itself), `conflict` (to be resolved),
 * `already-retried`, and whatever speaks against the wish now.
 */
export async function retryWrites(deps: SellingDeps, writeIds: readonly string[]): Promise<Accepted> {
  const { db } = deps;
  const ids = [...new Set(writeIds)];
  return db.transaction('rw', sellingTables(db), async () => {
    const rows = await db.outbox.bulkGet(ids);
    const refused = ids.map((_, nth) => refusal(rows[nth]));
    const retried = rows.filter((row, nth) => row !== undefined && refused[nth] === null).flatMap((row) => row ?? []);
    const planned = new Map((await replan(deps, retried)).map((each) => [each.id, each]));
    const kind = await groupKindOf(db, retried);
    return sendWrites(
      deps,
      { kind, summary: 'Tried again' },
      ids.map((id, nth): Planned => {
        const code = refused[nth] ?? null;
        return code === null ? (planned.get(id) ?? { id, code: 'not-found' }) : { id, code };
      }),
    );
  });
}

/** Why a write is not tried again; null: it is. */
function refusal(row: OutboxRow | undefined): string | null {
  if (row === undefined) return 'not-found';
  if (isOpenWrite(row.state) || row.state === 'confirmed') return 'not-failed';
  if (row.by === 'rule') return 'by-rule';
  return row.conflict === null ? null : 'conflict';
}

async function replan(deps: SellingDeps, rows: readonly OutboxRow[]): Promise<readonly Planned[]> {
  const creates = rows.filter(({ kind }) => kind === 'listing/create');
  const others = rows.filter(({ kind }) => kind !== 'listing/create');
  return [...(await replanCreates(deps, creates)), ...(await replanWrites(deps, others, (row) => row.write))];
}

async function replanCreates(deps: SellingDeps, rows: readonly OutboxRow[]): Promise<readonly Planned[]> {
  if (rows.length === 0) return [];
  const decisions = await rowsByKey(
    deps.db.outbox,
    'decisionId',
    rows.map(({ decisionId }) => decisionId),
  );
  const settled = new Set(
    decisions.filter(({ state }) => state === 'confirmed' || isOpenWrite(state)).map(({ decisionId }) => decisionId),
  );
  const drafts = await deps.readDrafts(rows.map(({ entityId }) => entityId));
  const subjects = new Map(drafts.map((subject) => [subject.pair.id, subject]));
  return rows.map((row) => {
    if (settled.has(row.decisionId)) return { id: row.id, code: 'already-retried' };
    const { write } = row;
    if (write.kind !== 'listing/create') return { id: row.id, code: 'not-found' };
    const made = planListing(orderOf(write), forRetry(subjects.get(row.entityId)));
    if (typeof made === 'string') return { id: row.id, code: made };
    return { id: row.id, write: { entityId: row.entityId, decisionId: row.decisionId, write: made } };
  });
}

/** What was said when it was asked for counts; that an offer came up since was not. */
function orderOf({ pairId, draft, activate, belowFloor = true, intoOffer = false }: Create) {
  return { ...draft, pairId, activate, belowFloor, intoOffer };
}

/** A listing of whose making nothing is known is what a retry is for: it is looked for first. */
function forRetry(subject: ListingSubject | undefined): ListingSubject | undefined {
  return subject?.offer === 'earlier-unclear' ? { ...subject, offer: 'none' } : subject;
}
