import type { ArchvdDatabase } from '../database';

/** Whether anything waits to be sent, is on its way, or has to be read back. */
export async function hasOpenWrites(db: ArchvdDatabase): Promise<boolean> {
  const open = await db.outbox.where('state').anyOf('pending', 'sending', 'unknown').limit(1).count();
  return open > 0;
}
