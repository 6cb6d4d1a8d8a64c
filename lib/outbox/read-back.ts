import type { OutboxRow } from '@/lib/db/selling-rows';
import { isOrderKind } from '@/lib/domain/outbox/write';
import { shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { isUnmade } from './follow-batch';
import type { Turn } from './outbox-run';
import { readBackDrafts } from './read-back-drafts';
import { readBackEach } from './read-back-each';
import { readBackMany } from './read-back-many';
import { readBackOrders } from './read-back-orders';
import { turnFor } from './turn-for';

/** So many are read back at once. */
const PORTION = 1000;
/** More than this are read in pages; fewer, one by one. */
const FEW = 10;

/** A write whose lost request turned out to have become this batch. */
export interface Found {
  readonly batchId: string;
  readonly rows: readonly OutboxRow[];
}

/**
 * Resolves writes whose outcome is unknown, by reading and nothing else. None is ever sent again before that.
 *
 * @returns null when none is due; else the batches that were found to carry some of them
 */
export async function readBack(whole: Turn): Promise<readonly Found[] | null> {
  const due = await whole.deps.db.outbox
    .where('[state+nextAt]')
    .between(['unknown', Number.NEGATIVE_INFINITY], ['unknown', whole.now()], true, true)
    .limit(PORTION)
    .toArray();
  if (due.length === 0) return null;
  const turn = turnFor(whole, due);
  const orders = due.filter(({ kind }) => isOrderKind(kind));
  if (orders.length > 0) {
    await readBackOrders(turn, orders);
    return [];
  }
  const drafts = due.filter(isUnmade);
  if (drafts.length > 0) {
    await readBackDrafts(turn, drafts, drafts.length <= FEW);
    return [];
  }
  if (due.length <= FEW) {
    await readBackEach(turn, due);
    return [];
  }
  return readBackMany(turn, due);
}

/** When the next unknown write is to be read; null: there is none. */
export async function nextReadBack({ deps }: Turn): Promise<Instant | null> {
  const first = await deps.db.outbox
    .where('[state+nextAt]')
    .between(['unknown', Number.NEGATIVE_INFINITY], ['unknown', Number.POSITIVE_INFINITY])
    .first();
  return first === undefined ? null : shiftInstant(first.nextAt, 0);
}
