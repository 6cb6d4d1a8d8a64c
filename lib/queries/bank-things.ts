import type { ArchvdDatabase } from '@/lib/db/database';
import type { ExpenseRow, PayoutRow } from '@/lib/db/money-rows';
import type { BankLineRow } from '@/lib/db/bank-rows';
import type { Candidate } from '@/lib/domain/reconcile/candidate';
import type { Sale } from '@/lib/domain/sales/sale';

/** What lines are, or may be, by their ids. */
export interface BankThings {
  readonly payouts: ReadonlyMap<string, PayoutRow>;
  readonly sales: ReadonlyMap<string, Sale>;
  readonly expenses: ReadonlyMap<string, ExpenseRow>;
}

type Named = Pick<Candidate, 'kind' | 'ids'>;

/** Reads what a few lines are matched with or could be. */
export async function readThings(
  db: ArchvdDatabase,
  lines: readonly BankLineRow[],
  candidates: readonly Named[],
): Promise<BankThings> {
  const matched = lines.flatMap(({ match }) => (match === null ? [] : [{ kind: match.kind, ids: match.ids }]));
  const idsOf = (kind: Named['kind']) =>
    [...candidates, ...matched].flatMap((each) => (each.kind === kind ? each.ids : []));
  const [payouts, sales, expenses] = await Promise.all([
    db.payouts.bulkGet([...new Set(idsOf('payout'))]),
    db.sales.bulkGet([...new Set(idsOf('sales'))]),
    db.expenses.bulkGet([...new Set(idsOf('expense'))]),
  ]);
  return { payouts: byId(payouts), sales: byId(sales), expenses: byId(expenses) };
}

function byId<T extends { readonly id: string }>(rows: readonly (T | undefined)[]): ReadonlyMap<string, T> {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
}
