import type { VacationRow } from '@/lib/db/selling-rows';
import { CommandError } from './command-deps';
import { openVacation } from './open-vacation';
import { sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';
import { planSwitches } from './switch-listings';

/**
 * The seller is back: exactly the listings that were taken off go on sale again, save those that are sold or gone, are on
 * sale already, or that a person has taken off anew meanwhile (`changed-meanwhile`).
 *
 * Those that are just being changed cannot be decided upon yet: the holiday stays on for them alone, so that it can be
 * ended once more and none is forgotten.
 *
 * @throws CommandError `not-allowed` when the seller is not away
 */
export async function endVacation(deps: SellingDeps): Promise<Accepted> {
  const { db } = deps;
  return db.transaction('rw', sellingTables(db), async () => {
    const vacation = await openVacation(db);
    if (vacation === null) throw new CommandError('not-allowed', 'No holiday is on. Nothing was changed.');
    const changed = await changedMeanwhile(deps, vacation);
    const planned = (await planSwitches(deps, 'activate', vacation.listingIds)).map((each): Planned => {
      return 'write' in each && changed.has(each.id) ? { id: each.id, code: 'changed-meanwhile' } : each;
    });
    const sent = await sendWrites(deps, { kind: 'vacation-end', summary: 'On sale again after the holiday' }, planned);
    const left = sent.skipped.filter(({ code }) => code === 'write-under-way').map(({ id }) => id);
    await db.vacations.put({
      ...vacation,
      listingIds: left.length > 0 ? left : vacation.listingIds,
      endedAt: left.length > 0 ? null : deps.now(),
      endGroupId: sent.groupId ?? vacation.endGroupId,
    });
    return sent;
  });
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
