import { sameStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import type { ArchvdDatabase } from '../database';
import type { ReleaseRow } from '../watching-rows';

/** What a release is known by: its style code, or where there is none its name. */
export interface ReleaseKey {
  readonly styleCode: StyleCode | null;
  readonly name: string;
  readonly date: string;
}

/**
 * The entry of the calendar that is this very release, wherever it came from: the same day, and the same style code or,
 * where one of both has none, the same name.
 */
export async function releaseOnDay(
  db: ArchvdDatabase,
  { styleCode, name, date }: ReleaseKey,
): Promise<ReleaseRow | undefined> {
  const named = plain(name);
  const rows = await db.releases.where('date').equals(date).toArray();
  return rows.find((row) => {
    if (row.deletedAt !== null || row.hidden) return false;
    if (row.styleCode !== null && styleCode !== null) return sameStyleCode(row.styleCode, styleCode);
    return plain(row.name) === named;
  });
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
