import type { ArchvdDatabase } from '@/lib/db/database';
import type { OutboxRow, WriteGroupKind } from '@/lib/db/selling-rows';
import type { WriteKind } from '@/lib/domain/outbox/write';

const KIND: Readonly<Record<WriteKind, WriteGroupKind>> = {
  'listing/price': 'price',
  'listing/activate': 'activate',
  'listing/deactivate': 'deactivate',
  'listing/delete': 'delete',
  'listing/create': 'list',
  'listing/picture': 'pictures',
  'order/confirm': 'order-confirm',
  'order/label': 'order-label',
  'order/ship': 'order-ship',
  'order/cancel': 'order-cancel',
};

/** What writes that are sent again are called: as their command was, or by what they do when they come from several. */
export async function groupKindOf(db: ArchvdDatabase, rows: readonly OutboxRow[]): Promise<WriteGroupKind> {
  const groups = await db.writeGroups.bulkGet([...new Set(rows.map(({ groupId }) => groupId))]);
  const kinds = new Set(groups.flatMap((group) => (group === undefined ? [] : [group.kind])));
  const [kind] = kinds;
  // An undo or a run is not taken back twice: what is sent again of it is a command of its own.
  const isOwn = kinds.size === 1 && kind !== undefined && kind !== 'undo' && kind !== 'reprice';
  return isOwn ? kind : KIND[rows[0]?.kind ?? 'listing/price'];
}
