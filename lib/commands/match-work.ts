import type { Instant } from '@/lib/domain/time/instant';
import type { FxRate } from '@/lib/domain/money/fx';
import type { PayoutRow } from '@/lib/db/money-rows';
import type { BankLineRow } from '@/lib/db/bank-rows';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { matchedExpenses } from '@/lib/db/repositories/reconcile-books';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import { shareOf, subtract, sum } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import { BANK_SOURCE, impliedRate } from '@/lib/domain/reconcile/implied-rate';
import { noonOf } from '@/lib/domain/reconcile/noon-of';
import type { Sale, SalePaid } from '@/lib/domain/sales/sale';
import type { BankChanges, BankDeps } from './bank-changes';
import { CommandError } from './command-deps';

/** What a line is matched with, and why. */
export interface MatchWish {
  readonly kind: 'payout' | 'sales' | 'expense';
  readonly ids: readonly string[];
  /** As `writeReasons` writes them. */
  readonly reason: string;
  readonly by: 'user' | 'rule';
}

/** How things were before they were joined, written down as they are joined. */
interface Before {
  readonly paid: Record<string, SalePaid | null>;
  readonly fx: Record<string, FxRate | null>;
}

/** A payout that was made of a line goes when the line is given back. */
const madeOf = (line: BankLineRow) => `bank:${line.id}`;

/**
 * Joins a line with what it is, in the transaction of the command. Sales are paid on the day the money came; money that
 * came in another currency tells the rate it was changed at.
 *
 * @throws CommandError `not-found`, `not-allowed`, `bad-value`
 */
export async function joinLine(
  deps: BankDeps,
  changes: BankChanges,
  line: BankLineRow,
  wish: MatchWish,
): Promise<void> {
  const kind = wish.kind === 'expense' ? 'expense' : 'payout';
  const told: Before = { paid: {}, fx: {} };
  const ids =
    wish.kind === 'expense'
      ? await freeExpenses(deps, line, wish.ids)
      : wish.kind === 'payout'
        ? await joinPayouts(deps, changes, line, wish.ids, told)
        : [await payoutOfSales(deps, changes, line, wish, told)];
  const before = kind === 'expense' ? {} : { before: told };
  const match = { kind, ids, by: wish.by, reason: wish.reason, ...before } as const;
  await changes.put('bankLines', line, { ...line, state: 'matched', match });
}

async function joinPayouts(
  deps: BankDeps,
  changes: BankChanges,
  line: BankLineRow,
  ids: readonly string[],
  told: Before,
): Promise<readonly string[]> {
  const found = await deps.db.payouts.bulkGet([...new Set(ids)]);
  const payouts = found.flatMap((payout) => payout ?? []);
  const [first] = payouts;
  if (first === undefined || payouts.length < found.length)
    throw new CommandError('not-found', 'That payout is no longer in the books. Nothing was changed.');
  if (line.amount.minor <= 0)
    throw new CommandError('bad-value', 'A payout comes in; this line went out. Nothing was changed.');
  if (payouts.some(({ bankLineId }) => bankLineId !== null))
    throw new CommandError('not-allowed', 'That payout was found on another line already. Nothing was changed.');
  if (payouts.some(({ amount }) => amount.currency !== first.amount.currency))
    throw new CommandError('bad-value', 'Payouts of one line are in one currency. Nothing was changed.');
  const at = noonOf(line.bookedOn, deps.offsetAt);
  const total = sum(
    payouts.map(({ amount }) => amount),
    first.amount.currency,
  );
  const fx = impliedRate(total, line.amount, at);
  for (const payout of payouts) {
    told.fx[payout.id] = payout.fx;
    await changes.put('payouts', payout, { ...payout, bankLineId: line.id, fx: fx ?? payout.fx });
    await payPaid(deps, changes, payout.id, at, told);
  }
  return payouts.map(({ id }) => id);
}

/** Sales that are known to be of a payout came when the payout came. */
async function payPaid(
  deps: BankDeps,
  changes: BankChanges,
  payoutId: string,
  at: Instant,
  told: Before,
): Promise<void> {
  for (const sale of await deps.db.sales.where('paid.payoutId').equals(payoutId).toArray()) {
    told.paid[sale.id] = sale.paid;
    if (sale.paid?.at === at) continue;
    await changes.put('sales', sale, { ...sale, paid: { at, payoutId } });
  }
}

async function payoutOfSales(
  deps: BankDeps,
  changes: BankChanges,
  line: BankLineRow,
  { ids, by }: MatchWish,
  told: Before,
): Promise<string> {
  const sales = await unpaidSales(deps, ids);
  const [first] = sales;
  if (first?.payout == null || line.amount.minor <= 0)
    throw new CommandError('bad-value', 'Sales are paid by money that came in. Nothing was changed.');
  const at = noonOf(line.bookedOn, deps.offsetAt);
  const owed = sum(
    sales.flatMap(({ payout }) => payout ?? []),
    first.payout.currency,
  );
  const same = owed.currency === line.amount.currency;
  const amount = same ? line.amount : await withdrawn(deps, first, owed, at);
  const payout: PayoutRow = {
    id: deps.newId(),
    createdAt: deps.now(),
    updatedAt: deps.now(),
    platform: first.marketplace,
    ref: madeOf(line),
    paidAt: at,
    amount,
    bankLineId: line.id,
    importId: by === 'rule' ? line.importId : null,
    fx: impliedRate(amount, line.amount, at),
    note: '',
  };
  await changes.put('payouts', null, payout);
  for (const sale of sales) {
    told.paid[sale.id] = sale.paid;
    await changes.put('sales', sale, { ...sale, paid: { at, payoutId: payout.id } });
  }
  return payout.id;
}

async function unpaidSales({ db }: BankDeps, ids: readonly string[]): Promise<readonly Sale[]> {
  const found = await db.sales.bulkGet([...new Set(ids)]);
  const sales = found.flatMap((sale) => sale ?? []);
  const refuse = (code: 'not-found' | 'not-allowed' | 'bad-value', why: string) => {
    throw new CommandError(code, `${why} Nothing was changed.`);
  };
  if (sales.length === 0 || sales.length < found.length) refuse('not-found', 'A sale is no longer in the books.');
  if (sales.some(({ paid }) => (paid?.payoutId ?? null) !== null))
    refuse('not-allowed', 'One of these sales was paid already.');
  if (sales.some(({ status, payout }) => status !== 'completed' || payout === null))
    refuse('not-allowed', 'Only completed sales with a known payout are paid.');
  const kinds = new Set(sales.map(({ marketplace, payout }) => `${marketplace} ${payout?.currency ?? ''}`));
  if (kinds.size > 1) refuse('bad-value', 'One payout is of one platform, in one currency.');
  return sales;
}

/** What left alias's balance for a bank in another currency: what was owed, less the cash-out fee of that day. */
async function withdrawn(
  { db }: BankDeps,
  { marketplace }: Sale,
  owed: Money,
  at: PayoutRow['paidAt'],
): Promise<Money> {
  if (marketplace !== 'alias') return owed;
  const share = feesFor(await listFeeSchedules(db, 'alias'), at)?.cashOutBasisPoints ?? 0;
  return subtract(owed, shareOf(owed, share, 'half-up'));
}

async function freeExpenses({ db }: BankDeps, line: BankLineRow, ids: readonly string[]): Promise<readonly string[]> {
  const found = await db.expenses.bulkGet([...new Set(ids)]);
  const expenses = found.flatMap((row) => (row === undefined || row.deletedAt !== null ? [] : [row]));
  if (expenses.length === 0 || expenses.length < found.length)
    throw new CommandError('not-found', 'That expense is no longer in the books. Nothing was changed.');
  const taken = await matchedExpenses(db);
  if (expenses.some(({ id }) => taken.has(id)))
    throw new CommandError('not-allowed', 'That expense was found on another line already. Nothing was changed.');
  if (expenses.some(({ amount }) => amount.minor < 0 === line.amount.minor < 0))
    throw new CommandError('bad-value', 'An expense goes out, its refund comes in. Nothing was changed.');
  return expenses.map(({ id }) => id);
}

/**
 * Parts a line from what it was matched with, in the transaction of the command: sales are paid as they were before, and
 * payouts have the rate they had. What was joined with a payout since is of that payout still.
 */
export async function partLine(deps: BankDeps, changes: BankChanges, line: BankLineRow): Promise<BankLineRow> {
  for (const payout of await deps.db.payouts.where('bankLineId').equals(line.id).toArray()) {
    const paid = await deps.db.sales.where('paid.payoutId').equals(payout.id).toArray();
    for (const sale of paid) await changes.put('sales', sale, { ...sale, paid: paidBefore(line, payout, sale) });
    if (payout.ref === madeOf(line)) await changes.remove('payouts', payout);
    else await changes.put('payouts', payout, { ...payout, bankLineId: null, fx: rateBefore(line, payout) });
  }
  return changes.put('bankLines', line, { ...line, state: 'open', match: null });
}

function paidBefore(line: BankLineRow, payout: PayoutRow, sale: Sale): SalePaid | null {
  const before = line.match?.before?.paid ?? {};
  const known = Object.hasOwn(before, sale.id) ? before[sale.id] : undefined;
  if (known !== undefined) return known;
  const isMade = payout.ref === madeOf(line);
  // Matched by an older version, which kept days alone.
  const at = line.match?.paidAt?.[sale.id];
  if (at !== undefined) return { at, payoutId: isMade ? null : payout.id };
  if (isMade) return null;
  return line.match?.before === undefined ? { at: payout.paidAt, payoutId: payout.id } : sale.paid;
}

function rateBefore(line: BankLineRow, { id, fx }: PayoutRow): PayoutRow['fx'] {
  const known = line.match?.before?.fx[id];
  return known === undefined ? (fx?.source === BANK_SOURCE ? null : fx) : known;
}
