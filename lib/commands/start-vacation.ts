import { openWrites } from '@/lib/db/repositories/open-writes';
import type { VacationRow } from '@/lib/db/selling-rows';
import type { Listing } from '@/lib/domain/listings/listing';
import { isGone, isLive } from '@/lib/domain/listings/listing-state';
import { CommandError } from './command-deps';
import { openVacation } from './open-vacation';
import { sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';

/**
 * The seller is away: every live listing is taken off sale, and which they were is written down in the same transaction.
 * What is just being changed is skipped as `write-under-way`, stays on sale, and is not one of them; pairs that are on
 * their way to being on sale are told as `being-listed`.
 *
 * @throws CommandError `not-allowed` while the seller is away already
 */
export async function startVacation(deps: SellingDeps): Promise<Accepted> {
  const { db } = deps;
  return db.transaction('rw', sellingTables(db), async () => {
    if ((await openVacation(db)) !== null)
      throw new CommandError('not-allowed', 'The holiday is on already. Nothing was changed.');
    const active = await db.listings.where('status').equals('active').toArray();
    const live = [...active.filter(isLive), ...(await comingOnSale(deps))];
    const planned: Planned[] = live.map(({ id, externalId }) => ({
      id,
      write: { entityId: id, write: { kind: 'listing/deactivate', externalId } },
    }));
    const coming = await pairsBeingListed(deps);
    const command = { kind: 'vacation-start', summary: 'Off sale for the holiday' } as const;
    const sent = await sendWrites(deps, command, [...planned, ...coming]);
    const left = new Set(sent.skipped.map(({ id }) => id));
    const vacation: VacationRow = {
      id: deps.newId(),
      startedAt: deps.now(),
      endedAt: null,
      listingIds: live.map(({ id }) => id).filter((id) => !left.has(id)),
      activated: Object.fromEntries(live.map(({ id, activatedAt }) => [id, activatedAt])),
      startGroupId: sent.groupId,
      endGroupId: null,
    };
    await db.vacations.add(vacation);
    return sent;
  });
}

/** What waits to be put on sale would be so in the middle of the holiday: it is one of them. */
async function comingOnSale({ db }: SellingDeps): Promise<readonly Listing[]> {
  const open = await openWrites(db).toArray();
  const ids = open.flatMap(({ entityId, kind }) => (kind === 'listing/activate' ? [entityId] : []));
  const listings = await db.listings.bulkGet([...new Set(ids)]);
  return listings.filter((listing) => listing !== undefined).filter((one) => !isLive(one) && !isGone(one));
}

async function pairsBeingListed({ db }: SellingDeps): Promise<readonly Planned[]> {
  const open = await openWrites(db).toArray();
  return open.flatMap(({ entityId, write }) =>
    write.kind === 'listing/create' && write.activate ? [{ id: entityId, code: 'being-listed' }] : [],
  );
}
