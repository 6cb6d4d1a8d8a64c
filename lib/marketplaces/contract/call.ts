import type { Priority } from '@/lib/domain/throttle/priority';

export type { Priority };

/** Given to every call. */
export interface CallOptions {
  readonly priority: Priority;
  readonly signal?: AbortSignal;
}
