import { freshBudget } from '@/lib/domain/throttle/bucket';
import type { BudgetState, RateLimits } from '@/lib/domain/throttle/policy';
import { applySuccesses } from '@/lib/domain/throttle/rate';
import type { Instant } from '@/lib/domain/time/instant';

/** Where the budget is kept. One call is one transaction: read, change, write. `change` is pure. */
export interface BudgetStore {
  update(change: (state: BudgetState | null) => BudgetState): Promise<BudgetState>;
}

export interface ReportingBudget {
  change(apply: (state: BudgetState) => BudgetState): Promise<BudgetState>;
  /** Counts a success; stored with the next change, or at once when it mends something. */
  succeeded(inTurn: <T>(task: () => Promise<T>) => Promise<T>): Promise<void>;
}

/** The stored budget, with successes gathered so that a healthy run does not pay a commit for each. */
export function createReportingBudget(
  store: BudgetStore,
  { limits, now }: { readonly limits: RateLimits; readonly now: () => Instant },
): ReportingBudget {
  let unreported = 0;
  /** Something a success would mend was in the store: 429s in a row, failures, an open breaker. */
  let unwell = false;

  async function change(apply: (state: BudgetState) => BudgetState): Promise<BudgetState> {
    const successes = unreported;
    const at = now();
    unreported = 0;
    const state = await store.update((stored) => {
      const before = stored ?? freshBudget(at, limits);
      return apply(successes > 0 ? applySuccesses(before, at, limits, successes) : before);
    });
    unwell = state.failures.length > 0 || state.openUntil !== null || state.limitedInARow > 0;
    return state;
  }

  async function succeeded(inTurn: <T>(task: () => Promise<T>) => Promise<T>): Promise<void> {
    unreported += 1;
    if (unwell) await inTurn(() => change((state) => state));
  }

  return { change, succeeded };
}
