import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';

/** What was done to the demo market; its rows are in the demo's books alone and go with them. */
export const DEMO_WRITES = 'demo/write/';
const DIGITS = 9;

/** Every write that was put down, oldest first, as text. */
export async function readDemoWrites(db: ArchvdDatabase): Promise<readonly string[]> {
  const rows = await db.meta.where('id').startsWith(DEMO_WRITES).sortBy('id');
  return rows.map((row) => String(row.value));
}

/** Puts a write down behind all others. Resolves when it is kept. */
export async function addDemoWrite(db: ArchvdDatabase, value: string, now: Instant): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const last = await db.meta.where('id').startsWith(DEMO_WRITES).last();
    const number = last === undefined ? 1 : Number(last.id.slice(DEMO_WRITES.length)) + 1;
    await db.meta.add({ id: `${DEMO_WRITES}${String(number).padStart(DIGITS, '0')}`, value, updatedAt: now });
  });
}
