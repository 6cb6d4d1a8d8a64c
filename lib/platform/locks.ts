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
