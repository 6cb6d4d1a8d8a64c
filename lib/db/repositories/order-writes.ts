import { isOpenWrite } from '@/lib/domain/outbox/write';
import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { OutboxRow } from '../selling-rows';

/** One line for each write about an order, so that it is found behind thousands of prices that wait as well. */
const ORDER_WRITE = 'order-write/';

/** Notes writes about orders that were just put down. For a transaction over `meta`. */
export async function noteOrderWrites(db: ArchvdDatabase, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length > 0) await db.meta.bulkPut(ids.map((id) => ({ id: ORDER_WRITE + id, value: true, updatedAt: now })));
}

/** Those that have not ended, the oldest first. */
export async function openOrderWrites(db: ArchvdDatabase): Promise<readonly OutboxRow[]> {
  const noted = await notedIds(db);
  const rows = noted.length === 0 ? [] : await db.outbox.bulkGet([...noted]);
  return rows
    .flatMap((row) => (row !== undefined && isOpenWrite(row.state) ? [row] : []))
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Drops the lines of writes that have ended. For a transaction over `outbox` and `meta`. */
export async function forgetEndedOrderWrites(db: ArchvdDatabase): Promise<void> {
  const noted = await notedIds(db);
  if (noted.length === 0) return;
  const open = new Set((await openOrderWrites(db)).map(({ id }) => id));
  await db.meta.bulkDelete(noted.flatMap((id) => (open.has(id) ? [] : [ORDER_WRITE + id])));
}

async function notedIds(db: ArchvdDatabase): Promise<readonly string[]> {
  const keys = await db.meta.where('id').startsWith(ORDER_WRITE).primaryKeys();
  return keys.map((id) => id.slice(ORDER_WRITE.length));
}
