import type { ArchvdDatabase } from '@/lib/db/database';
import type { SiteReadsRow } from '@/lib/db/watching-rows';
import { SITES, type SiteId } from '@/lib/domain/sites/site';
import { DAY_MS, shiftInstant, toIsoString, type Instant } from '@/lib/domain/time/instant';

/** How pages of one site were read over some days. */
export interface ReadTotals {
  readonly pages: number;
  readonly unreadable: number;
  readonly blocked: number;
  /** By layer, the most frequent first; `none`: no layer told it. */
  readonly styleCode: readonly (readonly [layer: string, times: number])[];
  readonly price: readonly (readonly [layer: string, times: number])[];
}

/** From `since` on most pages of a site could not be read, and before it was otherwise. */
export interface ReadTrouble {
  readonly since: string;
  readonly pages: number;
  readonly unreadable: number;
}

export interface SiteReads {
  readonly site: SiteId;
  readonly week: ReadTotals;
  readonly month: ReadTotals;
  readonly trouble: ReadTrouble | null;
}

const WEEK = 7;
const MONTH = 30;

/** Fewer pages than this say nothing. */
const FEWEST_PAGES = 5;

/** Sites whose pages were read in the last 30 days, in the order of the list. Days are UTC days, as they are counted. */
export async function siteReads(db: ArchvdDatabase, now: Instant): Promise<readonly SiteReads[]> {
  const rows = await db.siteReads
    .where('day')
    .aboveOrEqual(dayBefore(now, MONTH - 1))
    .sortBy('day');
  const week = dayBefore(now, WEEK - 1);
  return SITES.flatMap(({ id: site }) => {
    const own = rows.filter((row) => row.site === site);
    if (own.length === 0) return [];
    const lately = own.filter(({ day }) => day >= week);
    return [{ site, week: totalsOf(lately), month: totalsOf(own), trouble: troubleOf(own) }];
  });
}

function dayBefore(now: Instant, days: number): string {
  return toIsoString(shiftInstant(now, -days * DAY_MS)).slice(0, 10);
}

function totalsOf(rows: readonly SiteReadsRow[]): ReadTotals {
  return {
    pages: sum(rows, ({ pages }) => pages),
    unreadable: sum(rows, ({ unreadable }) => unreadable),
    blocked: sum(rows, ({ blocked }) => blocked),
    styleCode: added(rows.map(({ styleCode }) => styleCode)),
    price: added(rows.map(({ price }) => price)),
  };
}

/**
 * The unbroken run of bad days up to the newest: on each at least half of the pages could not be read, and together
 * they are enough to say so. Where it was no better before, nothing has jumped.
 *
 * @param rows of one site, the oldest day first
 * @example 40 pages read well until Monday, then 9 of 12 not: since Tuesday, 9 of 12
 */
function troubleOf(rows: readonly SiteReadsRow[]): ReadTrouble | null {
  const start = rows.findLastIndex((row) => row.unreadable * 2 < row.pages) + 1;
  const [bad, before] = [rows.slice(start), rows.slice(0, start)];
  const [first] = bad;
  const [pages, unreadable] = [sum(bad, (row) => row.pages), sum(bad, (row) => row.unreadable)];
  if (first === undefined || pages < FEWEST_PAGES) return null;
  const [known, failed] = [sum(before, (row) => row.pages), sum(before, (row) => row.unreadable)];
  // Twice the share there was before, told without dividing.
  const hasJumped = known < FEWEST_PAGES || unreadable * known >= 2 * failed * pages;
  return hasJumped ? { since: first.day, pages, unreadable } : null;
}

function sum(rows: readonly SiteReadsRow[], of: (row: SiteReadsRow) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

function added(counts: readonly Readonly<Record<string, number>>[]): ReadTotals['styleCode'] {
  const totals = new Map<string, number>();
  for (const [name, times] of counts.flatMap((each) => Object.entries(each)))
    totals.set(name, (totals.get(name) ?? 0) + times);
  return [...totals].toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b));
}
