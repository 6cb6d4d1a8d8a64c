import type { AnyTable } from '@/lib/db/database';

/** What is to be written for one answer of the marketplace: in the transaction of a job's commit, or in one of its own. */
export interface Keeping {
  readonly tables: readonly AnyTable[];
  /** Answers how many data rows it wrote. Only Dexie may be awaited inside. */
  write(): Promise<number>;
}
