import { describe, expect, test } from 'vitest';
import { makeListing } from '@/tests/fixtures/builders';
import { listedOnce, newestOf } from '@/tests/fixtures/asked-writes';
import { addListed, carryOut, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { switchListings } from './switch-listings';
import { undoWrites } from './undo-writes';

describe('taking back what was done to a listing', () => {
  test('on sale and off turn round; a deletion does not; a new listing is taken away', async () => {
    const deps = await makeSellingDeps();
    const [on, off, gone] = [
      await addListed(deps, { status: 'inactive' }),
      await addListed(deps),
      await addListed(deps),
    ];
    const { groupId: activated } = await switchListings(deps, 'activate', [on.listing.id]);
    const { groupId: deactivated } = await switchListings(deps, 'deactivate', [off.listing.id]);
    const { groupId: deleted } = await switchListings(deps, 'delete', [gone.listing.id]);
    const { groupId: made, pair } = await listedOnce(deps);
    await carryOut(deps, await outboxOf(deps));
    deps.push(1000);
    expect(await undoWrites(deps, activated ?? '')).toMatchObject({ accepted: 1 });
    expect(await undoWrites(deps, deactivated ?? '')).toMatchObject({ accepted: 1 });
    expect(await undoWrites(deps, deleted ?? '')).toMatchObject({ skipped: [{ code: 'cannot-be-undone' }] });
    expect(await undoWrites(deps, made)).toMatchObject({ accepted: 1 });
    const externalId = (await deps.db.inventory.get(pair.id))?.goatListingId;
    const pending = (await outboxOf(deps)).filter(({ state }) => state === 'pending').map(({ write }) => write);
    expect(pending).toContainEqual({ kind: 'listing/deactivate', externalId: on.listing.externalId });
    expect(pending).toContainEqual({ kind: 'listing/activate', externalId: off.listing.externalId });
    expect(pending).toContainEqual({ kind: 'listing/delete', externalId });
    expect(pending).toHaveLength(3);
  });

  test('a listing that is made but not yet on sale goes no further, and away', async () => {
    const deps = await makeSellingDeps();
    const { row, pair, groupId } = await listedOnce(deps);
    const made = makeListing({ externalId: 'made', status: 'pending', metadata: { archvd: row.decisionId } });
    await deps.db.listings.add(made);
    await deps.db.inventory.update(pair.id, { goatListingId: 'made' });
    await deps.db.outbox.update(row.id, { externalId: 'made' });
    expect(await undoWrites(deps, groupId)).toMatchObject({ accepted: 1, skipped: [] });
    expect(await deps.db.outbox.get(row.id)).toMatchObject({ state: 'superseded' });
    expect(await newestOf(deps)).toMatchObject({
      entityId: made.id,
      write: { kind: 'listing/delete', externalId: 'made' },
    });
  });
});
