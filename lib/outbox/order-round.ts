import { openOrderWrites } from '@/lib/db/repositories/order-writes';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Instant } from '@/lib/domain/time/instant';
import type { Turn } from './outbox-run';
import { readBackOrders } from './read-back-orders';

/** What is to be done about orders at this moment. */
export interface OrderRound {
  /** Those that may be sent, by id, the oldest first. */
  readonly due: readonly string[];
  /** Something was read back, so that all may stand otherwise by now. */
  readonly hasRead: boolean;
}

/**
 * Orders run out, prices do not: what was sent about one and not answered is read back before anything else, and what waits
 * is told, however many other writes wait in front of it.
 */
export async function orderRound(turn: Turn): Promise<OrderRound> {
  const rows = (await openOrderWrites(turn.deps.db)).filter((row) => row.nextAt <= turn.now());
  const unknown = rows.filter(({ state }) => state === 'unknown');
  if (unknown.length > 0) await readBackOrders(turn, unknown);
  return { due: rows.filter(isWaiting).map(({ id }) => id), hasRead: unknown.length > 0 };
}

/** When anything is to be done about an order next; null: nothing is. */
export async function nextOrderMoment({ deps }: Turn): Promise<Instant | null> {
  const moments = (await openOrderWrites(deps.db)).filter(({ state }) => state !== 'sending').map((row) => row.nextAt);
  return moments.toSorted((a, b) => a - b)[0] ?? null;
}

const isWaiting = ({ state }: OutboxRow): boolean => state === 'pending';
