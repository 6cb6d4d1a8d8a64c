import { MarketError } from '@/lib/domain/errors/market-error';
import { applyFailure, beginTrial, breakerPosition } from '@/lib/domain/throttle/breaker';
import { chunkSize, freshBudget, takeTokens } from '@/lib/domain/throttle/bucket';
import type { BudgetState, RateLimits } from '@/lib/domain/throttle/policy';
import type { Priority } from '@/lib/domain/throttle/priority';
import { applyLimited } from '@/lib/domain/throttle/rate';
import type { Instant } from '@/lib/domain/time/instant';
import { createHeldTokens } from './held-tokens';
import type { RequestGate, RequestOutcome } from './ports';
import { createReportingBudget, type BudgetStore } from './reporting-budget';

export interface GateOptions {
  readonly limits: RateLimits;
  readonly now: () => Instant;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Longest wait in memory; a longer one becomes an error with `retryAt`. */
  readonly maxWaitMs?: number;
}

type Decision =
  | { readonly kind: 'granted' }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'open'; readonly until: Instant };

const DEFAULT_MAX_WAIT_MS = 2000;

/**
 * A `RequestGate` over a stored budget.
 *
 * Tokens are taken from the store in small chunks that may be held for `limits.holdMs`, so that a first sync of 300
 * pages does not pay a database commit per request; whatever slows us down (429, failures, the breaker) is stored at
 * once. Waits up to `maxWaitMs` are slept through here, longer ones are the caller's: a job stores `retryAt` and an
 * alarm takes it up.
 *
 * @example limits of 1,000 requests a second held for 100 ms: one store update for up to 100 requests
 */
export function createRequestGate(store: BudgetStore, options: GateOptions): RequestGate {
  const { limits, now } = options;
  const maxWaitMs = options.maxWaitMs ?? DEFAULT_MAX_WAIT_MS;
  const held = createHeldTokens(limits.holdMs);
  const budget = createReportingBudget(store, options);
  const inTurn = createTurns();

  async function decide(priority: Priority): Promise<Decision> {
    const at = now();
    if (held.spend(priority, at)) return { kind: 'granted' };
    let visit: Visit = { state: freshBudget(at, limits), decision: { kind: 'wait', until: at }, granted: 0 };
    await budget.change((state) => {
      visit = visitBucket(state, at, limits, priority);
      return visit.state;
    });
    held.keep(priority, at, visit.granted - 1);
    return visit.decision;
  }

  async function enter(priority: Priority): Promise<void> {
    let waited = 0;
    for (;;) {
      const decision = await inTurn(() => decide(priority));
      if (decision.kind === 'granted') return;
      if (decision.kind === 'open') throw refusal('breaker-open', decision.until);
      const wait = Math.max(1, decision.until - now());
      if (waited + wait > maxWaitMs) throw refusal('rate-limited', decision.until);
      waited += wait;
      await options.sleep(wait);
    }
  }

  async function leave(outcome: RequestOutcome): Promise<Instant | null> {
    if (outcome.kind === 'ok') {
      await budget.succeeded(inTurn);
      return null;
    }
    // Tokens taken under the old rate are worth nothing now.
    held.drop();
    const chance = options.random();
    const state = await inTurn(() => budget.change((before) => worsen(before, outcome, now(), limits, chance)));
    return outcome.kind === 'limited' ? state.blockedUntil : state.openUntil;
  }

  return { enter, leave };
}

interface Visit {
  readonly state: BudgetState;
  readonly decision: Decision;
  readonly granted: number;
}

/** What one look into the stored budget allows; plain computing, so that it may run inside a transaction. */
function visitBucket(state: BudgetState, at: Instant, limits: RateLimits, priority: Priority): Visit {
  const breaker = breakerPosition(state, at, limits);
  // Kept, or a clock that was set back would push the end ahead of itself at every look.
  if (breaker.kind === 'open') return { state: { ...state, openUntil: breaker.until }, decision: breaker, granted: 0 };
  const trial = breaker.kind === 'half-open';
  const take = takeTokens(state, at, limits, priority, trial ? 1 : chunkSize(limits));
  if ('waitUntil' in take) {
    return { state: take.state, decision: { kind: 'wait', until: take.waitUntil }, granted: 0 };
  }
  const after = trial ? beginTrial(take.state, at, limits) : take.state;
  return { state: after, decision: { kind: 'granted' }, granted: take.granted };
}

/** One at a time, so that requests that start together share a chunk instead of each taking one. */
function createTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let queue: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = queue.then(task);
    queue = turn.catch(() => undefined);
    return turn;
  };
}

function worsen(
  state: BudgetState,
  outcome: Exclude<RequestOutcome, { kind: 'ok' }>,
  at: Instant,
  limits: RateLimits,
  chance: number,
): BudgetState {
  return outcome.kind === 'limited'
    ? applyLimited(state, at, limits, outcome.retryAt, chance)
    : applyFailure(state, at, limits, outcome.subject);
}

function refusal(code: 'breaker-open' | 'rate-limited', retryAt: Instant): MarketError {
  const message =
    code === 'breaker-open'
      ? 'The marketplace failed several times in a row, so requests pause for a while. They go on by themselves.'
      : 'Requests are paused to stay within the rate limit. They go on by themselves.';
  return new MarketError(code, { message, retryAt });
}
