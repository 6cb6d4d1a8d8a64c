import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { shiftInstant } from '@/lib/domain/time/instant';
import { readVacation } from '@/lib/queries/vacation';
import { listedOnce } from '@/tests/fixtures/asked-writes';
import { makeWrite } from '@/tests/fixtures/builders';
import { addListed, carryOut, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { endVacation } from './end-vacation';
import { startVacation } from './start-vacation';
import { switchListings } from './switch-listings';

type Deps = Awaited<ReturnType<typeof makeSellingDeps>>;

const pendingOf = async (deps: Deps) => (await outboxOf(deps)).filter(({ state }) => state === 'pending');

/** Everything that waits is done. */
async function drain(deps: Deps): Promise<void> {
  await carryOut(deps, await pendingOf(deps));
  deps.push(1000);
}

async function away(count: number) {
  const deps = await makeSellingDeps();
  const listed = [];
  for (let nth = 0; nth < count; nth += 1) listed.push((await addListed(deps)).listing.id);
  await startVacation(deps);
  await drain(deps);
  return { deps, ids: listed };
}

describe('a holiday', () => {
  test('every live listing is taken off and written down; it is on until it is ended', async () => {
    const deps = await makeSellingDeps();
    const { listing: live } = await addListed(deps);
    await addListed(deps, { status: 'inactive' });
    await addListed(deps, { status: 'sold' });
    const { listing: doubted } = await addListed(deps, { missingSince: deps.now() });
    const result = await startVacation(deps);
    expect(result).toMatchObject({ accepted: 1, skipped: [] });
    expect((await outboxOf(deps)).map(({ entityId, kind }) => [entityId, kind])).toEqual([
      [live.id, 'listing/deactivate'],
    ]);
    expect(await readVacation(deps.db)).toMatchObject({
      vacation: { listingIds: [live.id], startGroupId: result.groupId, endedAt: null },
      counts: { all: 1, off: 0, live: 1, gone: 0, underWay: 1 },
    });
    await drain(deps);
    expect(await readVacation(deps.db)).toMatchObject({ counts: { off: 1, live: 0, underWay: 0 } });
    await expect(startVacation(deps)).rejects.toMatchObject({ code: 'not-allowed' });
    const back = await endVacation(deps);
    expect((await pendingOf(deps)).map(({ entityId, kind }) => [entityId, kind])).toEqual([
      [live.id, 'listing/activate'],
    ]);
    expect(await readVacation(deps.db)).toBeNull();
    expect(await deps.db.vacations.toArray()).toMatchObject([{ endedAt: deps.now(), endGroupId: back.groupId }]);
    await expect(endVacation(deps)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(doubted.status).toBe('active');
  });

  test('without anything on sale it is on all the same', async () => {
    const deps = await makeSellingDeps();
    expect(await startVacation(deps)).toEqual({ groupId: null, accepted: 0, skipped: [] });
    expect(await readVacation(deps.db)).toMatchObject({ counts: { all: 0 } });
    expect(await endVacation(deps)).toMatchObject({ accepted: 0 });
    expect(await readVacation(deps.db)).toBeNull();
  });

  test('what cannot be taken off now is told: a change on its way, a pair that is being listed', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps);
    const { pair, row } = await listedOnce(deps);
    const write = { kind: 'listing/activate', externalId: listing.externalId } as const;
    await deps.db.outbox.add(makeWrite({ entityId: listing.id, kind: write.kind, write, state: 'sending' }));
    expect(await startVacation(deps)).toEqual({
      groupId: null,
      accepted: 0,
      skipped: [
        { id: pair.id, code: 'being-listed' },
        { id: listing.id, code: 'write-under-way' },
      ],
    });
    expect(await readVacation(deps.db)).toMatchObject({ counts: { all: 0 } });
    expect(await deps.db.outbox.get(row.id)).toMatchObject({ state: 'pending' });
  });

  test('it and its writes are put down as one, and so is its end', async () => {
    const deps = await makeSellingDeps();
    await addListed(deps);
    vi.spyOn(deps.db.vacations, 'add').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(startVacation(deps)).rejects.toThrow('the disk is full');
    expect([await deps.db.outbox.count(), await deps.db.activity.count()]).toEqual([0, 0]);
    await startVacation(deps);
    await drain(deps);
    vi.spyOn(deps.db.vacations, 'put').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(endVacation(deps)).rejects.toThrow('the disk is full');
    expect(await pendingOf(deps)).toEqual([]);
    expect(await readVacation(deps.db)).not.toBeNull();
  });

  test('ended before it was sent, nothing is sent for nothing: the new wish takes the place of the old', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps);
    await startVacation(deps);
    deps.push(1000);
    expect(await endVacation(deps)).toMatchObject({ accepted: 1 });
    expect((await outboxOf(deps)).map(({ entityId, kind, state }) => [entityId, kind, state])).toEqual([
      [listing.id, 'listing/deactivate', 'superseded'],
      [listing.id, 'listing/activate', 'pending'],
    ]);
  });

  test('what is being taken off while it ends is not forgotten: the holiday stays on for it alone', async () => {
    const deps = await makeSellingDeps();
    const [a, b] = [await addListed(deps), await addListed(deps)];
    await startVacation(deps);
    const [, late] = await pendingOf(deps);
    await carryOut(deps, (await pendingOf(deps)).slice(0, 1));
    await deps.db.outbox.update(late?.id ?? '', { state: 'unknown' });
    deps.push(1000);
    const ended = await endVacation(deps);
    expect(ended.skipped).toEqual([{ id: late?.entityId, code: 'write-under-way' }]);
    expect(await readVacation(deps.db)).toMatchObject({ vacation: { listingIds: [late?.entityId] } });
    await drain(deps);
    await carryOut(
      deps,
      (await outboxOf(deps)).filter(({ state }) => state === 'unknown'),
    );
    expect(await endVacation(deps)).toMatchObject({ accepted: 1, skipped: [] });
    await drain(deps);
    expect(await readVacation(deps.db)).toBeNull();
    const states = (await deps.db.listings.bulkGet([a.listing.id, b.listing.id])).map((listing) => listing?.status);
    expect(states).toEqual(['active', 'active']);
  });

  test('put on sale and taken off again on alias itself: it stays off', async () => {
    const { deps, ids } = await away(2);
    const [a, b] = ids as [string, string];
    await deps.db.listings.update(a, { activatedAt: deps.now() });
    expect(await endVacation(deps)).toMatchObject({ accepted: 1, skipped: [{ id: a, code: 'changed-meanwhile' }] });
    expect((await pendingOf(deps)).map(({ entityId }) => entityId)).toEqual([b]);
  });

  test('alias’s clock goes ahead: what was put on sale just before still comes back', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps, { activatedAt: shiftInstant(deps.now(), 60_000) });
    await startVacation(deps);
    await drain(deps);
    expect(await endVacation(deps)).toMatchObject({ accepted: 1, skipped: [] });
    expect((await pendingOf(deps)).map(({ entityId }) => entityId)).toEqual([listing.id]);
  });
});

/** What a person, a sale or alias may do to one listing during the holiday. */
const happenings = ['nothing', 'sold', 'deleted', 'on', 'on-off', 'off', 'refused-on'] as const;

type Happening = (typeof happenings)[number];

async function happen(deps: Deps, id: string, what: Happening): Promise<void> {
  if (what === 'sold' || what === 'deleted') await deps.db.listings.update(id, { status: what });
  if (what === 'on' || what === 'on-off') await switchListings(deps, 'activate', [id]);
  if (what === 'refused-on') {
    await switchListings(deps, 'activate', [id]);
    await deps.db.outbox.where({ entityId: id, state: 'pending' }).modify({ state: 'rejected' });
  }
  await drain(deps);
  if (what === 'off' || what === 'on-off') await switchListings(deps, 'deactivate', [id]);
  await drain(deps);
}

test('whatever happens, the end puts on sale exactly what the start took off, less what was changed', async () => {
  const books = fc.array(
    fc.record({
      status: fc.constantFrom('active' as const, 'inactive' as const, 'pending' as const),
      meanwhile: fc.constantFrom(...happenings),
    }),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(books, async (book) => {
      const deps = await makeSellingDeps();
      const ids: string[] = [];
      for (const { status } of book) ids.push((await addListed(deps, { status })).listing.id);
      await startVacation(deps);
      await drain(deps);
      for (const [nth, { meanwhile }] of book.entries()) await happen(deps, ids[nth] ?? '', meanwhile);
      await endVacation(deps);
      const activated = (await pendingOf(deps)).map(({ entityId }) => entityId);
      const unchanged: readonly Happening[] = ['nothing', 'off', 'refused-on'];
      const wanted = ids.filter((_, nth) => book[nth]?.status === 'active' && unchanged.includes(book[nth].meanwhile));
      expect(activated.toSorted()).toEqual(wanted.toSorted());
    }),
    { seed: 1, numRuns: 40 },
  );
});
