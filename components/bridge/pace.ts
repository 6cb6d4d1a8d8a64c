/** Lets a reading happen again and again without taking the page over, whatever the rate of changes. */
export interface Pace {
  /** Says that a reading is wanted; a later turn makes an earlier one that still waits pointless. */
  readonly take: () => number;
  /** Resolves when a reading may begin: none is under way, and the last one's rest is over. */
  readonly ready: () => Promise<void>;
  readonly isLatest: (turn: number) => boolean;
  /** Call when the reading begins; what it answers is called when the reading has ended. */
  readonly begin: () => () => void;
  readonly end: () => void;
  readonly ended: () => boolean;
}

export interface PaceClock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Shortest rest between two readings. */
const REST_MS = 150;
/** A reading may take at most this share of the time: after 200 ms of reading, 600 ms of rest. */
const REST_PER_READING = 3;

const PAGE_CLOCK: PaceClock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

export function createPace({ now, sleep }: PaceClock = PAGE_CLOCK): Pace {
  let latest = 0;
  let restUntil = 0;
  let underWay: Promise<void> = Promise.resolve();
  let over = false;
  return {
    take: () => (latest += 1),
    async ready() {
      await underWay;
      const rest = restUntil - now();
      if (rest > 0) await sleep(rest);
    },
    isLatest: (turn) => !over && turn === latest,
    begin() {
      const startedAt = now();
      let finish = () => {};
      underWay = new Promise((resolve) => {
        finish = resolve;
      });
      return () => {
        restUntil = now() + Math.max(REST_MS, (now() - startedAt) * REST_PER_READING);
        finish();
      };
    },
    end() {
      over = true;
    },
    ended: () => over,
  };
}
