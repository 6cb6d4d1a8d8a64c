import { expect, test } from 'vitest';
import { NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { importStatement } from '@/lib/commands/import-statement';
import { addPayout } from '@/lib/commands/payouts';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant, type CalendarDate } from '@/lib/domain/time/instant';
import { bankLine } from './bank-line';
import { bankPage, type BankRequest } from './bank-page';

const ASKED: BankRequest = {
  accountId: null,
  show: 'open',
  search: '',
  offset: 0,
  limit: 50,
  now: NOON,
  offsetAt: () => 0,
};

const line = (on: string, cents: number, payee: string, currency: 'USD' | 'GBP' = 'USD') => ({
  bankId: null,
  bookedOn: on as CalendarDate,
  amount: money(cents, currency),
  payee,
  text: '',
});

async function makeBooks() {
  const deps = { ...makeCommandDeps(), offsetAt: () => 0 };
  const file = { fileName: 'a', digest: 'a', format: 'csv', problems: [], mapping: null };
  const payout = (days: number, ref: string) => ({
    platform: 'stockx' as const,
    ref,
    paidAt: shiftInstant(NOON, -days * DAY_MS),
    amount: usd(50),
    note: '',
  });
  const lines = [
    line('2026-03-01', 5000, 'STOCKX'),
    line('2026-02-27', 700, 'SOMEBODY'),
    line('2026-02-28', -300, 'SHOP'),
  ];
  const account = { name: 'Main', number: '', currency: 'USD' } as const;
  await importStatement(deps, { ...file, account, lines });
  const uk = { name: 'UK', number: '', currency: 'GBP' } as const;
  await importStatement(deps, { ...file, digest: 'b', account: uk, lines: [line('2026-03-02', -100, 'FEE', 'GBP')] });
  await addPayout(deps, payout(2, 'young'));
  await addPayout(deps, payout(12, 'late'));
  return deps.db;
}

test('lines newest first, what is certain, what nobody explains, sums by currency, payouts that are late', async () => {
  const db = await makeBooks();
  const page = await bankPage(db, ASKED);
  expect(page.rows.map(({ line: { payee }, best }) => [payee, best?.confidence ?? null])).toEqual([
    ['FEE', null],
    ['STOCKX', 'certain'],
    ['SHOP', null],
    ['SOMEBODY', null],
  ]);
  expect(page).toMatchObject({
    certain: 1,
    unexplained: 1,
    total: 4,
    counts: { open: 4, matched: 0, ignored: 0, all: 4 },
  });
  expect(page.totals).toEqual([
    { currency: 'GBP', came: money(0, 'GBP'), went: money(-100, 'GBP') },
    { currency: 'USD', came: usd(57), went: usd(-3) },
  ]);
  expect(page.waiting.map(({ payout, overdue }) => [payout.ref, overdue])).toEqual([
    ['late', true],
    ['young', false],
  ]);
  expect(page.accounts.map(({ account, open, last }) => [account.name, open, last])).toEqual([
    ['Main', 3, '2026-03-01'],
    ['UK', 1, '2026-03-02'],
  ]);
  expect(page.things.payouts.size).toBe(1);
});

test('narrowed by account, words and figures, and read in windows', async () => {
  const db = await makeBooks();
  const main = (await db.bankAccounts.toArray()).find(({ name }) => name === 'Main');
  const total = async (over: Partial<BankRequest>) => (await bankPage(db, { ...ASKED, ...over })).total;
  expect(await total({ accountId: main?.id ?? '' })).toBe(3);
  expect(await total({ search: 'some' })).toBe(1);
  expect(await total({ search: '50.00' })).toBe(1);
  expect(await total({ show: 'matched' })).toBe(0);
  expect((await bankPage(db, { ...ASKED, offset: 1, limit: 2 })).rows.map(({ line: { payee } }) => payee)).toEqual([
    'STOCKX',
    'SHOP',
  ]);
});

test('one line with what a person may pick, the nearest first', async () => {
  const db = await makeBooks();
  const somebody = (await db.bankLines.toArray()).find(({ payee }) => payee === 'SOMEBODY');
  const detail = await bankLine(db, somebody?.id ?? '', () => 0);
  expect(detail?.best).toBeNull();
  expect(detail?.pick.payouts.map((id) => detail.things.payouts.get(id)?.ref)).toEqual(['young', 'late']);
  expect(await bankLine(db, 'nobody', () => 0)).toBeNull();
});
