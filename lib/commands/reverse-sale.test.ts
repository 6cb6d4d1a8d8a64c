import { describe, expect, test } from 'vitest';
import type { Pair } from '@/lib/domain/inventory/pair';
import { money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { editSale, type SaleChanges } from './edit-sale';
import { reverseSale, type ToldReversal } from './reverse-sale';
import { runUndo } from './undo';

async function books(sale: Partial<Sale> = {}, pair: Partial<Pair> = {}) {
  const deps = makeCommandDeps();
  await deps.db.inventory.add(makePair({ id: 'p', status: 'sold', soldAt: NOON, location: 'Shelf 3', ...pair }));
  await deps.db.sales.add(
    makeSale({
      id: 's',
      pairId: 'p',
      marketplace: 'stockx',
      status: 'completed',
      price: usd(120),
      payout: usd(100),
      ...sale,
    }),
  );
  const told = (given: Partial<ToldReversal> = {}): ToldReversal => ({
    saleId: 's',
    reason: 'failed-verification',
    at: NOON,
    penalty: usd(15),
    note: ' wrong box ',
    pair: 'consigned',
    location: 'StockX, Moonachie',
    ...given,
  });
  const edit = (changes: SaleChanges) => editSale(deps, { saleId: 's', changes, displayCurrency: 'USD' });
  const all = async () => ({ sale: await deps.db.sales.get('s'), pair: await deps.db.inventory.get('p') });
  return { deps, told, edit, all };
}

describe('a sale that came to nothing', () => {
  test('keeps why and what it cost; its pair is where the seller says; taken back it is as it was', async () => {
    const { deps, told, all } = await books();
    const before = await all();
    const { undoId } = await reverseSale(deps, told());
    expect(await all()).toMatchObject({
      sale: {
        status: 'reversed',
        price: usd(120),
        reversal: { reason: 'failed-verification', at: NOON, penalty: usd(15), note: 'wrong box' },
      },
      pair: { status: 'consigned', soldAt: null, location: 'StockX, Moonachie' },
    });
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 2, left: 0 });
    expect(await all()).toEqual(before);
  });

  test.each(['in-stock', 'returned', 'consigned'] as const)('its pair is %s', async (place) => {
    const { deps, told, all } = await books();
    await reverseSale(deps, told({ pair: place, location: null }));
    expect((await all()).pair).toMatchObject({ status: place, location: 'Shelf 3' });
  });

  test('told once more, reason, penalty and place are put right', async () => {
    const { deps, told, all } = await books();
    await reverseSale(deps, told());
    await reverseSale(deps, told({ reason: 'returned', penalty: null, pair: 'in-stock' }));
    expect(await all()).toMatchObject({
      sale: { reversal: { reason: 'returned', penalty: null } },
      pair: { status: 'in-stock' },
    });
  });

  test('a pair that was sold anew meanwhile stays sold', async () => {
    const { deps, told, all } = await books();
    await deps.db.sales.add(makeSale({ id: 'next', pairId: 'p', marketplace: 'ebay' }));
    await reverseSale(deps, told());
    expect(await all()).toMatchObject({ sale: { status: 'reversed' }, pair: { status: 'sold' } });
  });

  test.each<[string, Partial<ToldReversal>]>([
    ['not-found', { saleId: 'nobody' }],
    ['bad-value', { penalty: money(100, 'GBP') }],
    ['bad-value', { penalty: money(-1, 'USD') }],
    ['bad-value', { at: shiftInstant(NOON, 3 * DAY_MS) }],
  ])('%s: %o changes nothing', async (code, given) => {
    const { deps, told, all } = await books();
    const before = await all();
    await expect(reverseSale(deps, told(given))).rejects.toMatchObject({ code });
    expect(await all()).toEqual(before);
  });
});

describe('a sale that is corrected', () => {
  test('figures, day, platform and who bought it; the split of the take is closed again; and back', async () => {
    const charges = {
      commission: usd(12),
      processing: usd(8),
      sellerFee: null,
      shipping: null,
      advertising: null,
      penalty: null,
      feeTax: null,
      adjustment: null,
    };
    const { deps, edit, all } = await books({ charges });
    const before = await all();
    const soldAt = shiftInstant(NOON, -DAY_MS);
    const { undoId } = await edit({
      platform: 'ebay',
      price: usd(130),
      payout: usd(105),
      soldAt,
      orderNumber: ' 7 ',
      buyer: 'Ann',
      country: 'GB',
      paidAt: NOON,
    });
    // 130 - 105 = 25 was taken; 12 + 8 are told, so 5 is the adjustment.
    expect(await all()).toMatchObject({
      sale: {
        marketplace: 'ebay',
        price: usd(130),
        payout: usd(105),
        orderNumber: '7',
        charges: { commission: usd(12), processing: usd(8), adjustment: usd(5) },
        details: { buyer: 'Ann', country: 'GB' },
        paid: { at: NOON, payoutId: null },
      },
      pair: { soldAt },
    });
    await runUndo(deps, undoId ?? '');
    expect(await all()).toEqual(before);
  });

  test('of a sale on alias only what alias does not tell', async () => {
    const { edit, all } = await books({ marketplace: 'alias' });
    await expect(edit({ price: usd(1) })).rejects.toMatchObject({ code: 'not-allowed' });
    await edit({ paidAt: NOON, note: 'by bank' });
    expect((await all()).sale).toMatchObject({ price: usd(120), paid: { at: NOON }, details: { note: 'by bank' } });
  });

  test('a payment joined to a payout stays joined while its day is the same', async () => {
    const { edit, all } = await books({ paid: { at: NOON, payoutId: 'payout' } });
    await edit({ paidAt: NOON, buyer: 'Ann' });
    expect((await all()).sale?.paid).toEqual({ at: NOON, payoutId: 'payout' });
    await edit({ paidAt: null });
    expect((await all()).sale?.paid).toBeNull();
  });

  test('nothing new is nothing done', async () => {
    const { deps, edit, all } = await books();
    const before = await all();
    expect(await edit({ price: usd(120), orderNumber: before.sale?.orderNumber ?? '' })).toEqual({ undoId: null });
    expect(await all()).toEqual(before);
    expect(await deps.db.activity.count()).toBe(0);
  });

  test.each<[SaleChanges, string]>([
    [{ payout: money(1, 'GBP') }, 'bad-value'],
    [{ price: money(-1, 'USD') }, 'bad-value'],
    [{ country: 'Britain' }, 'bad-value'],
    [{ soldAt: shiftInstant(NOON, 3 * DAY_MS) }, 'bad-value'],
  ])('%o is refused', async (changes, code) => {
    const { edit } = await books();
    await expect(edit(changes)).rejects.toMatchObject({ code });
  });
});
