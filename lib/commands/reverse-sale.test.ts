import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { books } from '@/tests/fixtures/sale-books';
import { reverseSale, type ToldReversal } from './reverse-sale';
import { runUndo } from './undo';

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
