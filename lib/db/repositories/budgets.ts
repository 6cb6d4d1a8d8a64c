import type { BudgetState } from '@/lib/domain/throttle/policy';
import type { ArchvdDatabase } from '../database';
import type { BudgetRow } from '../rows';

export interface BudgetStore {
  /**
   * Reads, changes and writes the state in one transaction, so that two contexts never spend the same token. `change`
   * must be plain computing; it gets null at the very first use.
   */
  update(change: (state: BudgetState | null) => BudgetState): Promise<BudgetState>;
}

/** Rate budget and breaker of one account (`id`, e.g. `alias`), surviving the worker's death. */
export function createBudgetStore(db: ArchvdDatabase, id: string): BudgetStore {
  return {
    update: (change) =>
      db.transaction('rw', db.budgets, async () => {
        const row = await db.budgets.get(id);
        const next = change(row === undefined ? null : stateOf(row));
        await db.budgets.put({ ...next, id });
        return next;
      }),
  };
}

function stateOf({ id: _id, ...state }: BudgetRow): BudgetState {
  return state;
}
