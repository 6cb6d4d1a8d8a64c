import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { isOpenWrite } from '@/lib/domain/outbox/write';

/** What is under way, by what it is about. */
export async function readOpenWrites(
  db: ArchvdDatabase,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OutboxRow[]>> {
  const open = new Map<string, OutboxRow[]>();
  if (entityIds.length === 0 || (await db.outbox.count()) === 0) return open;
  for (const row of await rowsByKey(db.outbox, 'entityId', entityIds))
    if (isOpenWrite(row.state)) open.set(row.entityId, [...(open.get(row.entityId) ?? []), row]);
  return open;
}
