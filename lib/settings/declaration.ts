import type { ZodMiniType } from 'zod/mini';

/** `local` stays on this device; `session` lives in memory until the browser closes. */
export type StorageArea = 'local' | 'session';

/** What takes a stored value away. A key that lists neither stays until the extension is removed. */
export type ClearedOn = 'disconnect' | 'delete-all';

/** One stored setting, declared once. */
export interface Declaration<T> {
  readonly area: StorageArea;
  readonly key: string;
  /** Raised when the shape changes; the number is stored with the value. */
  readonly version: number;
  readonly schema: ZodMiniType<T>;
  readonly fallback: T;
  /** From version n - 1 to n, by n. Frozen once released: they import nothing. */
  readonly migrations: Readonly<Record<number, (older: unknown) => unknown>>;
  readonly clearedOn: readonly ClearedOn[];
}

/** Lets each declaration keep its own value type inside one table. */
export function declare<T>(declaration: Declaration<T>): Declaration<T> {
  return declaration;
}

/** A stored value whose owner reads, checks and replaces it by itself: the vault, the message server. */
export interface OpaqueDeclaration {
  readonly area: StorageArea;
  readonly key: string;
  readonly clearedOn: readonly ClearedOn[];
}
