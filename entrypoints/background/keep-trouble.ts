import type { ArchvdDatabase } from '@/lib/db/database';
import { appendActivity } from '@/lib/db/repositories/activity';
import type { LogEntry } from '@/lib/platform/log';
import type { Random } from '@/lib/platform/ports';

const TROUBLE = 'trouble';
/** A day without a network must not push what the seller did out of the log. */
const KEPT = 200;

interface Books {
  readonly db: ArchvdDatabase;
  readonly random: Random;
}

/**
 * Writes warnings and errors of the log, already redacted, into the activity log: the worker forgets its own within the
 * minute, and support asks later. Books that do not open keep nothing, and that is no second failure.
 */
export function keepTrouble(books: Books, entry: LogEntry): void {
  if (entry.level !== 'info') write(books, entry).catch(() => undefined);
}

async function write({ db, random }: Books, { at, event, facts }: LogEntry): Promise<void> {
  await db.transaction('rw', db.activity, async () => {
    await appendActivity(db, {
      id: random.id(),
      at,
      kind: TROUBLE,
      by: 'system',
      entity: null,
      summary: event,
      facts,
    });
    // Of one kind the ids stand in the order of time.
    const ids = await db.activity.where('kind').equals(TROUBLE).primaryKeys();
    await db.activity.bulkDelete(ids.slice(0, -KEPT));
  });
}
