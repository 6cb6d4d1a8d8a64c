import { describe, expect, test, vi } from 'vitest';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { usd } from '@/tests/fixtures/builders';
import { NEITHER, newestOf, priced } from '@/tests/fixtures/asked-writes';
import { addListed, carryOut, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { setPrices } from './set-prices';
import { startVacation } from './start-vacation';
import { undoWrites } from './undo-writes';

describe('taking a command back', () => {
  test('what was not sent is cancelled, and that is all', async () => {
    const { deps, id, groupId } = await priced();
    expect(await undoWrites(deps, groupId)).toEqual({ groupId: null, accepted: 1, skipped: [] });
    expect(await deps.db.outbox.toArray()).toMatchObject([{ id, state: 'superseded' }]);
    expect(await deps.db.writeGroups.get(groupId)).toMatchObject({ undoneBy: groupId });
    await expect(undoWrites(deps, groupId)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('a price goes back, only while it is what the command made it', async () => {
    const { deps, id, groupId, listing } = await priced();
    await carryOut(
      deps,
      (await outboxOf(deps)).filter((row) => row.id === id),
    );
    const undone = await undoWrites(deps, groupId);
    expect(undone).toMatchObject({ accepted: 1, skipped: [] });
    expect((await newestOf(deps))?.write).toEqual({
      kind: 'listing/price',
      externalId: listing.externalId,
      from: usd(115),
      to: usd(120),
      ...NEITHER,
    });
    expect(await deps.db.writeGroups.get(groupId)).toMatchObject({ undoneBy: undone.groupId });
    expect(await deps.db.writeGroups.get(undone.groupId ?? '')).toMatchObject({ kind: 'undo' });
  });

  test.each([
    ['changed elsewhere', { price: usd(117) }, {}, 'changed-elsewhere'],
    ['sold', { status: 'sold' }, {}, 'sold'],
    ['deleted', { status: 'deleted' }, {}, 'gone'],
    ['the old price is below the floor by now', {}, { cost: usd(110) }, 'below-floor'],
  ] as const)('not when it was %s meanwhile', async (_, listed, paired, code) => {
    const { deps, id, groupId, listing, pair } = await priced();
    await carryOut(
      deps,
      (await outboxOf(deps)).filter((row) => row.id === id),
    );
    await deps.db.listings.update(listing.id, listed);
    await deps.db.inventory.update(pair.id, paired);
    expect(await undoWrites(deps, groupId)).toEqual({ groupId: null, accepted: 0, skipped: [{ id, code }] });
    expect(await deps.db.writeGroups.get(groupId)).toMatchObject({ undoneBy: null });
  });

  test('an offer that came up to the old price stops it: nobody asked for a sale', async () => {
    const { deps, id, groupId } = await priced({}, { belowFloor: false, intoOffer: true });
    await carryOut(
      deps,
      (await outboxOf(deps)).filter((row) => row.id === id),
    );
    await deps.db.marketPrices.toCollection().modify({ highestOffer: usd(120) });
    expect(await undoWrites(deps, groupId)).toMatchObject({ accepted: 0, skipped: [{ code: 'at-offer' }] });
  });

  test('without a known floor a price goes back up, but not down', async () => {
    for (const [to, accepted] of [
      [115, 1],
      [125, 0],
    ] as const) {
      const deps = await makeSellingDeps();
      const { listing } = await addListed(deps, {}, { cost: null });
      const wish = { listingId: listing.id, from: usd(120), to: usd(to), belowFloor: true, intoOffer: false };
      const { groupId } = await setPrices(deps, [wish]);
      await carryOut(deps, await outboxOf(deps));
      deps.push(1000);
      expect(await undoWrites(deps, groupId ?? '')).toMatchObject({ accepted });
    }
  });

  test('what is on its way is left, and the rest can be taken back once it has ended', async () => {
    const deps = await makeSellingDeps();
    const [a, b] = [await addListed(deps), await addListed(deps)];
    const wishes = [a, b].map(({ listing }) => ({ listingId: listing.id, from: usd(120), to: usd(115), ...NEITHER }));
    const groupId = (await setPrices(deps, wishes)).groupId ?? '';
    const [first, second] = (await outboxOf(deps)) as [OutboxRow, OutboxRow];
    await carryOut(deps, [first]);
    await deps.db.outbox.update(second.id, { state: 'unknown' });
    deps.push(1000);
    expect(await undoWrites(deps, groupId)).toMatchObject({
      accepted: 1,
      skipped: [{ id: second.id, code: 'write-under-way' }],
    });
    await carryOut(
      deps,
      (await outboxOf(deps)).filter(({ id }) => id !== first.id),
    );
    deps.push(1000);
    expect(await undoWrites(deps, groupId)).toMatchObject({ accepted: 1, skipped: [] });
    expect(await deps.db.writeGroups.get(groupId)).toMatchObject({ undoneBy: expect.any(String) });
  });

  test('a holiday is ended, not undone', async () => {
    const deps = await makeSellingDeps();
    await addListed(deps);
    const { groupId } = await startVacation(deps);
    await expect(undoWrites(deps, groupId ?? '')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(undoWrites(deps, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a failure in the middle leaves everything as it was', async () => {
    const { deps, id, groupId } = await priced();
    vi.spyOn(deps.db.writeGroups, 'put').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(undoWrites(deps, groupId)).rejects.toThrow('the disk is full');
    expect(await deps.db.outbox.get(id)).toMatchObject({ state: 'pending' });
  });
});
