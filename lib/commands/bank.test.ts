import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { line, makeDeps, only, readMoney, statement, stockx } from '@/tests/fixtures/bank-told';
import { makeSale, usd } from '@/tests/fixtures/builders';
import { money } from '@/lib/domain/money/money';
import { HOUR_MS, instant } from '@/lib/domain/time/instant';
import { saveBankAccount } from './bank-accounts';
import { importStatement } from './import-statement';
import { matchLines, unmatchLines } from './match-lines';
import { addPayout, removePayout } from './payouts';
import { takeBackStatement } from './take-back-statement';
import { runUndo } from './undo';

describe('a statement', () => {
  test('is taken over once, what is certain is matched at once, and taken back everything is as it was', async () => {
    const deps = makeDeps();
    const { id } = await addPayout(deps, stockx());
    await deps.db.sales.add(makeSale({ paid: { at: instant(5), payoutId: id }, marketplace: 'stockx' }));
    const before = await readMoney(deps);
    deps.push(HOUR_MS);
    const lines = [
      line('2026-03-01', 21_160, 'STOCKX PAYOUT'),
      line('2026-03-01', -350, 'Cafe'),
      line('2026-03-01', -350, 'Cafe'),
    ];
    const first = await importStatement(deps, statement(lines));
    expect(first).toMatchObject({ added: 3, known: 0, matched: 1 });
    const noon = Date.UTC(2026, 2, 1, 17);
    expect((await deps.db.sales.toArray())[0]?.paid).toEqual({ at: noon, payoutId: id });
    expect(await deps.db.bankLines.where('state').equals('matched').toArray()).toMatchObject([
      { match: { kind: 'payout', ids: [id], by: 'rule', reason: 'same-amount payee:STOCKX days:1' } },
    ]);
    const again = await importStatement(deps, statement(lines, { account: { id: first.accountId } }));
    expect(again).toMatchObject({ importId: null, added: 0, known: 3 });
    expect(await deps.db.imports.count()).toBe(1);
    await takeBackStatement(deps, first.importId ?? '');
    expect(await readMoney(deps)).toEqual(before);
    await expect(takeBackStatement(deps, first.importId ?? '')).rejects.toThrow('already');
    expect(await importStatement(deps, statement(lines))).toMatchObject({ added: 3, matched: 1 });
  });

  test('whatever its lines: twice is once, and taken back is before', async () => {
    const told = fc.record({
      on: fc.constantFrom('2026-03-01', '2026-03-02'),
      cents: fc.constantFrom(-100, 100, 21_160),
      payee: fc.constantFrom('STOCKX', 'A'),
      bankId: fc.option(fc.constantFrom('1', '2')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 6 }), async (given) => {
        const deps = makeDeps();
        await addPayout(deps, stockx());
        const before = await readMoney(deps);
        const lines = given.map(({ on, cents, payee, bankId }) => line(on, cents, payee, { bankId }));
        const first = await importStatement(deps, statement(lines));
        const once = await readMoney(deps);
        await importStatement(deps, statement(lines, { account: { id: first.accountId } }));
        expect(await readMoney(deps)).toEqual(once);
        await takeBackStatement(deps, first.importId ?? '');
        expect(await readMoney(deps)).toEqual(before);
      }),
      { seed: 20_261_123, numRuns: 12 },
    );
  });

  test('taken back, a line of an earlier one that the rule matched then is open again, with nothing left behind', async () => {
    const deps = makeDeps();
    const named = line('2026-02-20', 12_000, 'STOCKX 39224521-39124280');
    const first = await importStatement(deps, statement([named]));
    const soldAt = instant(Date.UTC(2026, 1, 15, 12));
    const told = { marketplace: 'stockx', orderNumber: '39224521-39124280', payout: usd(120), soldAt } as const;
    await deps.db.sales.add(makeSale({ id: 's', status: 'completed', paid: null, ...told }));
    const before = await readMoney(deps);
    deps.push(HOUR_MS);
    const later = statement([line('2026-02-22', -350, 'Cafe')], { digest: 'e', account: { id: first.accountId } });
    const second = await importStatement(deps, later);
    expect(second).toMatchObject({ added: 1, matched: 1 });
    expect(await deps.db.payouts.count()).toBe(1);
    await takeBackStatement(deps, second.importId ?? '');
    expect(await readMoney(deps)).toEqual(before);
    const { id: lineId } = await only(deps);
    await matchLines(deps, [{ lineId, to: { kind: 'sales', ids: ['s'], reason: '' } }]);
    expect(await deps.db.payouts.count()).toBe(1);
  });

  test('another currency than the account, and nothing at all, change nothing', async () => {
    const deps = makeDeps();
    const euro = line('2026-03-01', 1, 'A', { amount: money(1, 'EUR') });
    await expect(importStatement(deps, statement([euro]))).rejects.toThrow('currency');
    await expect(importStatement(deps, statement([]))).rejects.toThrow('no line');
    expect(await deps.db.bankAccounts.count()).toBe(0);
  });
});

describe('accounts and payouts', () => {
  test('an account is renamed, keeps its currency once it has lines, and needs a name', async () => {
    const deps = makeDeps();
    const { accountId: id } = await importStatement(deps, statement([line('2026-03-01', 1, 'A')]));
    await saveBankAccount(deps, id, { name: ' Shop ', number: '', currency: 'USD' });
    expect(await deps.db.bankAccounts.get(id)).toMatchObject({ name: 'Shop' });
    await expect(saveBankAccount(deps, id, { name: 'Shop', number: '', currency: 'EUR' })).rejects.toThrow('currency');
    await expect(saveBankAccount(deps, null, { name: ' ', number: '', currency: 'EUR' })).rejects.toThrow('name');
  });

  test('the same number twice is refused; a payout that was found stays until it is parted', async () => {
    const deps = makeDeps();
    const { id } = await addPayout(deps, stockx());
    await expect(addPayout(deps, stockx())).rejects.toThrow('already');
    await expect(addPayout(deps, { ...stockx(usd(0)), ref: '' })).rejects.toThrow('above zero');
    await importStatement(deps, statement([line('2026-03-01', 21_160, 'STOCKX')]));
    await expect(removePayout(deps, id)).rejects.toThrow('part them');
    await unmatchLines(deps, [(await only(deps)).id]);
    const removed = await removePayout(deps, id);
    expect(await deps.db.payouts.count()).toBe(0);
    await runUndo(deps, removed.undoId ?? '');
    expect(await deps.db.payouts.get(id)).toMatchObject({ ref: 'P-1' });
  });
});
