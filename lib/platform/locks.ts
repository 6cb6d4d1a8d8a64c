import type { Locks } from './ports';

/** The part of `navigator.locks` that is used; given so that tests own it. */
type LockSource = Pick<LockManager, 'request'>;

/** Web Locks: they exclude worker, panel and tabs from one another and are freed at once when a context dies. */
export function createLocks(source: LockSource = navigator.locks): Locks {
  return {
    tryRun: (name, task) =>
      source.request(name, { ifAvailable: true }, async (lock) => (lock === null ? null : await task())),
  };
}

/** Waits for the lock, then runs `task`: for what must happen, alone, after whoever is at work has come to an end. */
export async function runAlone<T>(
  name: string,
  task: () => Promise<T>,
  source: LockSource = navigator.locks,
): Promise<T> {
  return source.request(name, async () => await task());
}
