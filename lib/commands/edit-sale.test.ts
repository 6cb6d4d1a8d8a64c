import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { NO_CHARGES } from '@/lib/domain/sales/charges';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { NOON, usd } from '@/tests/fixtures/builders';
import { books } from '@/tests/fixtures/sale-books';
import type { SaleChanges } from './edit-sale';
import { runUndo } from './undo';

describe('a sale that is corrected', () => {
  test('figures, day, platform and who bought it; the split of the take is closed again; and back', async () => {
    const charges = { ...NO_CHARGES, commission: usd(12), processing: usd(8) };
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
