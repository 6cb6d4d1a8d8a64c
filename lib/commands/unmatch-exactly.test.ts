import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { HOUR_MS, instant } from '@/lib/domain/time/instant';
import { line, makeDeps, only, readMoney, statement, stockx } from '@/tests/fixtures/bank-told';
import { makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { importStatement } from './import-statement';
import { matchLines, unmatchLines } from './match-lines';
import { addPayout } from './payouts';

/** 17:00 UTC is noon of the bank's day. */
const BANK_DAY = instant(Date.UTC(2026, 2, 1, 17));
const EARLIER = instant(Date.UTC(2026, 1, 25, 9));

async function matchedAndParted(
  deps: ReturnType<typeof makeDeps>,
  kind: 'payout' | 'sales',
  ids: readonly string[],
): Promise<void> {
  await importStatement(deps, statement([line('2026-03-01', 99_999, 'Somebody')]));
  const { id: lineId } = await only(deps);
  deps.push(HOUR_MS);
  await matchLines(deps, [{ lineId, to: { kind, ids, reason: '' } }]);
  deps.push(HOUR_MS);
  await unmatchLines(deps, [lineId]);
}

/** Rows without their stamps: a parted row was changed twice. */
const bare = async (deps: ReturnType<typeof makeDeps>) =>
  (await readMoney(deps)).slice(2, 4).map((rows) => rows.map(({ updatedAt: _at, ...row }) => row as object));

describe('parted from its line, all is as it was before', () => {
  test.each([
    ['another day than the payout’s', EARLIER],
    ['the day the bank says', BANK_DAY],
  ])('a sale paid on %s, and the rate of its payout', async (_, at) => {
    const deps = makeDeps();
    const { id } = await addPayout(deps, stockx(money(21_160, 'EUR')));
    const fx = { base: 'EUR', quote: 'USD', rateE8: 110_000_000, asOf: NOON, source: 'told' } as const;
    await deps.db.payouts.update(id, { fx });
    await deps.db.sales.add(makeSale({ paid: { at, payoutId: id }, marketplace: 'stockx' }));
    const before = await bare(deps);
    await matchedAndParted(deps, 'payout', [id]);
    expect(await bare(deps)).toEqual(before);
  });

  test.each([
    ['a day of its own', { at: EARLIER, payoutId: null }],
    ['none', null],
  ])('a sale with %s, matched by itself', async (_, paid) => {
    const deps = makeDeps();
    await deps.db.sales.add(makeSale({ id: 's', status: 'completed', payout: usd(120), paid }));
    const before = await bare(deps);
    await matchedAndParted(deps, 'sales', ['s']);
    expect(await bare(deps)).toEqual(before);
  });

  test('a sale that was joined with the payout since stays with it, on its own day', async () => {
    const deps = makeDeps();
    const { id } = await addPayout(deps, stockx());
    await importStatement(deps, statement([line('2026-03-01', 99_999, 'Somebody')]));
    const { id: lineId } = await only(deps);
    await matchLines(deps, [{ lineId, to: { kind: 'payout', ids: [id], reason: '' } }]);
    await deps.db.sales.add(makeSale({ id: 'late', paid: { at: EARLIER, payoutId: id }, marketplace: 'stockx' }));
    await unmatchLines(deps, [lineId]);
    expect((await deps.db.sales.get('late'))?.paid).toEqual({ at: EARLIER, payoutId: id });
  });
});
