import { getMeta, setMeta } from '@/lib/db/repositories/meta';
import { hasCode } from '@/lib/domain/errors/market-error';
import { ageOf, DAY_MS } from '@/lib/domain/time/instant';
import type { BatchQuota } from '@/lib/marketplaces/contract/batches';
import type { Lane } from './lane';
import type { Turn } from './outbox-run';

/** How many operations the account may have under way, with when it was read as the row's `updatedAt`. */
const QUOTA = 'outbox/quota';
/** Listings in one batch, whatever the quota. */
const LARGEST_BATCH = 1000;

/**
 * How many operations may be added now. The account's number is asked for when it is not known, older than a day, or was
 * found wrong by a refusal; in between our own count of what is under way is enough.
 *
 * @param own operations of ours that are not worked off
 */
export async function quotaLeft(turn: Turn, own: number): Promise<number> {
  const { db } = turn.deps;
  const kept = await db.meta.get(QUOTA);
  if (typeof kept?.value === 'number' && ageOf(kept.updatedAt, turn.now()) < DAY_MS)
    return Math.max(0, kept.value - own);
  const told = await askQuota(turn);
  if (told === null) return Math.max(0, LARGEST_BATCH - own);
  const left = Math.max(0, told.maximum - Math.max(own, told.used));
  // Full, and not by us: it is asked for again, rather than found out by a refusal or believed for a day.
  if (left > 0) await turn.inBooks([], () => setMeta(db, QUOTA, told.maximum, turn.now()));
  return left;
}

/** null: this token may not ask. A refusal for want of room tells it just as well. */
async function askQuota(turn: Turn): Promise<BatchQuota | null> {
  try {
    return (await turn.ask((options) => turn.deps.marketplace.getBatchQuota(options))).value;
  } catch (error) {
    if (hasCode(error, 'forbidden')) return null;
    throw error;
  }
}

/** What is remembered turned out wrong. */
export async function forgetQuota(turn: Turn): Promise<void> {
  const { db } = turn.deps;
  await turn.inBooks([], async () => {
    if ((await getMeta(db, QUOTA)) !== null) await db.meta.delete(QUOTA);
  });
}

/** How many writes one request of a lane may carry. */
export function mostOf(lane: Lane, left: number, maxBatchIds: number): number {
  switch (lane) {
    // What concerns an order is no operation on listings, and its deadline does not wait for room among them.
    case 'order':
      return 1;
    case 'create-one':
    case 'picture':
      return Math.min(1, left);
    case 'price':
    case 'create':
      return Math.min(LARGEST_BATCH, left);
    case 'activate':
    case 'deactivate':
    case 'delete':
      return Math.min(maxBatchIds, left);
  }
}
