import { describe, expect, test } from 'vitest';
import { makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { listPairs, makeShop, type PairRequest, PAIRS } from '@/tests/fixtures/pair-shop';

describe('inventory list', () => {
  test('what is held comes first; a sold pair tells what it was sold for and what that earned', async () => {
    const db = await makeShop();
    await db.inventory.bulkAdd([
      makePair({ id: 'sold', status: 'sold', soldAt: NOON, cost: usd(60) }),
      makePair({ id: 'here', status: 'in-stock' }),
    ]);
    await db.sales.bulkAdd([
      makeSale({ pairId: 'sold', status: 'reversed', price: usd(500) }),
      makeSale({ pairId: 'sold', price: usd(120), payout: usd(103.6) }),
    ]);
    const { rows } = await listPairs(db, { ...PAIRS, sort: { by: 'status', descending: false } });
    expect(rows.map((row) => row.pair.id)).toEqual(['here', 'listed', 'sold']);
    expect(rows[2]).toMatchObject({
      estimate: null,
      sold: { sale: { price: usd(120) }, line: { net: usd(100.6), profit: usd(40.6) } },
    });
    expect(rows[0]).toMatchObject({
      estimate: null,
      sold: null,
      // A dollar under the lowest ask of $110.
      unlisted: { price: usd(109), estimate: { net: usd(90.93), profit: usd(30.93) } },
    });
    expect(rows[1]?.unlisted).toBeNull();
  });

  test("a pair that came nameless with its listing is shown, found and sorted by its product's name", async () => {
    const db = await makeShop();
    await db.inventory.update('listed', { name: '', brand: '', styleCode: null });
    const { rows } = await listPairs(db, { ...PAIRS, filter: { search: 'panda' } });
    expect(rows[0]?.pair).toMatchObject({ name: 'Dunk Low Panda', brand: 'Nike', styleCode: 'DD1391-100' });
    const unsearched = await listPairs(db, { ...PAIRS, sort: { by: 'bought', descending: true } });
    expect(unsearched.rows[0]?.pair.name).toBe('Dunk Low Panda');
    await db.products.clear();
    const unread = await listPairs(db, { ...PAIRS, sort: { by: 'bought', descending: true } });
    expect(unread.rows[0]?.pair, 'its code, until the product has been read').toMatchObject({
      name: 'dunk-low-panda-dd1391-100',
      brand: '',
    });
  });

  test('a row knows its listing, product, market and what the own price brings', async () => {
    const db = await makeShop();
    const { rows } = await listPairs(db, PAIRS);
    expect(rows[0]).toMatchObject({
      pair: { id: 'listed' },
      listing: { id: 'l1' },
      product: { name: 'Dunk Low Panda' },
      market: { lowestAsk: usd(110), highestOffer: usd(90), lastSale: usd(99) },
      // $120 at 9.5 %, $5 and 2.9 %: nets $100.60, less $60 and $5.
      estimate: { net: usd(100.6), profit: usd(35.6), missing: [] },
    });
  });

  test('each filter alone and together; chips count everything', async () => {
    const db = await makeShop();
    await db.inventory.bulkAdd([
      makePair({ id: 'a', name: 'Samba OG', brand: 'adidas', cost: null }),
      makePair({ id: 'b', status: 'sold', cost: null }),
      makePair({ id: 'c', status: 'written-off', cost: null }),
      makePair({ id: 'd', deletedAt: NOON }),
    ]);
    const ids = async (filter: PairRequest['filter']) =>
      (await listPairs(db, { ...PAIRS, filter })).rows.map((row) => row.pair.id).toSorted();
    expect(await ids({})).toEqual(['a', 'b', 'c', 'listed']);
    expect(await ids({ statuses: ['sold'] })).toEqual(['b']);
    expect(await ids({ missingCost: true })).toEqual(['a', 'b']);
    expect(await ids({ missingCost: true, brands: ['adidas'] })).toEqual(['a']);
    expect(await ids({ search: 'samba 10' })).toEqual(['a']);
    expect((await listPairs(db, { ...PAIRS, filter: { search: 'nothing' } })).counts).toEqual({
      all: 4,
      byStatus: { 'in-stock': 1, listed: 1, sold: 1, returned: 0, consigned: 0, 'written-off': 1 },
      missingCost: 2,
      stale: 0,
      brands: [
        { value: 'Nike', pairs: 3 },
        { value: 'adidas', pairs: 1 },
      ],
    });
  });
});
