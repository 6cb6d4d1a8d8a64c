import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { isOpenWrite } from '@/lib/domain/outbox/write';

/** Above this many, all that is under way is read in one go: it is little, as a rule. */
const MANY = 600;

/** What is under way, by what it is about. */
export async function readOpenWrites(
  db: ArchvdDatabase,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OutboxRow[]>> {
  const open = new Map<string, OutboxRow[]>();
  if (entityIds.length === 0 || (await db.outbox.count()) === 0) return open;
  const rows =
    entityIds.length > MANY
      ? await db.outbox.where('state').anyOf(['pending', 'sending', 'unknown']).toArray()
      : await rowsByKey(db.outbox, 'entityId', entityIds);
  const wanted = new Set(entityIds);
  for (const row of rows) {
    if (!isOpenWrite(row.state) || !wanted.has(row.entityId)) continue;
    open.set(row.entityId, [...(open.get(row.entityId) ?? []), row]);
  }
  return open;
}
