import { maySpend, type Priority } from '@/lib/domain/throttle/priority';
import type { Instant } from '@/lib/domain/time/instant';

interface Chunk {
  readonly priority: Priority;
  readonly takenAt: Instant;
  count: number;
}

export interface HeldTokens {
  /** Spends one held token that this priority may use; false when there is none. */
  spend(priority: Priority, now: Instant): boolean;
  keep(priority: Priority, takenAt: Instant, count: number): void;
  drop(): void;
}

/**
 * Tokens already taken from the stored bucket and not yet spent. They are lost when the worker dies or `holdMs`
 * passes: fewer requests than allowed, never more. A clock that went backwards makes them void.
 */
export function createHeldTokens(holdMs: number): HeldTokens {
  let chunks: Chunk[] = [];
  return {
    spend(priority, now) {
      chunks = chunks.filter(({ count, takenAt }) => count > 0 && takenAt <= now && now - takenAt < holdMs);
      const chunk = chunks.find((candidate) => maySpend(candidate.priority, priority));
      if (chunk === undefined) return false;
      chunk.count -= 1;
      return true;
    },
    keep(priority, takenAt, count) {
      if (count > 0) chunks.push({ priority, takenAt, count });
    },
    drop() {
      chunks = [];
    },
  };
}
