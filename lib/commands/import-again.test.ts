import { beforeEach, describe, expect, test } from 'vitest';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import type { Entry, ExpenseEntry, PayoutEntry, SaleEntry, StockEntry } from '@/lib/domain/imports/entry';
import { money } from '@/lib/domain/money/money';
import { closeCharges } from '@/lib/domain/sales/charges';
import { DAY_MS, instant, type CalendarDate } from '@/lib/domain/time/instant';
import { NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { booksOf, runImport, takeBack } from '@/tests/fixtures/import-run';
import { editSale } from './edit-sale';
import { importStatement } from './import-statement';
import { takeBackStatement } from './take-back-statement';

const day = (nth: number) => instant(NOON - 400 * DAY_MS + nth * DAY_MS);
const NAMED = {
  line: 2,
  name: 'Dunk Low Panda',
  brand: '',
  styleCode: parseStyleCode('DD1391-100'),
  rawSku: 'DD1391-100',
  size: { value: 10, system: 'US' },
  barcode: null,
} as const;

function sale(given: Partial<SaleEntry> = {}): Entry {
  const { price = usd(145), payout = usd(120) } = given;
  const entry: SaleEntry = {
    ...NAMED,
    source: 'stockx',
    platform: 'stockx',
    key: '1',
    orderNumber: '1',
    soldAt: day(100),
    price,
    payout,
    charges: payout === null ? null : closeCharges({}, price, payout),
    paidAt: null,
    payoutRef: '',
    status: 'completed',
    reversal: null,
    buyer: '',
    country: null,
    invoiceNumber: '',
    marketplaceTax: null,
    note: '',
    cost: null,
    boughtAt: null,
    ...given,
  };
  return { kind: 'sale', entry };
}

const bought: StockEntry = {
  ...NAMED,
  ref: '1',
  quantity: 1,
  cost: usd(80),
  otherCosts: null,
  boughtAt: day(1),
  supplier: '',
  condition: 'new',
  packaging: 'good',
  location: '',
  note: '',
  tags: [],
  purchaseInvoice: '',
};

const BRED = { styleCode: parseStyleCode('FV5029-006'), rawSku: 'FV5029-006', name: 'Bred' };

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

test('an expense that was found on a statement since stays with its line', async () => {
  const at = NOON - 10 * DAY_MS;
  const expense: ExpenseEntry = {
    line: 2,
    ref: 'own:1',
    category: 'postage',
    amount: usd(12),
    tax: null,
    spentAt: instant(at),
    supplier: 'Royal Mail',
    note: '',
  };
  const { importId } = await run([{ kind: 'expense', entry: expense }], 'own-expenses');
  const bookedOn = new Date(at).toISOString().slice(0, 10) as CalendarDate;
  const lines = [{ bankId: null, bookedOn, amount: usd(-12), payee: 'ROYAL MAIL', text: '' }];
  const account = { name: 'Main', number: '1', currency: 'USD' } as const;
  const file = { fileName: 'b.csv', digest: 'bank', format: 'csv', account, lines, problems: [], mapping: null };
  expect(await importStatement({ ...deps, offsetAt: () => 0 }, file)).toMatchObject({ matched: 1 });
  expect(await takeBack(deps, importId)).toMatchObject({ removed: 0, left: 1 });
  const [kept] = await deps.db.expenses.toArray();
  expect(await deps.db.bankLines.toArray()).toMatchObject([{ state: 'matched', match: { ids: [kept?.id] } }]);
});

test('a file that is a statement too: each import is taken back by itself', async () => {
  const lines = [{ bankId: null, bookedOn: '2026-02-20' as CalendarDate, amount: usd(12), payee: 'X', text: '' }];
  const account = { name: 'Main', number: '1', currency: 'USD' } as const;
  const file = { fileName: 'f.csv', digest: 'both', format: 'csv', account, lines, problems: [], mapping: null };
  const bank = { ...deps, offsetAt: () => 0 };
  const statement = await importStatement(bank, file);
  const rows = await runImport(deps, 'both', [sale()]);
  expect(rows).toMatchObject({ known: false, added: 1 });
  expect(await runImport(deps, 'both', [sale()])).toMatchObject({ importId: rows.importId, known: true, same: 1 });
  await takeBackStatement(bank, statement.importId ?? '');
  await takeBack(deps, rows.importId);
  expect([await deps.db.bankLines.count(), await deps.db.sales.count()]).toEqual([0, 0]);
  expect(await runImport(deps, 'both', [sale()])).toMatchObject({ known: false, added: 1 });
});

describe('lists that number their rows from 1 on, every month anew', () => {
  const list = (given: Partial<SaleEntry>): Entry => sale({ source: 'own-sales', platform: 'other', ...given });

  test('a sale of other shoes on another day is not written over the first', async () => {
    await run([list({})], 'own-sales');
    const second = await run([list({ ...BRED, soldAt: day(130), price: usd(300), payout: usd(280) })], 'own-sales');
    expect(second).toMatchObject({ added: 0, changed: 0, conflicts: [{ line: 2, reason: 'other-shoe' }] });
    expect(await deps.db.sales.toArray()).toMatchObject([{ rawSku: 'DD1391-100', price: usd(145) }]);
    expect(await run([list({ price: usd(140) })], 'own-sales'), 'put right in the list').toMatchObject({ changed: 1 });
  });

  test('a purchase of other shoes is told, not taken for known', async () => {
    await run([{ kind: 'stock', entry: bought }], 'own-stock');
    const other: StockEntry = { ...bought, ...BRED, cost: usd(90), boughtAt: day(40) };
    const second = await run([{ kind: 'stock', entry: other }], 'own-stock');
    expect(second).toMatchObject({ added: 0, same: 0, conflicts: [{ line: 2, reason: 'other-shoe' }] });
    expect(await run([{ kind: 'stock', entry: bought }], 'own-stock')).toMatchObject({ same: 1, conflicts: [] });
  });
});

test('yen have no cents, and 1,000 of them are a thousand', async () => {
  const yen = money(21_000, 'JPY');
  await run([sale({ price: yen, payout: money(19_500, 'JPY'), charges: closeCharges({}, yen, money(19_500, 'JPY')) })]);
  expect(await deps.db.sales.toArray()).toMatchObject([{ price: yen, charges: { adjustment: money(1500, 'JPY') } }]);
});
