import { describe, expect, test } from 'vitest';
import { makePair, NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { booksOf, draft, PDF, save } from '@/tests/fixtures/expense-drafts';
import { addReceipts, removeReceipt } from './receipts';
import { runUndo } from './undo';

const JPEG = { name: 'label.jpg', dataUrl: 'data:image/jpeg;base64,/9j/4AAQ' };

describe('saveExpenses', () => {
  test('with its receipts, in one; undo takes all of it', async () => {
    const deps = makeCommandDeps();
    const { ids, undoId } = await save(deps, [draft()], { receipts: [JPEG, PDF] });
    const books = await booksOf(deps);
    expect(books.expenses).toMatchObject([
      { id: ids[0], amount: usd(12.4), supplier: 'Royal Mail', fx: null, deletedAt: null },
    ]);
    expect(books.receipts.map(({ expenseId, type, bytes }) => [expenseId, type, bytes])).toEqual([
      [ids[0], 'image/jpeg', 6],
      [ids[0], 'application/pdf', 9],
    ]);
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 3, left: 0 });
    expect(await booksOf(deps)).toEqual({ expenses: [], receipts: [] });
  });

  test('several, all or none', async () => {
    const deps = makeCommandDeps();
    await expect(save(deps, [draft(), draft({ amount: usd(0) })])).rejects.toMatchObject({ code: 'bad-value' });
    expect(await deps.db.expenses.count()).toBe(0);
    const { ids } = await save(deps, [draft(), draft({ category: 'bank' })]);
    expect(ids).toHaveLength(2);
  });

  test('changed: the rest of the row and its rate stay, and undo brings back what was', async () => {
    const deps = makeCommandDeps();
    await deps.db.fxRates.add({
      id: 'r',
      base: 'GBP',
      quote: 'USD',
      rateE8: 126_000_000,
      asOf: shiftInstant(NOON, -DAY_MS),
      source: 'typed',
    });
    const { ids } = await save(deps, [draft({ amount: money(1000, 'GBP') })]);
    const [before] = await deps.db.expenses.toArray();
    expect(before?.fx?.rateE8).toBe(126_000_000);
    await deps.db.fxRates.put({
      id: 'r',
      base: 'GBP',
      quote: 'USD',
      rateE8: 130_000_000,
      asOf: shiftInstant(NOON, -DAY_MS),
      source: 'typed',
    });
    deps.push(1000);
    const { undoId } = await save(deps, [draft({ amount: money(1200, 'GBP') })], { id: ids[0] });
    const [after] = await deps.db.expenses.toArray();
    expect([after?.amount.minor, after?.fx?.rateE8, after?.createdAt]).toEqual([1200, 126_000_000, NOON]);
    await runUndo(deps, undoId ?? '');
    expect(await deps.db.expenses.toArray()).toEqual([before]);
  });

  test('a rate the other way round serves too', async () => {
    const deps = makeCommandDeps();
    await deps.db.fxRates.add({ id: 'r', base: 'USD', quote: 'GBP', rateE8: 79_000_000, asOf: NOON, source: 'typed' });
    await save(deps, [draft({ amount: money(1000, 'GBP') })]);
    expect((await deps.db.expenses.toArray())[0]?.fx).toMatchObject({ base: 'USD', quote: 'GBP' });
  });

  test.each([
    ['tax in another currency', { tax: money(100, 'GBP') }],
    ['tax as high as the amount', { tax: usd(12.4) }],
    ['tax against the amount', { tax: usd(-1) }],
    ['a day to come', { spentAt: shiftInstant(NOON, 2 * DAY_MS) }],
    ['a supplier without end', { supplier: 'x'.repeat(121) }],
    ['a pair nobody knows', { pairIds: ['nobody'] }],
    [
      'a journey that does not come to it',
      { mileage: { tenths: 100, unit: 'mile', rateMilli: 45_000, rateSource: '', from: '', to: '' } as const },
    ],
  ])('%s is refused, and nothing is written', async (_, more) => {
    const deps = makeCommandDeps();
    await expect(save(deps, [draft(more)])).rejects.toThrow('Nothing was changed');
    expect(await deps.db.expenses.count()).toBe(0);
  });

  test('a pair that is gone by now stays where it stood', async () => {
    const deps = makeCommandDeps();
    const pair = makePair();
    await deps.db.inventory.add(pair);
    const { ids } = await save(deps, [draft({ pairIds: [pair.id, pair.id] })]);
    expect((await deps.db.expenses.toArray())[0]?.pairIds).toEqual([pair.id]);
    await deps.db.inventory.delete(pair.id);
    await save(deps, [draft({ pairIds: [pair.id], note: 'again' })], { id: ids[0] });
    expect((await deps.db.expenses.toArray())[0]?.note).toBe('again');
  });

  test.each([
    ['a page that calls itself a picture', 'data:image/png;base64,PGh0bWw+'],
    ['a script', 'data:text/html;base64,PGh0bWw+'],
    ['an address', 'https://example.com/receipt.pdf'],
    ['a PDF of 5.1 MB', `data:application/pdf;base64,JVBERi0${'A'.repeat(7_150_000)}`],
  ])('%s is no receipt', async (_, dataUrl) => {
    const deps = makeCommandDeps();
    await expect(save(deps, [draft()], { receipts: [{ name: 'x', dataUrl }] })).rejects.toMatchObject({
      code: 'bad-value',
    });
    expect(await booksOf(deps)).toEqual({ expenses: [], receipts: [] });
  });
});

describe('receipts', () => {
  test('added and removed, each taken back', async () => {
    const deps = makeCommandDeps();
    const { ids } = await save(deps, [draft()]);
    const id = ids[0] ?? '';
    const bare = await booksOf(deps);
    const added = await addReceipts(deps, id, [PDF]);
    const held = await booksOf(deps);
    const removed = await removeReceipt(deps, held.receipts[0]?.id ?? '');
    expect(await deps.db.receipts.count()).toBe(0);
    await runUndo(deps, removed.undoId ?? '');
    expect(await booksOf(deps)).toEqual(held);
    await runUndo(deps, added.undoId ?? '');
    expect(await booksOf(deps)).toEqual(bare);
  });

  test('an expense that was given a receipt since is not taken back from under it', async () => {
    const deps = makeCommandDeps();
    const { ids, undoId } = await save(deps, [draft()], { receipts: [JPEG] });
    await addReceipts(deps, ids[0] ?? '', [PDF]);
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 0, left: 2 });
    expect((await booksOf(deps)).receipts).toHaveLength(2);
  });

  test('ten at most', async () => {
    const deps = makeCommandDeps();
    const { ids } = await save(deps, [draft()], { receipts: Array.from({ length: 10 }, () => JPEG) });
    await expect(addReceipts(deps, ids[0] ?? '', [PDF])).rejects.toMatchObject({ code: 'too-many' });
  });
});
