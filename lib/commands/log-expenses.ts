import type { ActivityRow } from '@/lib/db/rows';
import type { ExpenseRow } from '@/lib/db/money-rows';
import type { CommandDeps } from './command-deps';

/** Beyond so many one line tells of all. */
const EACH = 50;

interface ExpenseLine {
  readonly kind: string;
  readonly summary: string;
  readonly rows: readonly Pick<ExpenseRow, 'id' | 'category' | 'amount'>[];
  readonly by?: ActivityRow['by'];
}

/** Tells the activity log what was done to expenses. In the transaction of the command, which must span `activity`. */
export async function logExpenses(deps: CommandDeps, { kind, summary, rows, by = 'user' }: ExpenseLine): Promise<void> {
  const at = deps.now();
  const line = (row: ExpenseLine['rows'][number] | null): ActivityRow => ({
    id: deps.newId(),
    at,
    kind,
    by,
    entity: row === null ? null : { table: 'expenses', id: row.id },
    summary: row === null ? `${summary} (${rows.length} expenses)` : summary,
    facts:
      row === null
        ? { expenses: rows.length }
        : { category: row.category, amount: row.amount.minor, currency: row.amount.currency },
  });
  await deps.db.activity.bulkAdd(rows.length > EACH ? [line(null)] : rows.map(line));
}
