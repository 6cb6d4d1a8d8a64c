import { describe, expect, test } from 'vitest';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { AlertRow } from '@/lib/db/watching-rows';
import { NEW_ALERT_STATE, type AlertState } from '@/lib/domain/alerts/alert';
import { HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, makePair, makePrice, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { nextLooks } from './next-looks';

const REQUEST = { now: NOON, regionId: null, freshnessMs: HOUR_MS };

const item = (catalogId: string, given: Partial<WatchlistItemRow> = {}): WatchlistItemRow => ({
  id: `item ${catalogId}`,
  createdAt: NOON,
  updatedAt: NOON,
  deletedAt: null,
  watchlistId: 'w',
  catalogId,
  usSize: 10,
  targetPrice: null,
  note: '',
  reachedAt: null,
  ...given,
});

const alert = (catalogId: string, state: Partial<AlertState>, given: Partial<AlertRow> = {}): AlertRow => ({
  id: `alert ${catalogId}`,
  createdAt: NOON,
  updatedAt: NOON,
  deletedAt: null,
  itemId: `item ${catalogId}`,
  catalogId,
  usSize: 10,
  kind: 'ask-at-or-below',
  enabled: true,
  trigger: { kind: 'ask-at-or-below', price: usd(108) },
  options: {
    confirm: true,
    rearmMinutes: null,
    expiresAt: null,
    mostPerDay: null,
    channels: { notification: true, badge: false, digest: false },
  },
  state: { ...NEW_ALERT_STATE, ...state },
  ...given,
});

/** Everything was read ten minutes ago, and a new pair in US 10 is asked $110 for. */
async function setUp(ids: readonly string[]) {
  const db = makeDatabase();
  const at = shiftInstant(NOON, -10 * MINUTE_MS);
  for (const catalogId of ids) {
    await db.products.add(makeProduct({ id: catalogId, catalogId }));
    const { variant } = makePrice();
    await db.marketPrices.add(makePrice({ variant: { ...variant, catalogId }, lowestAsk: usd(110) }));
    const rest = { token: null, sweepId: null, finishedAt: at, pages: 0, items: 0, total: null };
    await db.cursors.add({ ...rest, id: pricesCursorId(catalogId, null), startedAt: at });
  }
  return db;
}

describe('when each product is looked at next', () => {
  test('by why it is read: offered, watched, in stock', async () => {
    const db = await setUp(['mine', 'seen', 'kept']);
    await db.listings.add(makeListing({ catalogId: 'mine' }));
    await db.inventory.add(makePair({ catalogId: 'kept' }));
    await db.watchlistItems.bulkAdd([item('mine'), item('seen'), item('gone', { deletedAt: NOON }), item('new')]);
    const looks = await nextLooks(db, REQUEST);
    expect(Object.fromEntries(looks)).toEqual({
      mine: { at: shiftInstant(NOON, 5 * MINUTE_MS), reason: 'offered' },
      seen: { at: shiftInstant(NOON, 50 * MINUTE_MS), reason: 'watched' },
      kept: { at: shiftInstant(NOON, 350 * MINUTE_MS), reason: 'in-stock' },
      new: { at: NOON, reason: 'watched' },
    });
  });

  test.each<[string, Partial<WatchlistItemRow>, AlertRow | null, boolean]>([
    ['a target just below the ask', { targetPrice: usd(105) }, null, true],
    ['of any size', { targetPrice: usd(105), usSize: null }, null, true],
    ['of another size', { targetPrice: usd(105), usSize: 9 }, null, false],
    ['a target far below', { targetPrice: usd(90) }, null, false],
    ['a target that rang', { targetPrice: usd(105), reachedAt: NOON }, null, false],
    ['an alert just below the ask', {}, alert('dunk', {}), true],
    ['an alert that waits to be armed', {}, alert('dunk', { isArmed: false }), false],
    ['an alert switched off', {}, alert('dunk', {}, { enabled: false }), false],
    ['an alert taken off', {}, alert('dunk', {}, { deletedAt: NOON }), false],
    [
      'an alert that was true and must still be',
      {},
      alert('dunk', { trueSince: NOON }, { trigger: { kind: 'drop', basisPoints: 1000, hours: 24 }, kind: 'drop' }),
      true,
    ],
  ])('%s', async (_, given, waiting, isNear) => {
    const db = await setUp(['dunk']);
    await db.watchlistItems.add(item('dunk', given));
    if (waiting !== null) await db.alerts.add(waiting);
    const look = (await nextLooks(db, REQUEST)).get('dunk');
    expect(look?.reason).toBe(isNear ? 'near' : 'watched');
    expect((look?.at ?? NOON) > NOON).toBe(!isNear);
  });

  test('near in this region alone', async () => {
    const db = await setUp(['dunk']);
    await db.watchlistItems.add(item('dunk', { targetPrice: usd(105) }));
    expect((await nextLooks(db, { ...REQUEST, regionId: '2' })).get('dunk')).toEqual({ at: NOON, reason: 'watched' });
  });
});
