import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { QuarantineRow } from '../rows';
import { textDigest } from './text-digest';

/** Most rows kept; the ones not seen for longest go first. */
const QUARANTINE_CAP = 2000;

type Rejected = Pick<QuarantineRow, 'endpoint' | 'externalId' | 'issues' | 'raw'>;

/**
 * Sets records aside that did not fit the contract, with the reason. The same record again (by endpoint and id, or by
 * its text when it has no id) raises its count instead of adding a row. For the transaction of the page it came with.
 */
export async function quarantineRecords(db: ArchvdDatabase, records: readonly Rejected[], now: Instant): Promise<void> {
  await db.transaction('rw', db.quarantine, async () => {
    const byId = new Map(records.map((record) => [quarantineId(record), record]));
    const known = await db.quarantine.bulkGet([...byId.keys()]);
    const rows = [...byId].map(([id, record], index) => upserted(id, record, known[index], now));
    await db.quarantine.bulkPut(rows);
    await pruneQuarantine(db);
  });
}

function quarantineId(record: Rejected): string {
  return `${record.endpoint}#${record.externalId ?? textDigest(record.raw)}`;
}

function upserted(id: string, record: Rejected, known: QuarantineRow | undefined, now: Instant): QuarantineRow {
  const { endpoint, externalId, issues, raw } = record;
  const fresh = { id, endpoint, externalId, issues, raw, lastSeenAt: now };
  return { ...fresh, firstSeenAt: known?.firstSeenAt ?? now, count: (known?.count ?? 0) + 1 };
}

async function pruneQuarantine(db: ArchvdDatabase): Promise<void> {
  const surplus = (await db.quarantine.count()) - QUARANTINE_CAP;
  if (surplus <= 0) return;
  await db.quarantine.bulkDelete(await db.quarantine.orderBy('lastSeenAt').limit(surplus).primaryKeys());
}
