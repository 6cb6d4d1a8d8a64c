import { expect, test } from 'vitest';
import { undoWrites } from '@/lib/commands/undo-writes';
import { readUndoWishes } from '@/lib/db/repositories/undo-wishes';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { usd } from '../fixtures/builders';
import { apply, carry, lateDeps, makeDone, makePreview, pending, prices, undo, written } from './applied-runs';
import { carryOut, makeRepricing, offer } from './repricing-books';

/** A run is taken back while some of its prices are on their way. */

test('withdraws what was not sent yet, and what is on its way goes back once it has arrived', async () => {
  const books = await makePreview();
  await apply(books, books.runId);
  const { db } = books;
  const other = () => db.outbox.where('entityId').equals('other-0');
  await other().modify({ state: 'sending' });
  const answer = { groupId: null, accepted: 1, later: 1, skipped: [] };
  expect(await undo(books, books.runId)).toEqual(answer);
  expect(await db.outbox.where('entityId').equals('lower-0').toArray()).toMatchObject([
    { state: 'superseded', problem: { code: 'cancelled' } },
  ]);
  expect(await undo(books, books.runId), 'pressed again').toEqual({ ...answer, accepted: 0 });
  await carry(books);
  expect(await db.outbox.count(), 'nothing has arrived').toBe(2);
  await other().modify({ state: 'confirmed' });
  await db.listings.update('other-0', { price: usd(124) });
  await carry(books);
  await carry(books);
  expect(written(await pending(books))).toEqual({ 'other-0': [124, 130] });
  expect(await readUndoWishes(db)).toEqual([]);
  await carryOut(books);
  expect(await prices(books)).toMatchObject({ 'lower-0': 120, 'other-0': 130 });
});

test('of 13 prices one is on its way: 12 go back at once, the last when it has arrived, and nothing twice', async () => {
  const books = await makeRepricing();
  await offer(books, { catalogId: 'many', own: [120], lowestAsk: usd(115) });
  for (let nth = 1; nth < 13; nth += 1)
    await offer(books, { catalogId: `many-${nth}`, own: [120], lowestAsk: usd(115) });
  await books.run();
  const [run] = await books.db.repricingRuns.toArray();
  const runId = run?.id ?? '';
  await apply(books, runId);
  const [late] = await books.db.outbox.toArray();
  await books.db.outbox.update(late?.id ?? '', { state: 'unknown' });
  await carryOut(books);
  expect(await undo(books, runId)).toMatchObject({ accepted: 12, later: 1, skipped: [] });
  await carryOut(books);
  expect(await undo(books, runId), 'only what is remembered').toMatchObject({ accepted: 0, later: 1, skipped: [] });
  await books.db.outbox.update(late?.id ?? '', { state: 'pending' });
  await carryOut(books);
  await carry(books);
  expect(await pending(books)).toMatchObject([{ entityId: late?.entityId }]);
  await carryOut(books);
  expect(new Set(Object.values(await prices(books)))).toEqual(new Set([120]));
  expect(await books.db.outbox.count()).toBe(26);
});

test('what arrives when the old price is below the floor of its rule by then stays, and the tracker tells', async () => {
  const books = await makePreview();
  await apply(books, books.runId, ['other-0']);
  const { db } = books;
  await db.outbox.toCollection().modify({ state: 'sending' });
  await undo(books, books.runId);
  await db.outbox.toCollection().modify({ state: 'confirmed' });
  await db.listings.update('other-0', { price: usd(124) });
  // A person's own price would only be held against what breaks even.
  await db.repricingRules.toCollection().modify((rule) => {
    Object.assign(rule.settings.floor, { ownMinimum: usd(140) });
  });
  await carry(books);
  const [told] = await db.outbox.where('state').equals('rejected').toArray();
  expect(told).toMatchObject({ entityId: 'other-0', by: 'user', problem: { code: 'below-floor' } });
  expect(await readUndoWishes(db)).toEqual([]);
});

test('a listing the run changed twice, the second on its way, goes back to where it was before the first', async () => {
  const books = await makeDone();
  const { db } = books;
  const [first] = await db.outbox.where('entityId').equals('lower-0').toArray();
  if (first?.write.kind !== 'listing/price') throw new Error('There is no first change');
  const write = { ...first.write, from: usd(114), to: usd(110) };
  const createdAt = shiftInstant(first.createdAt, MINUTE_MS);
  await db.outbox.add({ ...first, id: 'second', createdAt, state: 'sending', write });
  expect(await undo(books, books.runId)).toMatchObject({ accepted: 1, later: 1, skipped: [] });
  await carryOut(books);
  await carry(books);
  await db.outbox.update('second', { state: 'confirmed' });
  await db.listings.update('lower-0', { price: usd(110) });
  await carry(books);
  expect(written(await pending(books))).toEqual({ 'lower-0': [110, 120] });
});

test('who takes the undo back keeps what is on its way as well', async () => {
  const books = await makePreview();
  await apply(books, books.runId);
  await books.db.outbox.where('entityId').equals('other-0').modify({ state: 'sending' });
  await carryOut(books);
  const { groupId } = await undo(books, books.runId);
  await undoWrites(lateDeps(books), groupId ?? '');
  expect(await readUndoWishes(books.db)).toEqual([]);
  await books.db.outbox.where('entityId').equals('other-0').modify({ state: 'confirmed' });
  await carry(books);
  expect(await pending(books)).toEqual([]);
});
