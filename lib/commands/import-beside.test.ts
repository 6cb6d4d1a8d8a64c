import { beforeEach, describe, expect, test } from 'vitest';
import type { Entry, ExpenseEntry, SaleEntry, StockEntry } from '@/lib/domain/imports/entry';
import { DAY_MS, instant, type CalendarDate } from '@/lib/domain/time/instant';
import { NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { BRED, day, saleEntry, stockEntry } from '@/tests/fixtures/import-entries';
import { runImport, takeBack } from '@/tests/fixtures/import-run';
import { importStatement } from './import-statement';
import { takeBackStatement } from './take-back-statement';

const sale = (given: Partial<SaleEntry> = {}): Entry => saleEntry({ key: '1', ...given });
const bought = (given: Partial<StockEntry> = {}): Entry => stockEntry({ ref: '1', ...given });
const OTHER = { styleCode: BRED, rawSku: 'FV5029-006', name: 'Bred' };

let deps: ReturnType<typeof makeCommandDeps>;
let id = 0;
const run = async (entries: readonly Entry[], source = 'stockx') => {
  deps.push(1000);
  return runImport(deps, `file ${(id += 1)}`, entries, 500, source);
};

beforeEach(() => {
  deps = makeCommandDeps();
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
    const second = await run([list({ ...OTHER, soldAt: day(130), price: usd(300), payout: usd(280) })], 'own-sales');
    expect(second).toMatchObject({ added: 0, changed: 0, conflicts: [{ line: 2, reason: 'other-shoe' }] });
    expect(await deps.db.sales.toArray()).toMatchObject([{ rawSku: 'DD1391-100', price: usd(145) }]);
    expect(await run([list({ price: usd(140) })], 'own-sales'), 'put right in the list').toMatchObject({ changed: 1 });
  });

  test('a purchase of other shoes is told, not taken for known', async () => {
    await run([bought()], 'own-stock');
    const second = await run([bought({ ...OTHER, cost: usd(90), boughtAt: day(40) })], 'own-stock');
    expect(second).toMatchObject({ added: 0, same: 0, conflicts: [{ line: 2, reason: 'other-shoe' }] });
    expect(await run([bought()], 'own-stock')).toMatchObject({ same: 1, conflicts: [] });
  });
});
