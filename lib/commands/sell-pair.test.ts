import { describe, expect, test } from 'vitest';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { money } from '@/lib/domain/money/money';
import { makeListing, makeOrder, makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { removePairs } from './remove-pairs';
import { sellPair, type ToldSale } from './sell-pair';
import { setPairCost } from './set-pair-cost';
import { runUndo } from './undo';
import { unsellPair } from './unsell-pair';

const TOLD: ToldSale = {
  pairId: 'p1',
  platform: 'ebay',
  price: usd(120),
  taken: { is: 'fees', amount: usd(14) },
  soldAt: NOON,
  note: ' order 12-345 ',
  displayCurrency: 'USD',
};

async function withPair(given: Parameters<typeof makePair>[0] = {}) {
  const deps = makeCommandDeps();
  const pair = makePair({ id: 'p1', ...given });
  await deps.db.inventory.add(pair);
  return { deps, pair, db: deps.db };
}

describe('a sale the seller tells of', () => {
  test('is kept with what arrived, and the pair is sold', async () => {
    const { deps, db } = await withPair();
    const { saleId, stillListed } = await sellPair(deps, TOLD);
    expect(stillListed).toBe(false);
    expect(await db.sales.toArray()).toMatchObject([
      {
        id: saleId,
        externalOrderId: saleId,
        marketplace: 'ebay',
        orderNumber: 'order 12-345',
        price: usd(120),
        payout: usd(106),
        status: 'completed',
        fx: null,
      },
    ]);
    expect(await db.inventory.get('p1')).toMatchObject({ status: 'sold', soldAt: NOON });
  });

  test('what arrived may be told instead of the fees', async () => {
    const { deps, db } = await withPair();
    await sellPair(deps, { ...TOLD, taken: { is: 'received', amount: usd(101) } });
    expect(await db.sales.toArray()).toMatchObject([{ payout: usd(101) }]);
  });

  test('warns while alias still offers the pair', async () => {
    const { deps, db } = await withPair({ goatListingId: 'L1', status: 'listed' });
    await db.listings.add(makeListing({ externalId: 'L1' }));
    expect(await sellPair(deps, TOLD)).toMatchObject({ stillListed: true });
  });

  test('keeps the rate of its day when it is in another currency', async () => {
    const { deps, db } = await withPair();
    await db.fxRates.add({ id: 'r', base: 'USD', quote: 'GBP', rateE8: 79_000_000, asOf: NOON, source: 'you' });
    await sellPair(deps, { ...TOLD, displayCurrency: 'GBP' });
    expect(await db.sales.toArray()).toMatchObject([{ fx: { quote: 'GBP', rateE8: 79_000_000 } }]);
  });

  test.each<[string, Partial<ToldSale>, string]>([
    ['fees in another currency', { taken: { is: 'fees', amount: money(100, 'GBP') } }, 'one currency'],
    ['a price below zero', { price: usd(-1) }, 'The price cannot be below zero.'],
    ['a day to come', { soldAt: shiftInstant(NOON, 2 * DAY_MS) }, 'still to come'],
  ])('%s is refused', async (_what, wrong, words) => {
    const { deps, db, pair } = await withPair();
    await expect(sellPair(deps, { ...TOLD, ...wrong })).rejects.toThrow(words);
    expect(await db.inventory.get('p1')).toEqual(pair);
  });

  test('a pair is sold once', async () => {
    const { deps, db } = await withPair();
    await sellPair(deps, TOLD);
    await expect(sellPair(deps, TOLD)).rejects.toMatchObject({ code: 'already-sold' });
    expect(await db.sales.count()).toBe(1);
  });

  test('undo takes the sale out of the books', async () => {
    const { deps, db, pair } = await withPair();
    const { undoId } = await sellPair(deps, TOLD);
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 2, left: 0 });
    expect([await db.inventory.get('p1'), await db.sales.count()]).toEqual([pair, 0]);
  });

  test('later it is reversed, and that can be taken back as well', async () => {
    const { deps, db } = await withPair();
    await sellPair(deps, TOLD);
    const { undoId } = await unsellPair(deps, 'p1');
    expect(await db.inventory.get('p1')).toMatchObject({ status: 'in-stock', soldAt: null });
    expect(await db.sales.toArray()).toMatchObject([{ status: 'reversed' }]);
    await runUndo(deps, undoId ?? '');
    expect(await db.sales.toArray()).toMatchObject([{ status: 'completed' }]);
  });

  test('a pair of the second sale that the seller has told something of is no stand-in', async () => {
    const { deps, db } = await withPair({ goatListingId: 'L1', status: 'listed' });
    const { undoId } = await sellPair(deps, TOLD);
    await db.orders.add(makeOrder({ externalId: 'O1', externalListingId: 'L1' }));
    const told = { supplier: null, boughtAt: null, location: 'Shelf B3' };
    await db.inventory.add(makePair({ id: 'mine', origin: 'order', status: 'sold', cost: null, ...told }));
    await db.sales.add(makeSale({ id: 's2', externalOrderId: 'O1', pairId: 'mine', soldAt: NOON }));
    await runUndo(deps, undoId ?? '');
    expect(await db.sales.toArray()).toMatchObject([{ id: 's2', pairId: 'mine' }]);
  });

  test('is not taken back by half: once the sold pair was changed, sale and pair both stay', async () => {
    const { deps, db } = await withPair();
    const { undoId } = await sellPair(deps, TOLD);
    deps.push(1);
    await setPairCost(deps, 'p1', usd(70));
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 0, left: 2 });
    expect(await db.inventory.get('p1')).toMatchObject({ status: 'sold', cost: usd(70) });
    expect(await db.sales.toArray()).toMatchObject([{ pairId: 'p1', status: 'completed' }]);
  });

  test('a return is not taken back once the pair was sold anew', async () => {
    const { deps, db } = await withPair();
    await sellPair(deps, TOLD);
    const { undoId } = await unsellPair(deps, 'p1');
    deps.push(1);
    await sellPair(deps, { ...TOLD, platform: 'depop' });
    expect(await runUndo(deps, undoId ?? '')).toMatchObject({ restored: 0 });
    const living = (await db.sales.toArray()).filter(({ status }) => status !== 'reversed');
    expect(living).toMatchObject([{ marketplace: 'depop' }]);
  });

  test('taken back after its listing went, the pair is in stock, offered by nobody', async () => {
    const { deps, db } = await withPair({ goatListingId: 'L1', status: 'listed' });
    await db.listings.add(makeListing({ externalId: 'L1' }));
    const { undoId } = await sellPair(deps, TOLD);
    await db.listings.toCollection().modify({ status: 'deleted' });
    await runUndo(deps, undoId ?? '');
    expect(await db.inventory.get('p1')).toMatchObject({ status: 'in-stock', soldAt: null });
  });

  test('reversed while alias still offers the pair, it is listed again', async () => {
    const { deps, db } = await withPair({ goatListingId: 'L1', status: 'listed' });
    await db.listings.add(makeListing({ externalId: 'L1' }));
    await sellPair(deps, TOLD);
    await unsellPair(deps, 'p1');
    expect(await db.inventory.get('p1')).toMatchObject({ status: 'listed', soldAt: null });
  });

  test("a sale of alias's own is not reversed by hand", async () => {
    const { deps, db } = await withPair({ status: 'sold' });
    await db.sales.add(makeSale({ pairId: 'p1' }));
    await expect(unsellPair(deps, 'p1')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('taken back after alias sold the pair as well, the pair gets the sale of alias', async () => {
    const { deps, db } = await withPair({ goatListingId: 'L1', status: 'listed' });
    const { undoId } = await sellPair(deps, TOLD);
    await db.orders.add(makeOrder({ externalId: 'O1', externalListingId: 'L1' }));
    await db.inventory.add(
      makePair({ id: 'stand-in', origin: 'order', status: 'sold', cost: null, supplier: null, boughtAt: null }),
    );
    await db.sales.add(makeSale({ id: 's2', externalOrderId: 'O1', pairId: 'stand-in', soldAt: NOON }));
    await runUndo(deps, undoId ?? '');
    expect(await db.sales.toArray()).toMatchObject([{ id: 's2', pairId: 'p1' }]);
    expect(await db.inventory.get('p1')).toMatchObject({ status: 'sold', soldAt: NOON });
    expect(await db.inventory.get('stand-in')).toMatchObject({ deletedAt: NOON });
  });
});

test('deleting leaves what alias lists and what was sold, and says how many', async () => {
  const { deps, db, pair } = await withPair();
  await db.inventory.bulkAdd([
    makePair({ id: 'listed', goatListingId: 'L1', status: 'listed' }),
    makePair({ id: 'delisted', goatListingId: 'L2' }),
    makePair({ id: 'sold', status: 'sold' }),
  ]);
  await db.listings.bulkAdd([makeListing({ externalId: 'L1' }), makeListing({ externalId: 'L2', status: 'deleted' })]);
  const result = await removePairs(deps, ['p1', 'listed', 'delisted', 'sold', 'nobody']);
  expect(result).toMatchObject({ removed: 2, listed: 1, sold: 1 });
  expect(await db.inventory.filter(({ deletedAt }) => deletedAt !== null).primaryKeys()).toEqual(['delisted', 'p1']);
  await runUndo(deps, result.undoId ?? '');
  expect(await db.inventory.get('p1')).toEqual(pair);
});
