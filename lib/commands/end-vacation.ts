import type { VacationRow } from '@/lib/db/selling-rows';
import type { Confirmations } from '@/lib/domain/listings/listing-problem';
import { CommandError } from './command-deps';
import { openVacation } from './open-vacation';
import { sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';
import { planSwitches } from './switch-listings';

/** What the person said of listings that would lose money or sell at once. */
interface ComingBack extends Partial<Confirmations> {
  /** Those stay off: the holiday is over without them. */
  readonly leaveRest?: boolean;
}

/** Nothing can be decided about it while it is being changed. */
const IN_CHANGE = 'write-under-way';
/** To be decided by the person: at another price, all the same, or not at all. */
const UNDECIDED: ReadonlySet<string> = new Set(['would-sell-at-once', 'below-floor']);

/**
 * The seller is back: exactly the listings that were taken off go on sale again, save those that are sold or gone, are on
 * sale already, or that a person has taken off anew meanwhile (`changed-meanwhile`).
 *
 * Offers and costs moved meanwhile: what would be taken by an offer at once (`would-sell-at-once`), or lies below its
 * floor now (`below-floor`), stays off until the person says so. For these, and for those that are just being changed, the
 * holiday stays on, so that it can be ended once more and none is forgotten.
 *
 * @throws CommandError `not-allowed` when the seller is not away
 */
export async function endVacation(deps: SellingDeps, said: ComingBack = {}): Promise<Accepted> {
  const { db } = deps;
  return db.transaction('rw', sellingTables(db), async () => {
    const vacation = await openVacation(db);
    if (vacation === null) throw new CommandError('not-allowed', 'No holiday is on. Nothing was changed.');
    const changed = await changedMeanwhile(deps, vacation);
    const { belowFloor = false, intoOffer = false, leaveRest = false } = said;
    const words = () => ({ belowFloor, intoOffer });
    const planned = (await planSwitches(deps, 'activate', vacation.listingIds, words)).map((each): Planned => {
      return isStillTheirs(each, changed) ? each : { id: each.id, code: 'changed-meanwhile' };
    });
    const sent = await sendWrites(deps, { kind: 'vacation-end', summary: 'On sale again after the holiday' }, planned);
    const waits = (code: string) => code === IN_CHANGE || (!leaveRest && UNDECIDED.has(code));
    const waiting = new Set(sent.skipped.flatMap(({ id, code }) => (waits(code) ? [id] : [])));
    const left = vacation.listingIds.filter((id) => waiting.has(id));
    await db.vacations.put({
      ...vacation,
      listingIds: left.length > 0 ? left : vacation.listingIds,
      endedAt: left.length > 0 ? null : deps.now(),
      endGroupId: sent.groupId ?? vacation.endGroupId,
    });
    return sent;
  });
}

/** Of what a person wants otherwise by now, no reason but that is told. */
function isStillTheirs(each: Planned, changed: ReadonlySet<string>): boolean {
  return !changed.has(each.id) || ('code' in each && !UNDECIDED.has(each.code));
}

/** Those a person put on sale during the holiday, here or on alias, and took off again: that is how they want them. */
async function changedMeanwhile({ db }: SellingDeps, vacation: VacationRow): Promise<ReadonlySet<string>> {
  const ids = vacation.listingIds;
  const listings = await db.listings.bulkGet([...ids]);
  const changed = new Set<string>();
  for (const listing of listings) {
    const at = listing?.activatedAt ?? null;
    // Compared with what it was as well: alias's clock and ours need not agree.
    if (listing === undefined || at === null || at === vacation.activated?.[listing.id]) continue;
    if (at > vacation.startedAt) changed.add(listing.id);
  }
  const wanted = new Set(ids);
  const writes = await db.outbox
    .where('state')
    .equals('confirmed')
    .filter(({ kind, createdAt }) => kind === 'listing/deactivate' && createdAt >= vacation.startedAt)
    .toArray();
  const groups = await db.writeGroups.bulkGet([...new Set(writes.map(({ groupId }) => groupId))]);
  const ours = new Set(groups.flatMap((group) => (group?.kind === 'vacation-start' ? [group.id] : [])));
  for (const { entityId, groupId } of writes) if (wanted.has(entityId) && !ours.has(groupId)) changed.add(entityId);
  return changed;
}
