/** Why a deadline was called: one attempt took too long, the whole call did, or the caller gave up. */
export type DeadlineCause = 'attempt' | 'total' | 'caller';

export interface Deadline {
  /** A signal for one attempt and the function that ends its timer. */
  begin(): { readonly signal: AbortSignal; end(): void };
  cause(): DeadlineCause | null;
  end(): void;
}

/**
 * Time limits of one call: each attempt, all attempts together, and the caller's own signal. They cover the body too:
 * ky's time-out ends with the headers, and an answer that never finishes would otherwise outlive the worker.
 */
export function createDeadline(attemptMs: number, totalMs: number, caller: AbortSignal | undefined): Deadline {
  let cause: DeadlineCause | null = null;
  const total = new AbortController();
  const stop = (reason: DeadlineCause, controller: AbortController) => {
    cause ??= reason;
    controller.abort();
  };
  const onCaller = () => stop('caller', total);
  const timer = setTimeout(() => stop('total', total), totalMs);
  if (caller?.aborted === true) onCaller();
  caller?.addEventListener('abort', onCaller, { once: true });

  return {
    begin() {
      const attempt = new AbortController();
      const attemptTimer = setTimeout(() => stop('attempt', attempt), attemptMs);
      return {
        signal: AbortSignal.any([total.signal, attempt.signal]),
        end: () => clearTimeout(attemptTimer),
      };
    },
    cause: () => cause,
    end() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onCaller);
    },
  };
}
