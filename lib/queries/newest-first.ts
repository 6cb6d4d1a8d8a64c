import type { Collection } from 'dexie';

/** The same rows from the other end of the index. */
export function newestFirst<T, K>(ordered: Collection<T, K>): Collection<T, K> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, not an array: nothing is turned in place
  return ordered.reverse();
}
