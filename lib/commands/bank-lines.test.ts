import { describe, expect, test } from 'vitest';
import { line, makeDeps, only, readMoney, statement, stockx } from '@/tests/fixtures/bank-told';
import { makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { money } from '@/lib/domain/money/money';
import { HOUR_MS, instant } from '@/lib/domain/time/instant';
import { removeBankAccount } from './bank-accounts';
import { removeExpenses } from './edit-expenses';
import { expenseOfLine } from './expense-of-line';
import { importStatement } from './import-statement';
import { ignoreLines, matchCertain, matchLines, unmatchLines } from './match-lines';
import { addPayout } from './payouts';
import { runUndo } from './undo';

describe('lines', () => {
  test('matched with a payout in another currency: the bank’s own rate, $100.00 came as £79.12; parted and undone', async () => {
    const deps = makeDeps();
    const { id } = await addPayout(deps, stockx(usd(100)));
    const pounds = line('2026-03-01', 7912, 'X', { amount: money(7912, 'GBP') });
    await importStatement(deps, statement([pounds], { account: { name: 'UK', number: '', currency: 'GBP' } }));
    const before = await readMoney(deps);
    deps.push(HOUR_MS);
    const { id: lineId } = await only(deps);
    const matched = await matchLines(deps, [{ lineId, to: { kind: 'payout', ids: [id], reason: '' } }]);
    expect(await deps.db.payouts.get(id)).toMatchObject({
      bankLineId: lineId,
      fx: { base: 'USD', quote: 'GBP', rateE8: 79_120_000, source: 'bank statement', asOf: Date.UTC(2026, 2, 1, 17) },
    });
    await expect(matchLines(deps, [{ lineId, to: { kind: 'payout', ids: [id], reason: '' } }])).rejects.toThrow(
      'meanwhile',
    );
    const parted = await unmatchLines(deps, [lineId]);
    expect(await deps.db.payouts.get(id)).toMatchObject({ bankLineId: null, fx: null });
    await runUndo(deps, parted.undoId ?? '');
    expect(await deps.db.payouts.get(id)).toMatchObject({ bankLineId: lineId });
    expect(await runUndo(deps, matched.undoId ?? '')).toMatchObject({ restored: 2, left: 0 });
    expect(await readMoney(deps)).toEqual(before);
  });

  test('matched with sales: a payout of them, all paid on that day; parted, it goes again', async () => {
    const deps = makeDeps();
    const sales = [
      makeSale({ payout: usd(600) }),
      makeSale({ payout: usd(400), paid: { at: instant(7), payoutId: null } }),
    ];
    await deps.db.sales.bulkAdd(sales);
    await importStatement(deps, statement([line('2026-03-02', 97_100, 'PAYPAL')]));
    const { id: lineId } = await only(deps);
    const ids = sales.map(({ id }) => id);
    await matchLines(deps, [{ lineId, to: { kind: 'sales', ids, reason: 'sales:2' } }]);
    const [payout] = await deps.db.payouts.toArray();
    expect(payout).toMatchObject({ platform: 'alias', amount: usd(971), bankLineId: lineId, fx: null });
    const paid = { at: Date.UTC(2026, 2, 2, 17), payoutId: payout?.id };
    expect((await deps.db.sales.toArray()).map((sale) => sale.paid)).toEqual([paid, paid]);
    await unmatchLines(deps, [lineId]);
    expect(await deps.db.payouts.count()).toBe(0);
    // What a file said of the day of payment is said again.
    expect((await deps.db.sales.toArray()).map((sale) => sale.paid)).toEqual([null, { at: 7, payoutId: null }]);
  });

  test.each([
    ['a payout that is gone', { kind: 'payout', ids: ['nobody'], reason: '' }, 'no longer'],
    ['sales that are not completed', { kind: 'sales', ids: ['pending'], reason: '' }, 'completed'],
    ['sales of two platforms', { kind: 'sales', ids: ['a', 'b'], reason: '' }, 'one platform'],
    ['sales that were paid', { kind: 'sales', ids: ['paid'], reason: '' }, 'paid already'],
    ['an expense for money that came', { kind: 'expense', ids: ['cost'], reason: '' }, 'goes out'],
  ] as const)('%s is refused and nothing is written', async (_name, to, why) => {
    const deps = makeDeps();
    await deps.db.sales.bulkAdd([
      makeSale({ id: 'pending', status: 'pending' }),
      makeSale({ id: 'a' }),
      makeSale({ id: 'b', marketplace: 'ebay' }),
      makeSale({ id: 'paid', paid: { at: NOON, payoutId: 'another' } }),
    ]);
    await importStatement(deps, statement([line('2026-03-01', -1000, 'A'), line('2026-03-02', 1000, 'B')]));
    const [out, came] = await deps.db.bankLines.orderBy('bookedOn').toArray();
    const made = await expenseOfLine(deps, {
      lineId: out?.id ?? '',
      category: 'postage',
      supplier: 'A',
      displayCurrency: 'USD',
    });
    const ids = to.kind === 'expense' ? [made.expenseId] : to.ids;
    await unmatchLines(deps, [out?.id ?? '']);
    const before = await readMoney(deps);
    const wish = { lineId: came?.id ?? '', to: { ...to, ids } };
    await expect(matchLines(deps, [wish])).rejects.toThrow(why);
    expect(await readMoney(deps)).toEqual(before);
  });

  test('an expense of a line, told on that day; put aside and taken up; undone', async () => {
    const deps = makeDeps();
    await importStatement(deps, statement([line('2026-03-01', -1250, 'ROYAL MAIL', { text: 'labels' })]));
    const before = await readMoney(deps);
    const { id: lineId } = await only(deps);
    deps.push(HOUR_MS);
    const made = await expenseOfLine(deps, {
      lineId,
      category: 'postage',
      supplier: 'Royal Mail',
      displayCurrency: 'USD',
    });
    expect(await deps.db.expenses.get(made.expenseId)).toMatchObject({
      amount: usd(12.5),
      spentAt: Date.UTC(2026, 2, 1, 17),
      supplier: 'Royal Mail',
      note: 'labels',
    });
    await runUndo(deps, made.undoId ?? '');
    expect(await readMoney(deps)).toEqual(before);
    await ignoreLines(deps, [lineId]);
    expect(await only(deps)).toMatchObject({ state: 'ignored' });
    await unmatchLines(deps, [lineId]);
    expect(await only(deps)).toMatchObject({ state: 'open', match: null });
  });

  test('an expense that is removed leaves its line open, and comes back to it', async () => {
    const deps = makeDeps();
    await importStatement(deps, statement([line('2026-03-01', -1250, 'ROYAL MAIL')]));
    const { id: lineId } = await only(deps);
    const given = { lineId, category: 'postage', supplier: 'A', displayCurrency: 'USD' } as const;
    const { expenseId } = await expenseOfLine(deps, given);
    const before = await readMoney(deps);
    deps.push(HOUR_MS);
    const { undoId } = await removeExpenses(deps, [expenseId]);
    expect(await only(deps)).toMatchObject({ state: 'open', match: null });
    await runUndo(deps, undoId ?? '');
    expect(await readMoney(deps)).toEqual(before);
  });

  test('a payout told later is found by the rule, and of an account that went no line is', async () => {
    const deps = makeDeps();
    const { accountId } = await importStatement(deps, statement([line('2026-03-01', 21_160, 'STOCKX')]));
    await addPayout(deps, stockx());
    const removed = await removeBankAccount(deps, accountId);
    expect(await matchCertain(deps)).toEqual({ matched: 0, undoId: null });
    await runUndo(deps, removed.undoId ?? '');
    expect(await matchCertain(deps)).toMatchObject({ matched: 1 });
  });
});
