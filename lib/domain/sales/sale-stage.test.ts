import { expect, test } from 'vitest';
import { instant } from '../time/instant';
import { saleStage } from './sale-stage';

const at = instant(1_800_000_000_000);
const paid = { at, payoutId: null };
const reversed = (reason: 'cancelled' | 'failed-verification' | 'returned' | null) => ({
  status: 'reversed' as const,
  paid: null,
  reversal: reason === null ? null : { reason, at, penalty: null, note: '' },
});

test.each([
  [{ status: 'completed', paid: null, reversal: null }, null, 'sold', 'sold'],
  [{ status: 'completed', paid, reversal: null }, null, 'sold', 'paid'],
  [{ status: 'pending', paid: null, reversal: null }, 'to-ship', 'sold', 'to-ship'],
  [{ status: 'pending', paid: null, reversal: null }, 'at-marketplace', 'sold', 'at-marketplace'],
  [{ status: 'completed', paid: null, reversal: null }, 'completed', 'sold', 'verified'],
  [reversed('failed-verification'), 'completed', 'returned', 'failed-verification'],
  [reversed('failed-verification'), 'in-transit', 'consigned', 'consigned'],
  [reversed('cancelled'), 'cancelled', 'in-stock', 'cancelled'],
  [reversed(null), null, null, 'reversed'],
] as const)('%o, order %s, pair %s: %s', (sale, order, pair, stage) => {
  expect(saleStage(sale, order, pair)).toBe(stage);
});
