import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { exportDatabase } from '@/lib/db/backup/export-database';
import { restoreDatabase } from '@/lib/db/backup/restore-database';
import { hasOutboxWork } from '@/lib/db/repositories/open-writes';
import { forgetProgress } from '@/lib/db/repositories/seller-books';
import { readUndoWishes } from '@/lib/db/repositories/undo-wishes';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { isOpenWrite, type Write, type WriteState } from '@/lib/domain/outbox/write';
import { readWriteGroup } from '@/lib/queries/write-groups';
import { listedOnce, NEITHER, newestOf, priced, type SellingTestDeps } from '@/tests/fixtures/asked-writes';
import { makeListing, usd } from '@/tests/fixtures/builders';
import { addListed, carryOut, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { carryUndoWishes } from './carry-undo-wishes';
import { retryWrites } from './retry-writes';
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

  test('of a deletion nothing is promised', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps);
    const { groupId } = await switchListings(deps, 'delete', [listing.id]);
    const [row] = await outboxOf(deps);
    await deps.db.outbox.update(row?.id ?? '', { state: 'sending' });
    expect(await undoWrites(deps, groupId ?? '')).toMatchObject({ skipped: [{ code: 'cannot-be-undone' }] });
    expect(await readUndoWishes(deps.db)).toEqual([]);
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

/** One listing of a command: how its write stands when undo is pressed, and what alias makes of it when it is on its way. */
interface Story {
  readonly pressed: Extract<WriteState, 'pending' | 'sending' | 'unknown' | 'confirmed'>;
  readonly ends: 'confirmed' | 'pending' | 'rejected';
}

type Kind = 'price' | 'activate' | 'deactivate';

async function command(deps: SellingTestDeps, kind: Kind, count: number): Promise<string> {
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth += 1)
    ids.push((await addListed(deps, { status: kind === 'activate' ? 'inactive' : 'active' })).listing.id);
  const wishes = ids.map((listingId) => ({ listingId, from: usd(120), to: usd(115), ...NEITHER }));
  const sent = kind === 'price' ? await setPrices(deps, wishes) : await switchListings(deps, kind, ids);
  return sent.groupId ?? '';
}

/** What the market did, a line for each listing; a write that is carried out although it ended before counts as well. */
type Effects = Map<string, Write['kind'][]>;

async function end(deps: SellingTestDeps, row: OutboxRow, as: Story['ends'], effects: Effects): Promise<void> {
  if (as !== 'confirmed') return void (await deps.db.outbox.update(row.id, { state: as }));
  effects.set(row.entityId, [...(effects.get(row.entityId) ?? []), row.kind]);
  await carryOut(deps, [row]);
}

test('whenever undo is pressed, and however often, everything ends as it began, and nothing is done twice', async () => {
  const story: fc.Arbitrary<Story> = fc.record({
    pressed: fc.constantFrom('pending', 'sending', 'unknown', 'confirmed'),
    ends: fc.constantFrom('confirmed', 'pending', 'rejected'),
  });
  const scene = fc.record({
    kind: fc.constantFrom<Kind>('price', 'activate', 'deactivate'),
    stories: fc.array(story, { minLength: 1, maxLength: 4 }),
    again: fc.array(fc.nat(5), { maxLength: 2 }),
    seed: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(scene, async ({ kind, stories, again, seed }) => {
      const deps = await makeSellingDeps();
      const effects: Effects = new Map();
      const groupId = await command(deps, kind, stories.length);
      const before = await deps.db.listings.toArray();
      const endOf = new Map<string, Story['ends']>();
      for (const [nth, row] of (await outboxOf(deps)).entries()) {
        const { pressed, ends } = stories[nth] ?? { pressed: 'pending', ends: 'confirmed' };
        endOf.set(row.id, ends);
        if (pressed === 'confirmed') await end(deps, row, 'confirmed', effects);
        else await deps.db.outbox.update(row.id, { state: pressed });
      }
      deps.push(1000);
      await undoWrites(deps, groupId);
      for (let turn = 0; turn < 20; turn += 1) {
        // Asked for when it is over, it says so, and changes nothing.
        if (again.includes(turn)) await undoWrites(deps, groupId).catch(() => null);
        await carry(deps);
        const open = (await outboxOf(deps)).filter(({ state }) => isOpenWrite(state));
        const row = open[(seed + turn) % Math.max(1, open.length)];
        if (row === undefined) break;
        const isOnItsWay = row.state !== 'pending';
        await end(deps, row, isOnItsWay ? (endOf.get(row.id) ?? 'confirmed') : 'confirmed', effects);
        deps.push(1000);
      }
      const after = await deps.db.listings.toArray();
      expect(after.map(({ price, status }) => ({ price, status }))).toEqual(
        before.map(({ price, status }) => ({ price, status })),
      );
      for (const done of effects.values()) expect(done).toHaveLength(2);
      expect(await hasOutboxWork(deps.db)).toBe(false);
      expect(await deps.db.writeGroups.filter(({ undoWanted }) => undoWanted !== undefined).count()).toBe(0);
    }),
    { numRuns: 40, seed: 7 },
  );
});
