export interface SandboxClock {
  /** Simulated time: what every timestamp says. */
  now(): number;
  /** Real milliseconds since the start plus everything skipped: batches are worked off at this pace, whatever the speed. */
  elapsed(): number;
  advance(ms: number): void;
  /** Does what was due at an earlier moment: `now` says that moment meanwhile. */
  at<T>(ms: number, work: () => T): T;
}

/**
 * Simulated time starts at `startAt` and runs `speed` times as fast as `realNow`; 0 stops it, and then only `advance`
 * moves it.
 */
export function createClock(startAt: number, speed: number, realNow: () => number): SandboxClock {
  const realStart = realNow();
  let skipped = 0;
  let pinned: number | null = null;
  const real = (): number => realNow() - realStart;
  return {
    now: () => pinned ?? Math.floor(startAt + real() * speed + skipped),
    elapsed: () => real() + skipped,
    advance(ms) {
      skipped += Math.max(0, ms);
    },
    at(ms, work) {
      const before = pinned;
      pinned = ms;
      try {
        return work();
      } finally {
        pinned = before;
      }
    },
  };
}
