import { DAY_MS, instant, shiftInstant, type CalendarDate } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import { releaseResale, type ReleaseResale } from '@/lib/queries/release-resale';
import { namedRelease, releases, type ReleaseEntryRow } from '@/lib/queries/releases';
import { localOffset } from '../bridge/local-time';
import { useLive, type Live } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { useNow } from '../ui/use-now';

/** What comes, what came out lately, and one month as a calendar. */
export type ReleaseView = 'coming' | 'out' | 'month';
export type ReleaseOnly = 'all' | 'watched' | 'own';

export interface ShownReleases {
  readonly entries: readonly ReleaseEntryRow[];
  readonly resale: ReadonlyMap<string, ReleaseResale>;
  /** The entry the address names, by its id. */
  readonly named: string | null;
}

/** So far ahead calendars reach, and so long after its day a pair may still be written down as bought. */
const AHEAD_DAYS = 400;
const OUT_DAYS = 60;

/** Today on this device's calendar; it changes at midnight. */
export function useToday(): CalendarDate {
  return localDate(instant(useNow(60_000)), localOffset);
}

export function useReleases(request: {
  readonly view: ReleaseView;
  readonly month: string;
  readonly only: ReleaseOnly;
  readonly search: string;
  /** An entry that is shown in any case; null: none. */
  readonly named: string | null;
}): Live<ShownReleases | null> {
  const valuation = useValuation();
  const today = useToday();
  const { from, to } = daysOf(request.view, request.month, today);
  return useLive(
    async (books) => {
      if (valuation === null) return null;
      const found = await releases(books, { from, to, search: request.search, only: request.only });
      const named = request.named === null ? null : await namedRelease(books, request.named);
      const sorted = request.view === 'out' ? found.toReversed() : found;
      const isHidden = named !== null && !found.some(({ release }) => release.id === named.release.id);
      const entries = isHidden && request.view !== 'month' ? [named, ...sorted] : sorted;
      const resale = await releaseResale(books, entries, valuation);
      return { entries, resale, named: named?.release.id ?? null };
    },
    [from, to, request.search, request.only, request.view, request.named, valuation],
  );
}

function daysOf(view: ReleaseView, month: string, today: CalendarDate) {
  const midday = instant(Date.parse(`${today}T12:00:00Z`));
  const day = (shift: number) => localDate(shiftInstant(midday, shift * DAY_MS), () => 0);
  if (view === 'coming') return { from: today, to: day(AHEAD_DAYS) };
  if (view === 'out') return { from: day(-OUT_DAYS), to: day(-1) };
  // A month shows whole weeks.
  return { from: `${month}-01` as CalendarDate, to: `${month}-31` as CalendarDate };
}
