import type { PayoutRow, ExpenseRow } from '@/lib/db/money-rows';
import type { BankLineRow, BankAccountRow } from '@/lib/db/bank-rows';
import type { Sale } from '@/lib/domain/sales/sale';
import type { OffsetAt } from '@/lib/domain/time/period';
import { CommandError, type CommandDeps } from './command-deps';
import { stampAfter, type RowChange } from './keep-undo';

/** What commands on statements need besides: the seller's clock, which says what day a moment is. */
export interface BankDeps extends CommandDeps {
  readonly offsetAt: OffsetAt;
}

interface BankRows {
  readonly bankLines: BankLineRow;
  readonly bankAccounts: BankAccountRow;
  readonly payouts: PayoutRow;
  readonly sales: Sale;
  readonly expenses: ExpenseRow;
}

/** The rows a command has changed so far: of each how it was at first and how it is now. */
export interface BankChanges {
  readonly list: () => readonly RowChange[];
  /** Writes a row; `before` null adds it. Answers it with its new stamp. */
  readonly put: <T extends keyof BankRows>(
    table: T,
    before: BankRows[T] | null,
    after: BankRows[T],
  ) => Promise<BankRows[T]>;
  readonly remove: <T extends keyof BankRows>(table: T, before: BankRows[T]) => Promise<void>;
}

/** Keeps account of one command's changes, in its transaction. */
export function bankChanges(deps: CommandDeps): BankChanges {
  const changes = new Map<string, RowChange>();
  const note = (change: RowChange) => {
    const key = `${change.table}/${change.after?.id ?? change.before?.id ?? ''}`;
    const known = changes.get(key);
    changes.set(key, known === undefined ? change : { ...change, before: known.before });
  };
  return {
    list: () => [...changes.values()].filter(({ before, after }) => before !== null || after !== null),
    put: async (table, before, after) => {
      const updatedAt = before === null ? deps.now() : stampAfter(before.updatedAt, deps.now());
      const row = { ...after, updatedAt };
      await deps.db.table(table).put(row);
      note({ table, before, after: row });
      return row;
    },
    remove: async (table, before) => {
      await deps.db.table(table).delete(before.id);
      note({ table, before, after: null });
    },
  };
}

/**
 * A line that is still as the person saw it.
 *
 * @throws CommandError `not-found`, `not-allowed`
 */
export async function lineIn(
  { db }: CommandDeps,
  id: string,
  states: readonly BankLineRow['state'][],
): Promise<BankLineRow> {
  const line = await db.bankLines.get(id);
  if (line === undefined)
    throw new CommandError('not-found', 'That line is no longer in the books. Nothing was changed.');
  if (!states.includes(line.state))
    throw new CommandError('not-allowed', 'That line has been dealt with meanwhile. Nothing was changed.');
  return line;
}

/** A line of the log about bookings and payouts. In the transaction of the command, which must span `activity`. */
export async function logBank(
  deps: CommandDeps,
  { kind, summary, facts = {} }: { kind: string; summary: string; facts?: Record<string, string | number> },
): Promise<void> {
  await deps.db.activity.add({ id: deps.newId(), at: deps.now(), kind, by: 'user', entity: null, summary, facts });
}
