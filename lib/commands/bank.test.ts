import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { money } from '@/lib/domain/money/money';
import type { ToldLine } from '@/lib/domain/reconcile/plan-statement';
import { DAY_MS, HOUR_MS, instant, shiftInstant, type CalendarDate } from '@/lib/domain/time/instant';
import { saveBankAccount, removeBankAccount } from './bank-accounts';
import { removeExpenses } from './edit-expenses';
import { expenseOfLine } from './expense-of-line';
import { importStatement, type StatementImport } from './import-statement';
import { ignoreLines, matchCertain, matchLines, unmatchLines } from './match-lines';
import { addPayout, removePayout } from './payouts';
import { takeBackStatement } from './take-back-statement';
import { runUndo } from './undo';

/** Days of the statement are those of New York: noon there is 17:00 UTC in winter. */
const makeDeps = () => ({ ...makeCommandDeps(), offsetAt: () => -5 * HOUR_MS });
type Deps = ReturnType<typeof makeDeps>;

const line = (on: string, cents: number, payee: string, over: Partial<ToldLine> = {}): ToldLine => ({
  bankId: null,
  bookedOn: on as CalendarDate,
  amount: money(cents, 'USD'),
  payee,
  text: '',
  ...over,
});
const statement = (lines: readonly ToldLine[], over: Partial<StatementImport> = {}): StatementImport => ({
  fileName: 'march.ofx',
  digest: 'd',
  format: 'ofx',
  account: { name: 'Main', number: '123', currency: 'USD' },
  lines,
  problems: [],
  mapping: null,
  ...over,
});
const stockx = (amount = usd(211.6)) => ({
  platform: 'stockx' as const,
  ref: 'P-1',
  paidAt: shiftInstant(NOON, -2 * DAY_MS),
  amount,
  note: '',
});
const moneyTables = ['bankAccounts', 'bankLines', 'payouts', 'sales', 'expenses', 'importChanges'] as const;
const readMoney = async ({ db }: Deps) =>
  Promise.all(
    moneyTables.map(async (name) => (await db.table(name).toArray()).toSorted((a, b) => (a.id < b.id ? -1 : 1))),
  );
const only = async (deps: Deps) => {
  const [first] = await deps.db.bankLines.toArray();
  if (first === undefined) throw new Error('no line');
  return first;
};

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
    const before = await readMoney(deps);
    const ids = to.kind === 'expense' ? [made.expenseId] : to.ids;
    await unmatchLines(deps, [out?.id ?? '']);
    const wish = { lineId: came?.id ?? '', to: { ...to, ids } };
    await expect(matchLines(deps, [wish])).rejects.toThrow(why);
    expect((await readMoney(deps))[2]).toEqual(before[2]);
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
