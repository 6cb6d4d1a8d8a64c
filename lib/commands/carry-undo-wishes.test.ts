import { describe, expect, test } from 'vitest';
import { hasOutboxWork } from '@/lib/db/repositories/open-writes';
import { readUndoWishes } from '@/lib/db/repositories/undo-wishes';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { readWriteGroup } from '@/lib/queries/write-groups';
import { listedOnce, NEITHER, newestOf, priced, type SellingTestDeps } from '@/tests/fixtures/asked-writes';
import { makeListing, usd } from '@/tests/fixtures/builders';
import { carryOut, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { carryUndoWishes } from './carry-undo-wishes';
import { retryWrites } from './retry-writes';
import { setPrices } from './set-prices';
import { undoWrites } from './undo-writes';

const carry = (deps: SellingTestDeps) => carryUndoWishes(deps.db, async () => deps);

const rowOf = async (deps: SellingTestDeps, id: string): Promise<OutboxRow[]> =>
  (await outboxOf(deps)).filter((row) => row.id === id);

async function arrive(deps: SellingTestDeps, id: string): Promise<void> {
  await carryOut(deps, await rowOf(deps, id));
  deps.push(1000);
}

describe('what is taken back while it is on its way', () => {
  test.each(['sending', 'unknown'] as const)('%s: it goes back once it has arrived, and once', async (state) => {
    const { deps, id, groupId, listing } = await priced({ state });
    const answer = { groupId: null, accepted: 0, skipped: [{ id, code: 'write-under-way' }] };
    expect(await undoWrites(deps, groupId)).toEqual(answer);
    expect(await deps.db.writeGroups.get(groupId)).toMatchObject({
      undoneBy: null,
      undoWanted: { writeIds: [id], undoneBy: null },
    });
    expect(await undoWrites(deps, groupId), 'pressed again').toEqual(answer);
    await carry(deps);
    expect(await deps.db.outbox.count(), 'nothing has arrived').toBe(1);
    expect(await readWriteGroup(deps.db, groupId)).toMatchObject({ failed: 0, conflicts: 0, problems: [] });
    await arrive(deps, id);
    expect(await hasOutboxWork(deps.db), 'a worker that is born now has something to do').toBe(true);
    await carry(deps);
    await carry(deps);
    const back = await newestOf(deps);
    expect(back).toMatchObject({ entityId: listing.id, write: { from: usd(115), to: usd(120), ...NEITHER } });
    expect(await deps.db.outbox.count()).toBe(2);
    const group = await deps.db.writeGroups.get(groupId);
    expect(group).toMatchObject({ undoneBy: back?.groupId });
    expect(group).not.toHaveProperty('undoWanted');
    expect(await readUndoWishes(deps.db)).toEqual([]);
  });

  test('pressed again after it has arrived, it goes back there and then', async () => {
    const { deps, id, groupId } = await priced({ state: 'sending' });
    await undoWrites(deps, groupId);
    await arrive(deps, id);
    expect(await undoWrites(deps, groupId)).toMatchObject({ accepted: 1, skipped: [] });
    await carry(deps);
    expect(await deps.db.outbox.count()).toBe(2);
  });

  test.each(['rejected', 'superseded', 'expired', 'dead'] as const)(
    '%s: there is nothing to go back',
    async (state) => {
      const { deps, id, groupId } = await priced({ state: 'sending' });
      await undoWrites(deps, groupId);
      const conflict = state === 'superseded' ? { price: usd(118), status: 'active' } : null;
      await deps.db.outbox.update(id, { state, conflict });
      await carry(deps);
      expect(await deps.db.outbox.count()).toBe(1);
      const group = await deps.db.writeGroups.get(groupId);
      expect(group).toMatchObject({ undoneBy: null });
      expect(group).not.toHaveProperty('undoWanted');
      expect(await hasOutboxWork(deps.db)).toBe(false);
    },
  );

  test('not taken by alias, it is not sent a second time', async () => {
    const { deps, id, groupId } = await priced({ state: 'sending' });
    await undoWrites(deps, groupId);
    await deps.db.outbox.update(id, { state: 'pending' });
    await carry(deps);
    expect(await rowOf(deps, id)).toMatchObject([{ state: 'superseded', problem: { code: 'cancelled' } }]);
    expect(await deps.db.writeGroups.get(groupId)).toMatchObject({ undoneBy: groupId });
  });

  test('a listing that was being made is taken away as soon as it is there, on sale or not', async () => {
    const deps = await makeSellingDeps();
    const { row, pair, groupId } = await listedOnce(deps);
    await deps.db.outbox.update(row.id, { state: 'sending' });
    await undoWrites(deps, groupId);
    const made = makeListing({ externalId: 'made', status: 'inactive', metadata: { archvd: row.decisionId } });
    await deps.db.listings.add(made);
    await deps.db.inventory.update(pair.id, { goatListingId: 'made' });
    await deps.db.outbox.update(row.id, { state: 'pending', externalId: 'made' });
    deps.push(1000);
    await carry(deps);
    expect(await rowOf(deps, row.id)).toMatchObject([{ state: 'superseded' }]);
    expect(await newestOf(deps)).toMatchObject({ write: { kind: 'listing/delete', externalId: 'made' } });
  });

  test.each([
    ['the old price is below the floor by now', {}, { cost: usd(110) }, 'below-floor'],
    ['somebody changed it as it arrived', { price: usd(117) }, {}, 'changed-elsewhere'],
    ['it was sold', { status: 'sold' }, {}, 'gone'],
  ] as const)('%s: the tracker tells, and it can be tried again', async (_, listed, paired, code) => {
    const { deps, id, groupId, listing, pair } = await priced({ state: 'sending' });
    await undoWrites(deps, groupId);
    await arrive(deps, id);
    await deps.db.listings.update(listing.id, listed);
    await deps.db.inventory.update(pair.id, paired);
    await carry(deps);
    const told = await newestOf(deps);
    expect(told).toMatchObject({ state: 'rejected', problem: { code }, entityId: listing.id });
    expect(await readWriteGroup(deps.db, told?.groupId ?? '')).toMatchObject({ group: { kind: 'undo' }, failed: 1 });
    expect(await deps.db.writeGroups.get(groupId)).toMatchObject({ undoneBy: told?.groupId });
    await deps.db.inventory.update(pair.id, { cost: pair.cost });
    await deps.db.listings.update(listing.id, { price: usd(115), status: 'active' });
    expect(await retryWrites(deps, [told?.id ?? ''])).toMatchObject({ accepted: 1, skipped: [] });
  });

  test('two changes of one listing go back one after the other, to where both began', async () => {
    const { deps, id, groupId, listing } = await priced();
    await arrive(deps, id);
    const wish = { listingId: listing.id, from: usd(115), to: usd(110), ...NEITHER };
    const second = (await setPrices(deps, [wish])).groupId ?? '';
    const later = await newestOf(deps);
    await deps.db.outbox.update(later?.id ?? '', { state: 'sending' });
    await undoWrites(deps, second);
    expect(await undoWrites(deps, groupId)).toMatchObject({ accepted: 0, skipped: [{ code: 'write-under-way' }] });
    await arrive(deps, later?.id ?? '');
    for (let nth = 0; nth < 3; nth += 1) {
      await carry(deps);
      await carryOut(
        deps,
        (await outboxOf(deps)).filter(({ state }) => state === 'pending'),
      );
      deps.push(1000);
    }
    expect(await deps.db.listings.get(listing.id)).toMatchObject({ price: usd(120) });
    expect((await outboxOf(deps)).map(({ state }) => state)).toEqual(Array(4).fill('confirmed'));
  });
});
