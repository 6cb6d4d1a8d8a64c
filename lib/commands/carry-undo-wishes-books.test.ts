import { describe, expect, test, vi } from 'vitest';
import { exportDatabase } from '@/lib/db/backup/export-database';
import { restoreDatabase } from '@/lib/db/backup/restore-database';
import { forgetProgress } from '@/lib/db/repositories/seller-books';
import { readUndoWishes } from '@/lib/db/repositories/undo-wishes';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { NEITHER, newestOf, priced, type SellingTestDeps } from '@/tests/fixtures/asked-writes';
import { usd } from '@/tests/fixtures/builders';
import { addListed, carryOut, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { carryUndoWishes } from './carry-undo-wishes';
import { setPrices } from './set-prices';
import { switchListings } from './switch-listings';
import { undoWrites } from './undo-writes';

const carry = (deps: SellingTestDeps) => carryUndoWishes(deps.db, async () => deps);

const rowOf = async (deps: SellingTestDeps, id: string): Promise<OutboxRow[]> =>
  (await outboxOf(deps)).filter((row) => row.id === id);

async function arrive(deps: SellingTestDeps, id: string): Promise<void> {
  await carryOut(deps, await rowOf(deps, id));
  deps.push(1000);
}

describe('what is taken back meanwhile, and what else happens', () => {
  test('of a deletion nothing is promised', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps);
    const { groupId } = await switchListings(deps, 'delete', [listing.id]);
    const [row] = await outboxOf(deps);
    await deps.db.outbox.update(row?.id ?? '', { state: 'sending' });
    expect(await undoWrites(deps, groupId ?? '')).toMatchObject({ skipped: [{ code: 'cannot-be-undone' }] });
    expect(await readUndoWishes(deps.db)).toEqual([]);
  });

  test('what went back at once stays as the person made it since, when the rest arrives', async () => {
    const deps = await makeSellingDeps();
    const groupId = await command(deps, 'price', 2);
    const [first, second] = (await outboxOf(deps)) as [OutboxRow, OutboxRow];
    await arrive(deps, first.id);
    await deps.db.outbox.update(second.id, { state: 'sending' });
    expect(await undoWrites(deps, groupId)).toMatchObject({ accepted: 1 });
    await carryOut(deps, [(await newestOf(deps)) ?? first]);
    deps.push(1000);
    await setPrices(deps, [{ listingId: first.entityId, from: usd(120), to: usd(115), ...NEITHER }]);
    await arrive(deps, (await newestOf(deps))?.id ?? '');
    await arrive(deps, second.id);
    await carry(deps);
    expect(await newestOf(deps)).toMatchObject({ entityId: second.entityId, state: 'pending' });
    expect((await outboxOf(deps)).filter(({ entityId }) => entityId === first.entityId)).toHaveLength(3);
  });

  test('undone otherwise meanwhile, or gone from the books: nothing more is done of it', async () => {
    for (const end of [
      (deps: SellingTestDeps, id: string) => deps.db.writeGroups.update(id, { undoneBy: 'another' }),
      (deps: SellingTestDeps, id: string) => deps.db.writeGroups.delete(id),
    ]) {
      const { deps, id, groupId } = await priced({ state: 'sending' });
      await undoWrites(deps, groupId);
      await arrive(deps, id);
      await end(deps, groupId);
      await carry(deps);
      expect([await deps.db.outbox.count(), await readUndoWishes(deps.db)]).toEqual([1, []]);
    }
  });

  test('a death over it leaves the wish, and nothing half done', async () => {
    const { deps, id, groupId } = await priced({ state: 'sending' });
    await undoWrites(deps, groupId);
    await arrive(deps, id);
    vi.spyOn(deps.db.writeGroups, 'put').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(carry(deps)).rejects.toThrow('the disk is full');
    expect(await deps.db.outbox.count()).toBe(1);
    await carry(deps);
    expect(await deps.db.outbox.count()).toBe(2);
  });

  test('a pair nobody can reckon with keeps nothing else from going', async () => {
    const { deps, id, groupId } = await priced({ state: 'sending' });
    await undoWrites(deps, groupId);
    await arrive(deps, id);
    const readListed = () => Promise.reject(new RangeError('No rate into USD'));
    await carryUndoWishes(deps.db, async () => ({ ...deps, readListed }));
    expect(await readUndoWishes(deps.db)).toEqual([]);
    expect(await undoWrites(deps, groupId), 'it can be asked for again').toMatchObject({ accepted: 1 });
  });

  test('a wish is not brought back by a copy of the books, nor handed to another seller', async () => {
    for (const replace of [
      async ({ db, now }: SellingTestDeps) => restoreDatabase(db, (await exportDatabase(db, now())).file, now()),
      ({ db, now }: SellingTestDeps) => forgetProgress(db, now()),
    ]) {
      const { deps, id, groupId } = await priced({ state: 'sending' });
      await undoWrites(deps, groupId);
      await arrive(deps, id);
      await replace(deps);
      await carry(deps);
      expect(await deps.db.outbox.count()).toBe(1);
      expect(await deps.db.writeGroups.get(groupId)).not.toHaveProperty('undoWanted');
    }
  });
});

type Kind = 'price' | 'activate' | 'deactivate';

async function command(deps: SellingTestDeps, kind: Kind, count: number): Promise<string> {
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth += 1)
    ids.push((await addListed(deps, { status: kind === 'activate' ? 'inactive' : 'active' })).listing.id);
  const wishes = ids.map((listingId) => ({ listingId, from: usd(120), to: usd(115), ...NEITHER }));
  const sent = kind === 'price' ? await setPrices(deps, wishes) : await switchListings(deps, kind, ids);
  return sent.groupId ?? '';
}
