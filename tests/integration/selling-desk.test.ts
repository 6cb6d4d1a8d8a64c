import { expect, test } from 'vitest';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { sellingHandlers } from '@/lib/desk/handle-selling';
import type { DeskParts } from '@/lib/desk/ports';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { getSetting, setSetting } from '@/lib/settings/stored-settings';
import { fakeClock, fakeRandom, START } from '../fakes/fake-platform';
import { fakeVault } from '../fakes/fake-vault';
import { makeProduct, usd } from '../fixtures/builders';
import { addListed } from '../fixtures/selling-deps';
import { makeDatabase } from '../fixtures/test-database';

/** What the desk makes of messages about listings: the settings of this moment, and an outbox that is woken at once. */

async function makeDesk() {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, START);
  await db.products.add(makeProduct());
  let wakes = 0;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const ground = { db, clock: fakeClock(START), random: fakeRandom(), log, vault: fakeVault().vault };
  const engine = {
    wake: () => {
      wakes += 1;
    },
  };
  const stored = { get: getSetting, set: setSetting };
  const parts = { ground, engine, stored } as unknown as DeskParts;
  return { db, handle: sellingHandlers(parts), wakes: () => wakes };
}

const change = (listingId: string, to: number, currency = 'USD') => ({
  listingId,
  from: { minor: 12_000, currency: 'USD' },
  to: { minor: to * 100, currency },
  belowFloor: false,
  intoOffer: false,
});

test('what is accepted wakes the outbox, after it was written; what is not leaves it asleep', async () => {
  const { db, handle, wakes } = await makeDesk();
  const { listing } = await addListed({ db });
  const told = await handle['listings/set-price']({ changes: [change(listing.id, 115)] });
  expect(told).toMatchObject({ ok: true, accepted: 1, skipped: [] });
  expect([wakes(), await db.outbox.count()]).toEqual([1, 1]);
  const none = await handle['listings/set-price']({ changes: [change('nobody', 115)] });
  expect(none).toEqual({ ok: true, groupId: null, accepted: 0, skipped: [{ id: 'nobody', code: 'not-found' }] });
  expect(wakes()).toBe(1);
});

test('the fees in force are those of the seller’s settings', async () => {
  const { db, handle } = await makeDesk();
  const { listing } = await addListed({ db }, {}, { cost: usd(60) });
  // $80 nets $65.45 at rating 90, and $57.06 at rating 50: below the floor then.
  await setSetting('feeProfile', { rating: 50, country: 'US', method: 'prepaid', withdraws: true });
  const told = await handle['listings/set-price']({ changes: [change(listing.id, 80)] });
  expect(told).toMatchObject({ accepted: 0, skipped: [{ code: 'below-floor' }] });
  await setSetting('feeProfile', { rating: 90, country: 'US', method: 'prepaid', withdraws: true });
  expect(await handle['listings/set-price']({ changes: [change(listing.id, 80)] })).toMatchObject({ accepted: 1 });
});

test('a refusal is an answer in words, and nothing is written', async () => {
  const { db, handle, wakes } = await makeDesk();
  const { listing } = await addListed({ db });
  const strange = await handle['listings/set-price']({ changes: [change(listing.id, 115, 'XXQ')] });
  expect(strange).toMatchObject({ ok: false, error: { code: 'unknown-currency' } });
  const pounds = await handle['listings/set-price']({ changes: [change(listing.id, 115, 'GBP')] });
  expect(pounds).toMatchObject({ ok: true, skipped: [{ code: 'price-currency' }] });
  expect(await handle['vacation/end']({})).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await handle['writes/undo']({ groupId: 'nobody' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect([wakes(), await db.outbox.count(), await db.vacations.count()]).toEqual([0, 0, 0]);
});
