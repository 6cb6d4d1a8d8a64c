import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { MetaRow } from '../rows';

/** Set while alias does not accept the stored token. It tells of this device's token, so no copy of the books brings it. */
export const TOKEN_REFUSED = 'token/refused';

/** One fact about this database; null when it was never set. */
export async function getMeta(db: ArchvdDatabase, id: string): Promise<MetaRow['value']> {
  return (await db.meta.get(id))?.value ?? null;
}

export async function setMeta(db: ArchvdDatabase, id: string, value: MetaRow['value'], now: Instant): Promise<void> {
  await db.meta.put({ id, value, updatedAt: now });
}
