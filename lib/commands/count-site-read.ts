import type { ArchvdDatabase } from '@/lib/db/database';
import type { SiteReadsRow } from '@/lib/db/watching-rows';
import type { SiteId } from '@/lib/domain/sites/site';
import { toIsoString, type Instant } from '@/lib/domain/time/instant';

/** How one page view of a site was read. */
export interface SiteRead {
  readonly site: SiteId;
  readonly outcome: 'read' | 'unreadable' | 'blocked';
  /** The layer that told it; null: none did. */
  readonly styleCode: string | null;
  readonly price: string | null;
  readonly warnings: readonly string[];
}

/** A person does not look at as many pages a day; whoever sends more is no card of ours. */
const MOST_A_DAY = 5000;
const MOST_NAMES = 24;

/**
 * Counts a page view into its site's row of the day (UTC). Bounded in rows and in their size, whatever is sent.
 *
 * @example the first StockX page of 2026-11-23, code from `embedded`: row `2026-11-23|stockx` with `pages: 1` and
 * `styleCode: { embedded: 1 }`
 */
export async function countSiteRead(db: ArchvdDatabase, read: SiteRead, now: Instant): Promise<void> {
  const day = toIsoString(now).slice(0, 10);
  const id = `${day}|${read.site}`;
  await db.transaction('rw', db.siteReads, async () => {
    const row = (await db.siteReads.get(id)) ?? emptyRow(id, day, read.site);
    if (row.pages >= MOST_A_DAY) return;
    await db.siteReads.put({
      ...row,
      pages: row.pages + 1,
      unreadable: row.unreadable + (read.outcome === 'unreadable' ? 1 : 0),
      blocked: row.blocked + (read.outcome === 'blocked' ? 1 : 0),
      styleCode: counted(row.styleCode, [read.styleCode ?? 'none']),
      price: counted(row.price, [read.price ?? 'none']),
      warnings: counted(row.warnings, read.warnings),
    });
  });
}

function emptyRow(id: string, day: string, site: SiteId): SiteReadsRow {
  return { id, day, site, pages: 0, unreadable: 0, blocked: 0, styleCode: {}, price: {}, warnings: {} };
}

/** Names a page made up fill a row to its bound and no further; a name of the language itself is none. */
function counted(before: Readonly<Record<string, number>>, names: readonly string[]): Record<string, number> {
  const counts = new Map(Object.entries(before));
  for (const name of new Set(names)) {
    if (!/^[A-Za-z][A-Za-z_-]{0,39}$/.test(name)) continue;
    if (counts.has(name) || counts.size < MOST_NAMES) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
