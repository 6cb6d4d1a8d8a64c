import type { Locks } from '@/lib/platform/ports';

export interface EndableLocks extends Locks {
  /** Gives no lock any more, and resolves when the work that holds one has ended or the patience has. */
  end(patienceMs: number): Promise<void>;
}

/** Locks that can be taken away from a clockwork for good, before its books are closed. */
export function createEndableLocks(locks: Locks): EndableLocks {
  let ended = false;
  const running = new Set<Promise<unknown>>();
  return {
    async tryRun(name, task) {
      if (ended) return null;
      const work = locks.tryRun(name, task);
      running.add(work);
      try {
        return await work;
      } finally {
        running.delete(work);
      }
    },
    async end(patienceMs) {
      ended = true;
      const rest = Promise.allSettled(running);
      await Promise.race([rest, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
    },
  };
}
