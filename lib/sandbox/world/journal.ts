/** Something that changed in the market, and by which request: null when time or a buyer did it. */
export interface Effect {
  readonly at: string;
  readonly requestId: string | null;
  readonly kind: string;
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
}

export interface RequestNote {
  readonly at: string;
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** Query string, cut at 500 characters; a token is never in it. */
  readonly search: string;
  /** 0 when the connection broke before an answer. */
  readonly status: number;
}

/** What was asked and what it did; tests explain every effect by it. */
export interface Journal {
  readonly requests: readonly RequestNote[];
  readonly effects: readonly Effect[];
  note(request: RequestNote): void;
  /** Notes an effect of the request being answered, if one is. */
  effect(kind: string, id: string, change?: { from?: string; to?: string }): void;
  /** Runs `work` as part of a request, so that its effects carry the request's id. */
  during<T>(requestId: string | null, work: () => T): T;
  readonly current: string | null;
}

const KEPT_REQUESTS = 20_000;

export function createJournal(now: () => string): Journal {
  const requests: RequestNote[] = [];
  const effects: Effect[] = [];
  let current: string | null = null;
  return {
    requests,
    effects,
    note(request) {
      requests.push(request);
      if (requests.length > KEPT_REQUESTS) requests.splice(0, KEPT_REQUESTS / 2);
    },
    effect(kind, id, change = {}) {
      effects.push({ at: now(), requestId: current, kind, id, ...change });
    },
    during(requestId, work) {
      const before = current;
      current = requestId;
      try {
        return work();
      } finally {
        current = before;
      }
    },
    get current() {
      return current;
    },
  };
}
