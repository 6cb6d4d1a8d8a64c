import { openWritesAbout } from '@/lib/db/repositories/open-writes';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Confirmations } from '@/lib/domain/listings/listing-problem';
import type { Write } from '@/lib/domain/outbox/write';
import { planPrice } from './plan-price';
import type { SellingDeps } from './selling-deps';
import type { Planned } from './send-writes';
import { planSwitches, type Switch } from './switch-listings';

/**
 * Writes that come out of others, each checked as if a person asked for it now: the same guards for every door. What was
 * to be made anew is not for here.
 *
 * @param writeOf what is wanted of the row's listing now; null: nothing, which leaves the row out
 * @returns by the rows' ids
 */
export async function replanWrites(
  deps: SellingDeps,
  rows: readonly OutboxRow[],
  writeOf: (row: OutboxRow) => Write | null,
): Promise<readonly Planned[]> {
  const wanted = rows.flatMap((row) => {
    const write = writeOf(row);
    return write === null ? [] : [{ row, write }];
  });
  const entities = [...new Set(wanted.map(({ row }) => row.entityId))];
  const subjects = new Map((await deps.readListed(entities)).map((subject) => [subject.listing.id, subject]));
  const open = await openWritesAbout(deps.db, entities);
  const switched = await planAllSwitches(deps, wanted);
  const kept = await readKeptPictures(deps, wanted);
  return wanted.map(({ row: { id, entityId }, write }): Planned => {
    if (write.kind === 'listing/create') return { id, code: 'not-found' };
    if (write.kind === 'listing/price')
      return { ...planPrice({ ...write, listingId: entityId }, subjects.get(entityId), open.has(entityId)), id };
    if (write.kind !== 'listing/picture') return { ...(switched.get(`${write.kind} ${entityId}`) ?? MISSING), id };
    if (!kept.has(write.pictureId)) return { id, code: 'not-found' };
    return open.has(entityId) ? { id, code: 'write-under-way' } : { id, write: { entityId, write } };
  });
}

const MISSING = { code: 'not-found' };

type Wanted = readonly { readonly row: OutboxRow; readonly write: Write }[];

async function planAllSwitches(deps: SellingDeps, wanted: Wanted): Promise<ReadonlyMap<string, Planned>> {
  const planned = new Map<string, Planned>();
  for (const kind of ['activate', 'deactivate', 'delete'] satisfies Switch[]) {
    const rows = wanted.filter(({ write }) => write.kind === `listing/${kind}`).map(({ row }) => row);
    const ids = [...new Set(rows.map(({ entityId }) => entityId))];
    const said = new Map(wanted.map(({ row, write }) => [row.entityId, wordsOf(write)]));
    const wordsFor = (id: string) => said.get(id) ?? UNSAID;
    for (const each of await planSwitches(deps, kind, ids, wordsFor)) planned.set(`listing/${kind} ${each.id}`, each);
  }
  return planned;
}

const UNSAID: Confirmations = { belowFloor: false, intoOffer: false };

/** What was said when it was asked for counts still. */
function wordsOf(write: Write): Confirmations {
  if (write.kind !== 'listing/activate') return UNSAID;
  const { belowFloor = false, intoOffer = false } = write;
  return { belowFloor, intoOffer };
}

async function readKeptPictures({ db }: SellingDeps, wanted: Wanted): Promise<ReadonlySet<string>> {
  const ids = wanted.flatMap(({ write }) => (write.kind === 'listing/picture' ? [write.pictureId] : []));
  const pictures = await db.listingPictures.bulkGet(ids);
  return new Set(pictures.flatMap((each) => (each === undefined || each.dataUrl === null ? [] : [each.id])));
}
