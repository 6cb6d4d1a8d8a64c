import { describe, expect, test } from 'vitest';
import { readVacation } from '@/lib/queries/vacation';
import { makePrice, usd } from '@/tests/fixtures/builders';
import { addListed, carryOut, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { endVacation } from './end-vacation';
import { retryWrites } from './retry-writes';
import { startVacation } from './start-vacation';
import { switchListings } from './switch-listings';
import { undoWrites } from './undo-writes';

/** The books say: highest offer $90; a pair of $60 breaks even at $74. */

type Deps = Awaited<ReturnType<typeof makeSellingDeps>>;

const pendingOf = async (deps: Deps) => (await outboxOf(deps)).filter(({ state }) => state === 'pending');

async function drain(deps: Deps): Promise<void> {
  await carryOut(deps, await pendingOf(deps));
  deps.push(1000);
}

const off = (price: number) => ({ status: 'inactive', price: usd(price) }) as const;

describe('putting on sale', () => {
  test.each([
    [90, {}, 'would-sell-at-once'],
    [89, {}, 'would-sell-at-once'],
    [91, {}, null],
    [91, { cost: usd(100) }, 'below-floor'],
    [90, { cost: usd(100) }, 'would-sell-at-once'],
    [91, { priceMinimum: usd(92) }, 'below-floor'],
    // Of a cost that is not known nobody can say more than before it was taken off.
    [91, { cost: null }, null],
  ] as const)('at $%d with %o: %s', async (price, pair, code) => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps, off(price), pair);
    const result = await switchListings(deps, 'activate', [listing.id]);
    expect(result.skipped).toEqual(code === null ? [] : [{ id: listing.id, code }]);
    expect(result.accepted).toBe(code === null ? 1 : 0);
  });

  test('a word lets it go, each for its own, and the write carries it', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps, off(90), { cost: usd(100) });
    const tried = (words: { belowFloor: boolean; intoOffer: boolean }) =>
      switchListings(deps, 'activate', [listing.id], words);
    expect(await tried({ belowFloor: true, intoOffer: false })).toMatchObject({
      skipped: [{ code: 'would-sell-at-once' }],
    });
    expect(await tried({ belowFloor: false, intoOffer: true })).toMatchObject({ skipped: [{ code: 'below-floor' }] });
    expect(await tried({ belowFloor: true, intoOffer: true })).toMatchObject({ accepted: 1, skipped: [] });
    const [row] = await outboxOf(deps);
    expect(row?.write).toMatchObject({ kind: 'listing/activate', belowFloor: true, intoOffer: true });
    // What was said counts when it is tried again.
    await deps.db.outbox.update(row?.id ?? '', { state: 'rejected', problem: { code: 'refused', message: '' } });
    expect(await retryWrites(deps, [row?.id ?? ''])).toMatchObject({ accepted: 1, skipped: [] });
    expect((await pendingOf(deps))[0]?.write).toMatchObject({ belowFloor: true, intoOffer: true });
  });

  test('an offer in another currency cannot be compared, so it counts as reached', async () => {
    const deps = await makeSellingDeps();
    await deps.db.marketPrices.put(makePrice({ highestOffer: { ...usd(10), currency: 'EUR' } }));
    const { listing } = await addListed(deps, off(120));
    expect(await switchListings(deps, 'activate', [listing.id])).toMatchObject({
      skipped: [{ code: 'would-sell-at-once' }],
    });
  });

  test('taking off is taken back by the same door', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps);
    const { groupId } = await switchListings(deps, 'deactivate', [listing.id]);
    await drain(deps);
    await deps.db.marketPrices.put(makePrice({ highestOffer: usd(120) }));
    expect(await undoWrites(deps, groupId ?? '')).toMatchObject({
      accepted: 0,
      skipped: [{ code: 'would-sell-at-once' }],
    });
    expect(await pendingOf(deps)).toEqual([]);
  });
});

describe('the end of a holiday', () => {
  async function back() {
    const deps = await makeSellingDeps();
    const [plain, offered] = [await addListed(deps), await addListed(deps, { price: usd(110) })];
    const [raised] = [await addListed(deps, { price: usd(119) })];
    await startVacation(deps);
    await drain(deps);
    await deps.db.marketPrices.put(makePrice({ highestOffer: usd(112) }));
    await deps.db.inventory.update(raised.pair.id, { cost: usd(110) });
    return { deps, plain: plain.listing.id, offered: offered.listing.id, raised: raised.listing.id };
  }

  test('what would sell at once or lose money waits for a decision, and the holiday stays on for it alone', async () => {
    const { deps, plain, offered, raised } = await back();
    const ended = await endVacation(deps);
    expect(ended.accepted).toBe(1);
    expect(ended.skipped).toEqual([
      { id: offered, code: 'would-sell-at-once' },
      { id: raised, code: 'below-floor' },
    ]);
    expect((await pendingOf(deps)).map(({ entityId }) => entityId)).toEqual([plain]);
    await drain(deps);
    expect(await readVacation(deps.db)).toMatchObject({ vacation: { listingIds: [offered, raised] } });
    // The offer went away, and of the other one the person says that it is meant.
    await deps.db.marketPrices.put(makePrice({ highestOffer: usd(90) }));
    expect(await endVacation(deps, { belowFloor: true, intoOffer: false })).toMatchObject({ accepted: 2, skipped: [] });
    await drain(deps);
    expect(await readVacation(deps.db)).toBeNull();
    const states = (await deps.db.listings.bulkGet([plain, offered, raised])).map((listing) => listing?.status);
    expect(states).toEqual(['active', 'active', 'active']);
  });

  test('or they stay off, if the person says so, and the holiday is over', async () => {
    const { deps, plain } = await back();
    expect(await endVacation(deps, { leaveRest: true })).toMatchObject({ accepted: 1, skipped: [{}, {}] });
    expect((await pendingOf(deps)).map(({ entityId }) => entityId)).toEqual([plain]);
    expect(await readVacation(deps.db)).toBeNull();
  });

  test('what is being changed is never left behind', async () => {
    const { deps, plain } = await back();
    await switchListings(deps, 'activate', [plain]);
    await deps.db.outbox.where({ entityId: plain, state: 'pending' }).modify({ state: 'unknown' });
    await endVacation(deps, { leaveRest: true });
    expect(await readVacation(deps.db)).toMatchObject({ vacation: { listingIds: [plain] } });
  });
});

describe('the start of a holiday', () => {
  test('what waits to be put on sale does not go on sale meanwhile, and comes back with the others', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps, off(120));
    await switchListings(deps, 'activate', [listing.id]);
    deps.push(1000);
    await startVacation(deps);
    expect((await outboxOf(deps)).map(({ kind, state }) => [kind, state])).toEqual([
      ['listing/activate', 'superseded'],
      ['listing/deactivate', 'pending'],
    ]);
    await drain(deps);
    expect(await endVacation(deps)).toMatchObject({ accepted: 1, skipped: [] });
    expect((await pendingOf(deps)).map(({ entityId, kind }) => [entityId, kind])).toEqual([
      [listing.id, 'listing/activate'],
    ]);
  });
});
