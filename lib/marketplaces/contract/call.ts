/**
 * How much a request matters when the rate budget is short: a person waiting goes first, a backfill last.
 * Source: the order user > orders > repricing > watch > backfill of the design.
 */
export type Priority = 'user' | 'orders' | 'repricing' | 'watch' | 'backfill';

/** Given to every call. */
export interface CallOptions {
  readonly priority: Priority;
  readonly signal?: AbortSignal;
}
