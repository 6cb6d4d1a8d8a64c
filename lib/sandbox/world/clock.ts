export interface SandboxClock {
  /** Simulated time: what every timestamp says. */
  now(): number;
  /** Real milliseconds since the start plus everything skipped: batches are worked off at this pace, whatever the speed. */
  elapsed(): number;
  advance(ms: number): void;
}

/**
 * Simulated time starts at `startAt` and runs `speed` times as fast as `realNow`; 0 stops it, and then only `advance`
 * moves it.
 */
export function createClock(startAt: number, speed: number, realNow: () => number): SandboxClock {
  const realStart = realNow();
  let skipped = 0;
  const real = (): number => realNow() - realStart;
  return {
    now: () => Math.floor(startAt + real() * speed + skipped),
    elapsed: () => real() + skipped,
    advance(ms) {
      skipped += Math.max(0, ms);
    },
  };
}
