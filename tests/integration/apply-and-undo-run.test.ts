import { describe, expect, test } from 'vitest';
import { setRepricingMode } from '@/lib/db/repositories/repricing-state';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { START } from '../fakes/fake-platform';
import { usd } from '../fixtures/builders';
import { apply, makeDone, makePreview, prices, undo, written } from './applied-runs';
import { carryOut, offer, type RepricingBooks } from './repricing-books';

/** A person lets the changes of a preview go, and takes a run back. */

describe('changes of a preview', () => {
  test('go out in preview mode, each explained by its decision, until half an hour later', async () => {
    const books = await makePreview();
    const done = await apply(books, books.runId);
    expect(done).toMatchObject({ accepted: 2, skipped: [] });
    const rows = await books.db.outbox.toArray();
    expect(written(rows)).toEqual({ 'lower-0': [120, 114], 'other-0': [130, 124] });
    const decisions = await books.db.repricingDecisions.bulkGet(rows.map(({ decisionId }) => decisionId));
    expect(decisions.map((decision) => decision?.listingId)).toEqual(rows.map(({ entityId }) => entityId));
    expect(rows[0]).toMatchObject({ by: 'rule', runId: books.runId, expiresAt: shiftInstant(START, 30 * MINUTE_MS) });
    expect(await books.db.writeGroups.get(done.groupId ?? '')).toMatchObject({ approved: true, kind: 'reprice' });
    expect(await books.db.repricingRuns.get(books.runId)).toMatchObject({ groupId: done.groupId });
  });

  test('go out some by some, and twice asked for they go once', async () => {
    const books = await makePreview();
    expect(await apply(books, books.runId, ['other-0', 'lowest-0'])).toMatchObject({ accepted: 1, skipped: [] });
    expect(await apply(books, books.runId)).toMatchObject({
      accepted: 1,
      skipped: [{ id: 'other-0', code: 'write-under-way' }],
    });
    expect(await books.db.outbox.count()).toBe(2);
  });

  test('that would be others by now are left out, with why', async () => {
    const books = await makePreview();
    const { db, clock } = books;
    clock.pass(MINUTE_MS);
    const [lower] = await db.marketPrices.where('catalogId').equals('lower').toArray();
    await db.marketPrices.update(lower?.id ?? '', { lowestAsk: usd(117) });
    await db.inventory.where('goatListingId').equals('L-other-0').modify({ cost: null });
    expect(await apply(books, books.runId)).toMatchObject({
      groupId: null,
      accepted: 0,
      skipped: [
        { id: 'lower-0', code: 'changed-since' },
        { id: 'other-0', code: 'cost-unknown' },
      ],
    });
    await db.listings.update('lower-0', { status: 'inactive' });
    expect(await apply(books, books.runId, ['lower-0'])).toMatchObject({ skipped: [{ code: 'not-live' }] });
    expect(await db.outbox.count()).toBe(0);
  });

  test('of a later preview that only repeated them go out as well', async () => {
    const books = await makePreview();
    books.clock.pass(MINUTE_MS);
    await offer(books, { catalogId: 'third', own: [120], lowestAsk: usd(115) });
    await books.run();
    const later = (await books.db.repricingRuns.toArray()).find(({ id }) => id !== books.runId);
    expect(
      await books.db.repricingDecisions
        .where('runId')
        .equals(later?.id ?? '')
        .count(),
    ).toBe(1);
    expect(await apply(books, later?.id ?? '')).toMatchObject({ accepted: 3, skipped: [] });
  });

  test('do not go out while paused or on holiday, nor of a run that is not there', async () => {
    const books = await makePreview();
    await expect(apply(books, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
    await setRepricingMode(books.db, 'paused', null, START);
    await expect(apply(books, books.runId)).rejects.toMatchObject({ code: 'not-allowed' });
    await setRepricingMode(books.db, 'preview', null, START);
    const away = { id: 'v', startedAt: START, endedAt: null, listingIds: [], startGroupId: null, endGroupId: null };
    await books.db.vacations.add(away);
    await expect(apply(books, books.runId)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await books.db.outbox.count()).toBe(0);
  });
});

describe('a run taken back', () => {
  test('puts every price back where it was; once', async () => {
    const books = await makeDone();
    expect(await prices(books)).toMatchObject({ 'lower-0': 114, 'other-0': 124 });
    const done = await undo(books, books.runId);
    expect(done).toMatchObject({ accepted: 2, skipped: [] });
    const back = await books.db.outbox
      .where('groupId')
      .equals(done.groupId ?? '')
      .toArray();
    expect(written(back)).toEqual({ 'lower-0': [114, 120], 'other-0': [124, 130] });
    expect(back[0]).toMatchObject({ by: 'user', runId: null });
    expect((await books.db.writeGroups.toArray()).filter(({ undoneBy }) => undoneBy === done.groupId)).toHaveLength(1);
    expect(await undo(books, books.runId)).toMatchObject({
      accepted: 0,
      skipped: [{ code: 'write-under-way' }, { code: 'write-under-way' }],
    });
    await carryOut(books);
    expect(await prices(books)).toMatchObject({ 'lower-0': 120, 'other-0': 130 });
    expect(await undo(books, books.runId)).toMatchObject({
      groupId: null,
      skipped: [{ code: 'changed-since' }, { code: 'changed-since' }],
    });
  });

  test.each<[string, string, (books: RepricingBooks) => Promise<unknown>]>([
    ['that somebody changed since', 'changed-since', ({ db }) => db.listings.update('lower-0', { price: usd(99) })],
    ['that is off', 'not-live', ({ db }) => db.listings.update('lower-0', { status: 'inactive' })],
    [
      'whose old price is below the floor of today',
      'below-floor',
      ({ db }) =>
        db.inventory
          .where('goatListingId')
          .equals('L-lower-0')
          .modify({ cost: usd(110) }),
    ],
    [
      'whose cost is not known any more',
      'cost-unknown',
      ({ db }) => db.inventory.where('goatListingId').equals('L-lower-0').modify({ cost: null }),
    ],
    [
      'that somebody offers as much for',
      'would-sell-at-once',
      ({ db }) =>
        db.marketPrices
          .where('catalogId')
          .equals('lower')
          .modify({ highestOffer: usd(120) }),
    ],
  ])('leaves alone a listing %s', async (_name, code, spoil) => {
    const books = await makeDone();
    await spoil(books);
    expect(await undo(books, books.runId)).toMatchObject({ accepted: 1, skipped: [{ id: 'lower-0', code }] });
  });

  test('works while paused: that is when it is wanted', async () => {
    const books = await makeDone();
    await setRepricingMode(books.db, 'paused', 'Prices fell', START);
    expect(await undo(books, books.runId)).toMatchObject({ accepted: 2 });
  });

  test('is not found where nothing was changed', async () => {
    const books = await makePreview();
    await expect(undo(books, books.runId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
