import { expect, test } from 'vitest';
import { NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { listFeeSchedules, seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { resolveFees } from '@/lib/domain/fees/estimate-net';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { correctFees } from './correct-fees';
import { runUndo } from './undo';

const GB = { rating: 92, country: 'GB', method: 'prepaid', withdraws: true } as const;
const since = shiftInstant(NOON, -30 * DAY_MS);
const wish = { validFrom: since, basisPoints: 880, fixed: usd(7.5), source: 'twelve orders' };

test('from its day on estimates go by it, before it as they did; undo takes it away, and it can be corrected again', async () => {
  const deps = makeCommandDeps();
  await seedFeeSchedules(deps.db, ALIAS_FEE_SCHEDULES, NOON);
  const feesAt = async (at: number) =>
    resolveFees(feesFor(await listFeeSchedules(deps.db, 'alias'), shiftInstant(since, at)), GB);
  const { undoId } = await correctFees(deps, GB, wish);
  expect(await feesAt(0)).toMatchObject({ commissionBasisPoints: 880, sellerFee: usd(7.5) });
  expect(await feesAt(-1)).toMatchObject({ commissionBasisPoints: 950, sellerFee: usd(5) });
  const again = await correctFees(deps, GB, { ...wish, basisPoints: 900 });
  expect(await feesAt(0)).toMatchObject({ commissionBasisPoints: 900 });
  await runUndo(deps, again.undoId ?? '');
  expect(await feesAt(0)).toMatchObject({ commissionBasisPoints: 880 });
  await runUndo(deps, undoId ?? '');
  expect(await feesAt(0)).toMatchObject({ commissionBasisPoints: 950 });
  expect(await deps.db.feeSchedules.count()).toBe(ALIAS_FEE_SCHEDULES.length);
});

test.each([
  ['another currency', GB, { ...wish, fixed: money(750, 'GBP') }],
  ['a day to come', GB, { ...wish, validFrom: shiftInstant(NOON, 3 * DAY_MS) }],
  ['no rating', { ...GB, rating: null }, wish],
  ['before any table', GB, { ...wish, validFrom: shiftInstant(NOON, -20 * 366 * DAY_MS) }],
])('%s is refused', async (_, profile, bad) => {
  const deps = makeCommandDeps();
  await seedFeeSchedules(deps.db, ALIAS_FEE_SCHEDULES, NOON);
  await expect(correctFees(deps, profile, bad)).rejects.toMatchObject({ code: 'bad-value' });
  expect(await deps.db.feeSchedules.count()).toBe(ALIAS_FEE_SCHEDULES.length);
});
