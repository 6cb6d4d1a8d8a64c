import { describe, expect, test } from 'vitest';
import { readWriteGroup, readWriteGroups } from '@/lib/queries/write-groups';
import { makeListing, makeWrite, usd } from '@/tests/fixtures/builders';
import { listedOnce, newestOf, priced } from '@/tests/fixtures/asked-writes';
import { addListed, carryOut, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { cancelWrites } from './cancel-writes';
import { dismissGroups } from './dismiss-groups';
import { resolveConflicts } from './resolve-conflicts';
import { retryWrites } from './retry-writes';
import { startVacation } from './start-vacation';
import { endVacation } from './end-vacation';

describe('trying again', () => {
  test.each(['rejected', 'expired', 'dead', 'superseded'] as const)('what ended as %s', async (state) => {
    const { deps, id, groupId, listing } = await priced({ state });
    const result = await retryWrites(deps, [id, id]);
    expect(result).toMatchObject({ accepted: 1, skipped: [] });
    expect(result.groupId).not.toBe(groupId);
    expect(await newestOf(deps)).toMatchObject({
      state: 'pending',
      entityId: listing.id,
      write: { from: usd(120), to: usd(115) },
    });
    expect(await deps.db.outbox.get(id)).toMatchObject({ state });
  });

  test('what was tried again counts no longer as failed, and is tried again by its newer write only', async () => {
    const { deps, id, groupId } = await priced({ state: 'rejected', problem: { code: 'refused', message: '' } });
    expect(await readWriteGroups(deps.db, { limit: 9, openOnly: true })).toMatchObject([{ failed: 1 }]);
    const { groupId: newer } = await retryWrites(deps, [id]);
    expect(await readWriteGroup(deps.db, groupId)).toMatchObject({ failed: 0, problems: [], counts: { rejected: 1 } });
    const unseen = await readWriteGroups(deps.db, { limit: 9, openOnly: true });
    expect(unseen.map(({ group }) => group.id)).toEqual([newer]);
    await deps.db.outbox.where('state').equals('pending').modify({ state: 'rejected' });
    expect(await retryWrites(deps, [id])).toMatchObject({ accepted: 0, skipped: [{ id, code: 'already-retried' }] });
    expect(await readWriteGroup(deps.db, newer ?? '')).toMatchObject({ failed: 1 });
  });

  test('what could not be tried again still counts as failed', async () => {
    const { deps, id, groupId, pair } = await priced({ state: 'rejected' });
    await deps.db.inventory.update(pair.id, { cost: usd(100) });
    expect(await retryWrites(deps, [id])).toMatchObject({ accepted: 0 });
    expect(await readWriteGroup(deps.db, groupId)).toMatchObject({ failed: 1 });
  });

  test.each([
    [{ state: 'pending' }, 'not-failed'],
    [{ state: 'sending' }, 'not-failed'],
    [{ state: 'unknown' }, 'not-failed'],
    [{ state: 'confirmed' }, 'not-failed'],
    [{ state: 'expired', by: 'rule' }, 'by-rule'],
    [{ state: 'superseded', conflict: { price: usd(118), status: 'active' } }, 'conflict'],
  ] as const)('not %o: %s', async (ended, code) => {
    const { deps, id } = await priced(ended);
    expect(await retryWrites(deps, [id, 'nobody'])).toEqual({
      groupId: null,
      accepted: 0,
      skipped: [
        { id, code },
        { id: 'nobody', code: 'not-found' },
      ],
    });
  });

  test('the guards are asked again: what was fine then may be below the floor now', async () => {
    const { deps, id, pair, listing } = await priced({ state: 'rejected' });
    await deps.db.inventory.update(pair.id, { cost: usd(100) });
    expect(await retryWrites(deps, [id])).toMatchObject({ skipped: [{ id, code: 'below-floor' }] });
    await deps.db.inventory.update(pair.id, { cost: usd(60) });
    await deps.db.listings.update(listing.id, { price: usd(119) });
    expect(await retryWrites(deps, [id])).toMatchObject({ skipped: [{ id, code: 'changed-elsewhere' }] });
  });

  test('a listing that was to be made keeps its decision, is looked for first, and is asked for once', async () => {
    const deps = await makeSellingDeps();
    const { row } = await listedOnce(deps);
    const sentAt = deps.now();
    await deps.db.outbox.update(row.id, { state: 'dead', sentAt });
    deps.push(1000);
    expect(await retryWrites(deps, [row.id])).toMatchObject({ accepted: 1, skipped: [] });
    const again = await newestOf(deps);
    expect(again).toMatchObject({ decisionId: row.decisionId, write: row.write, state: 'unknown', sentAt });
    expect(again?.id).not.toBe(row.id);
    expect(await retryWrites(deps, [row.id])).toMatchObject({ skipped: [{ code: 'already-retried' }] });
  });

  test('one that was never sent needs no looking for', async () => {
    const deps = await makeSellingDeps();
    const { row } = await listedOnce(deps);
    await deps.db.outbox.update(row.id, { state: 'expired' });
    expect(await retryWrites(deps, [row.id])).toMatchObject({ accepted: 1 });
    expect(await newestOf(deps)).toMatchObject({ decisionId: row.decisionId, state: 'pending', sentAt: null });
  });

  test('one that was made goes on with what is left of it', async () => {
    const deps = await makeSellingDeps();
    const { row, pair } = await listedOnce(deps);
    const made = { externalId: 'made', status: 'inactive', metadata: { archvd: row.decisionId } } as const;
    await deps.db.listings.add(makeListing(made));
    await deps.db.inventory.update(pair.id, { goatListingId: 'made' });
    await deps.db.outbox.update(row.id, { state: 'rejected', sentAt: deps.now(), externalId: 'made' });
    deps.push(1000);
    expect(await retryWrites(deps, [row.id])).toMatchObject({ accepted: 1, skipped: [] });
    expect(await newestOf(deps)).toMatchObject({ decisionId: row.decisionId, state: 'pending', externalId: 'made' });
    const newer = await newestOf(deps);
    await deps.db.outbox.update(newer?.id ?? '', { state: 'rejected' });
    await deps.db.listings.toCollection().modify({ status: 'active' });
    expect(await retryWrites(deps, [newer?.id ?? ''])).toMatchObject({ skipped: [{ code: 'already-live' }] });
  });

  test('an offer that came up since stops a listing that was to be made', async () => {
    const deps = await makeSellingDeps();
    const { row } = await listedOnce(deps);
    await deps.db.outbox.update(row.id, { state: 'rejected' });
    await deps.db.marketPrices.toCollection().modify({ highestOffer: usd(109) });
    expect(await retryWrites(deps, [row.id])).toMatchObject({ skipped: [{ id: row.id, code: 'at-offer' }] });
  });

  test('it is called what it was called, so that a holiday knows its own', async () => {
    const deps = await makeSellingDeps();
    await addListed(deps);
    await startVacation(deps);
    const [row] = await outboxOf(deps);
    await deps.db.outbox.update(row?.id ?? '', { state: 'dead' });
    deps.push(1000);
    await retryWrites(deps, [row?.id ?? '']);
    expect((await deps.db.writeGroups.toArray()).map(({ kind }) => kind)).toEqual(['vacation-start', 'vacation-start']);
    const again = await newestOf(deps);
    await carryOut(deps, again === undefined ? [] : [again]);
    expect(await endVacation(deps)).toMatchObject({ accepted: 1, skipped: [] });
  });
});

describe('taking back what was not sent', () => {
  test('only what waits', async () => {
    const { deps, id } = await priced();
    const sent = makeWrite({ state: 'sending' });
    await deps.db.outbox.add(sent);
    expect(await cancelWrites(deps, [id, id, sent.id, 'nobody'])).toEqual({ changed: 1 });
    expect(await deps.db.outbox.get(id)).toMatchObject({ state: 'superseded', problem: { code: 'cancelled' } });
    expect(await deps.db.outbox.get(sent.id)).toEqual(sent);
    expect(await cancelWrites(deps, [id])).toEqual({ changed: 0 });
  });

  test('a listing that is made but for its last step is past that', async () => {
    const deps = await makeSellingDeps();
    const { row } = await listedOnce(deps);
    await deps.db.outbox.update(row.id, { externalId: 'made' });
    expect(await cancelWrites(deps, [row.id])).toEqual({ changed: 0 });
    expect(await deps.db.outbox.get(row.id)).toMatchObject({ state: 'pending' });
  });
});

describe('settling a conflict', () => {
  const found = { state: 'superseded', conflict: { price: usd(118), status: 'active' } } as const;

  async function conflicted() {
    const made = await priced(found);
    await made.deps.db.listings.update(made.listing.id, { price: usd(118) });
    return made;
  }

  test('what met nothing else than it expected has nothing to be settled, and is not sent anew', async () => {
    const { deps, id } = await priced({ state: 'confirmed' });
    expect(await resolveConflicts(deps, [id], 'mine')).toMatchObject({ skipped: [{ id, code: 'no-conflict' }] });
    expect(await resolveConflicts(deps, [id], 'theirs')).toMatchObject({ accepted: 0 });
    expect(await deps.db.outbox.count()).toBe(1);
  });

  test('mine: once more, on what was found', async () => {
    const { deps, id } = await conflicted();
    expect(await resolveConflicts(deps, [id, 'nobody'], 'mine')).toMatchObject({
      accepted: 1,
      skipped: [{ id: 'nobody', code: 'no-conflict' }],
    });
    expect((await newestOf(deps))?.write).toMatchObject({ from: usd(118), to: usd(115) });
    expect(await deps.db.outbox.get(id)).toMatchObject({ state: 'superseded', conflict: null });
    expect(await resolveConflicts(deps, [id], 'mine')).toMatchObject({ accepted: 0 });
  });

  test('mine, but it moved once more or would lose money: nothing is sent and it stays open', async () => {
    const { deps, id, listing, pair } = await conflicted();
    await deps.db.listings.update(listing.id, { price: usd(117) });
    expect(await resolveConflicts(deps, [id], 'mine')).toMatchObject({ skipped: [{ id, code: 'changed-elsewhere' }] });
    await deps.db.listings.update(listing.id, { price: usd(118) });
    await deps.db.inventory.update(pair.id, { cost: usd(100) });
    expect(await resolveConflicts(deps, [id], 'mine')).toMatchObject({ skipped: [{ id, code: 'below-floor' }] });
    expect(await deps.db.outbox.get(id)).toMatchObject({ conflict: found.conflict });
  });

  test('theirs: the listing stays as it is', async () => {
    const { deps, id } = await conflicted();
    expect(await resolveConflicts(deps, [id], 'theirs')).toEqual({ groupId: null, accepted: 1, skipped: [] });
    expect(await deps.db.outbox.count()).toBe(1);
    expect(await deps.db.outbox.get(id)).toMatchObject({ conflict: null });
  });

  test('of what is sold nothing is left to settle', async () => {
    const { deps, id, listing } = await conflicted();
    await deps.db.listings.update(listing.id, { status: 'sold' });
    expect(await resolveConflicts(deps, [id], 'mine')).toMatchObject({ skipped: [{ id, code: 'sold' }] });
    expect(await deps.db.outbox.get(id)).toMatchObject({ conflict: null });
  });

  test('a pair that turned out to be offered already: mine is its price', async () => {
    const deps = await makeSellingDeps();
    const { row, pair } = await listedOnce(deps);
    const { listing } = await addListed(deps, { price: usd(130) }, { id: 'other' });
    await deps.db.inventory.update('other', { goatListingId: null });
    await deps.db.inventory.update(pair.id, { goatListingId: listing.externalId });
    await deps.db.outbox.update(row.id, { state: 'superseded', conflict: { price: usd(130), status: 'active' } });
    expect(await resolveConflicts(deps, [row.id], 'mine')).toMatchObject({ accepted: 1 });
    expect(await newestOf(deps)).toMatchObject({
      entityId: listing.id,
      write: { kind: 'listing/price', from: usd(130), to: usd(109) },
    });
  });
});

test('a command that was seen is seen once', async () => {
  const { deps, groupId } = await priced();
  expect(await dismissGroups(deps, [groupId, 'nobody'])).toEqual({ changed: 1 });
  expect(await dismissGroups(deps, [groupId])).toEqual({ changed: 0 });
});
