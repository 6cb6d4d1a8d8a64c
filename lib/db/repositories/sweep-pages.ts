import type { ArchvdDatabase } from '../database';

/** Remembers which external ids a page of a sweep held; the same page again replaces itself. For the page's transaction. */
export async function addSweepPage(
  db: ArchvdDatabase,
  sweepId: string,
  page: number,
  externalIds: readonly string[],
): Promise<void> {
  await db.sweepPages.put({ id: `${sweepId}/${page}`, sweepId, externalIds });
}

/** Every external id the sweep has met so far, also in earlier worker lives. */
export async function readSweepIds(db: ArchvdDatabase, sweepId: string): Promise<ReadonlySet<string>> {
  const pages = await db.sweepPages.where('sweepId').equals(sweepId).toArray();
  return new Set(pages.flatMap((page) => page.externalIds));
}

export async function clearSweep(db: ArchvdDatabase, sweepId: string): Promise<void> {
  await db.sweepPages.where('sweepId').equals(sweepId).delete();
}
