import type { ArchvdDatabase } from '@/lib/db/database';
import type { BankAccountRow, BankLineRow } from '@/lib/db/bank-rows';
import { readReconcileBooks } from '@/lib/db/repositories/reconcile-books';
import { compareText } from '@/lib/domain/reconcile/find-sets';
import { reconcile } from '@/lib/domain/reconcile/reconcile';
import type { Sale } from '@/lib/domain/sales/sale';
import type { OffsetAt } from '@/lib/domain/time/period';
import type { BankRow } from './bank-page';
import { readThings, type BankThings } from './bank-things';

export interface BankLineDetail extends BankRow {
  readonly account: BankAccountRow | null;
  readonly things: BankThings;
  /** Sales that its payout paid. */
  readonly paid: readonly Sale[];
  /** What a person may pick by hand: nothing else has been found on a line. */
  readonly pick: {
    readonly payouts: readonly string[];
    readonly sales: readonly string[];
    readonly expenses: readonly string[];
  };
}

const MOST_PICKS = 200;

/** One line of a statement with all that it is or could be; null: it is gone. */
export async function bankLine(db: ArchvdDatabase, id: string, offsetAt: OffsetAt): Promise<BankLineDetail | null> {
  const line = await db.bankLines.get(id);
  if (line === undefined) return null;
  const account = (await db.bankAccounts.get(line.accountId)) ?? null;
  const open = line.state === 'open' ? await openLines(db) : [line];
  const books = await readReconcileBooks(db, open, offsetAt);
  const match = line.state === 'open' ? reconcile(books).find(({ lineId }) => lineId === id) : undefined;
  const came = line.amount.minor > 0;
  const near = <T extends { readonly id: string }>(rows: readonly T[], dayOf: (row: T) => string) =>
    rows
      .toSorted((a, b) => distance(dayOf(a), line) - distance(dayOf(b), line) || compareText(a.id, b.id))
      .slice(0, MOST_PICKS)
      .map((row) => row.id);
  const pick = {
    payouts: came ? near(books.payouts, ({ paidOn }) => paidOn) : [],
    sales: came ? near(books.sales, ({ soldOn }) => soldOn) : [],
    expenses: near(
      books.expenses.filter(({ amount }) => amount.minor > 0 !== came),
      ({ spentOn }) => spentOn,
    ),
  };
  const candidates = match?.best == null ? [] : [match.best, ...match.alternatives];
  const things = await readThings(
    db,
    [line],
    [
      ...candidates,
      { kind: 'payout', ids: pick.payouts },
      { kind: 'sales', ids: pick.sales },
      { kind: 'expense', ids: pick.expenses },
    ],
  );
  const payoutIds = line.match?.kind === 'payout' ? [...line.match.ids] : [];
  const paid = payoutIds.length === 0 ? [] : await db.sales.where('paid.payoutId').anyOf(payoutIds).toArray();
  return { line, account, best: match?.best ?? null, alternatives: match?.alternatives ?? [], things, paid, pick };
}

function distance(day: string, { bookedOn }: BankLineRow): number {
  return Math.abs(Date.parse(day) - Date.parse(bookedOn));
}

async function openLines(db: ArchvdDatabase): Promise<readonly BankLineRow[]> {
  const gone = new Set(
    (await db.bankAccounts.filter(({ deletedAt }) => deletedAt !== null).toArray()).map(({ id }) => id),
  );
  return (await db.bankLines.where('state').equals('open').toArray()).filter(({ accountId }) => !gone.has(accountId));
}
