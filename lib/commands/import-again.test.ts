import { beforeEach, describe, expect, test } from 'vitest';
import type { Entry, PayoutEntry, SaleEntry } from '@/lib/domain/imports/entry';
import { money } from '@/lib/domain/money/money';
import { closeCharges } from '@/lib/domain/sales/charges';
import { usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { day, saleEntry } from '@/tests/fixtures/import-entries';
import { booksOf, runImport, takeBack } from '@/tests/fixtures/import-run';
import { editSale } from './edit-sale';

const sale = (given: Partial<SaleEntry> = {}): Entry => saleEntry({ key: '1', ...given });

let deps: ReturnType<typeof makeCommandDeps>;
let id = 0;
const run = async (entries: readonly Entry[], source = 'stockx') => {
  deps.push(1000);
  return runImport(deps, `file ${(id += 1)}`, entries, 500, source);
};

beforeEach(() => {
  deps = makeCommandDeps();
});

describe('one sale that several files told of', () => {
  const reports = [sale({ payout: null }), sale({ payout: usd(118) }), sale({ payout: usd(118), price: usd(146) })];
  test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'the files taken back in the order %j, nothing is left',
    async (order) => {
      const empty = await booksOf(deps.db);
      const imports: string[] = [];
      for (const report of reports) imports.push((await run([report])).importId);
      for (const [nth, which] of order.entries()) {
        deps.push(1000);
        await takeBack(deps, imports[which] ?? '');
        expect(await deps.db.sales.count()).toBe(nth === 2 ? 0 : 1);
      }
      expect(await booksOf(deps.db)).toEqual(empty);
    },
  );

  test('the first taken back, the second still tells of it; a person’s word keeps it for ever', async () => {
    const first = await run([sale({ payout: null })]);
    const second = await run([sale({ payout: usd(118) })]);
    await takeBack(deps, first.importId);
    expect(await deps.db.sales.toArray()).toMatchObject([{ importId: second.importId, payout: usd(118) }]);
    const [only] = await deps.db.sales.toArray();
    deps.push(1000);
    await editSale(deps, { saleId: only?.id ?? '', changes: { note: 'mine' }, displayCurrency: 'USD' });
    expect(await takeBack(deps, second.importId)).toMatchObject({ removed: 0, left: 1 });
    expect(await deps.db.sales.count()).toBe(1);
  });
});

test('what the seller put right, the same report does not put wrong again; it is told', async () => {
  await run([sale()]);
  const [only] = await deps.db.sales.toArray();
  const saleId = only?.id ?? '';
  deps.push(1000);
  await editSale(deps, { saleId, changes: { price: usd(150), payout: usd(125) }, displayCurrency: 'USD' });
  const again = await run([sale(), sale({ key: '2', orderNumber: '2' })]);
  expect(again).toMatchObject({ added: 1, changed: 0, conflicts: [{ line: 2, reason: 'price-differs' }] });
  expect(await deps.db.sales.get(saleId)).toMatchObject({ price: usd(150), payout: usd(125) });
});

test('a payout that is taken back is named by no sale any more', async () => {
  const payout: PayoutEntry = { line: 1, platform: 'stockx', ref: 'P', paidAt: day(110), amount: usd(120), note: '' };
  const paid = { payoutRef: 'P', paidAt: day(110) };
  const { importId } = await run([{ kind: 'payout', entry: payout }, sale(paid)]);
  const [only] = await deps.db.sales.toArray();
  deps.push(1000);
  await editSale(deps, { saleId: only?.id ?? '', changes: { note: 'mine' }, displayCurrency: 'USD' });
  await takeBack(deps, importId);
  expect(await deps.db.payouts.count()).toBe(0);
  expect(await deps.db.sales.toArray()).toMatchObject([{ paid: { at: day(110), payoutId: null } }]);
});

test('yen have no cents, and 1,000 of them are a thousand', async () => {
  const yen = money(21_000, 'JPY');
  await run([sale({ price: yen, payout: money(19_500, 'JPY'), charges: closeCharges({}, yen, money(19_500, 'JPY')) })]);
  expect(await deps.db.sales.toArray()).toMatchObject([{ price: yen, charges: { adjustment: money(1500, 'JPY') } }]);
});
