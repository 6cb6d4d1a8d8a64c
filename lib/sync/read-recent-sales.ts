import { isOfOneThing } from '@/lib/domain/errors/market-error';
import { ageOf, HOUR_MS, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { askRecentSales, type AskedSales } from './ask-recent-sales';
import { commit } from './commit';
import { keepRecentSales, recentSalesCursorId, type SoldVariant } from './keep-recent-sales';
import { mayBeClosed } from './mark-sales-gaps';
import { readEach } from './read-each';
import { soldSizes, type SoldSize } from './sold-sizes';
import { callOptions, noteAnswer, type SyncDeps, type SyncRun, type SyncTask } from './sync-run';

/** Until a size's own pace is known. */
const PERIOD_MS = 6 * HOUR_MS;
/** What is only watched or in stock takes no more readings than this within the window. */
const WINDOW_MS = 10 * MINUTE_MS;
const MOST_IN_WINDOW = 60;

export interface RecentSalesDeps extends SyncDeps {
  /** The seller's region: with it up to 200 rows can be asked for. */
  regionId(): Promise<string | null>;
}

/** A size that is due, and whether more than its last ten sales are wanted. */
interface DueSize extends SoldVariant {
  readonly isWide: boolean;
}

/** Accumulates market sales of the sizes that matter to the seller: the only source of volume alias has. */
export function createRecentSalesTask(deps: RecentSalesDeps): SyncTask {
  return async (run) => {
    const regionId = await deps.regionId();
    return readEach({
      items: await dueSizes(deps),
      ask: (size) => askSales(deps, run, size, regionId),
      keep: (size, answer) => keepSales(deps, run, size, answer),
      shouldYield: () => run.shouldYield(),
    });
  };
}

/** Each at its own pace, most overdue first: busy sizes every hour, quiet ones once a day. */
async function dueSizes(deps: RecentSalesDeps): Promise<readonly DueSize[]> {
  const { db, marketplace, clock } = deps;
  const [sizes, cursors, gaps] = await Promise.all([
    soldSizes(db),
    db.cursors.where('id').startsWith(recentSalesCursorId(marketplace.id, null)).toArray(),
    db.salesGaps.toArray(),
  ]);
  const now = clock.now();
  const readings = new Map(cursors.map((cursor) => [cursor.id, cursor]));
  const open = new Set(gaps.filter(mayBeClosed).map((gap) => recentSalesCursorId(marketplace.id, gap)));
  const due = sizes
    .map((size) => {
      const id = recentSalesCursorId(marketplace.id, size);
      const reading = readings.get(id);
      const periodMs = Number(reading?.token ?? PERIOD_MS);
      const overdue = ageOf(reading?.finishedAt ?? null, now) / periodMs;
      return { size, overdue, isWide: reading === undefined || open.has(id) };
    })
    .filter(({ overdue }) => overdue >= 1)
    .toSorted((a, b) => mostOverdueFirst(a.overdue, b.overdue));
  const room = roomFor(sizes, (size) => readings.get(recentSalesCursorId(marketplace.id, size))?.finishedAt, now);
  const others = new Set(due.filter(({ size }) => !size.isOffered).slice(0, room));
  return due
    .filter((one) => one.size.isOffered || others.has(one))
    .map(({ size: { catalogId, usSize }, isWide }) => ({ catalogId, usSize, isWide }));
}

function roomFor(sizes: readonly SoldSize[], readAt: (size: SoldSize) => Instant | null | undefined, now: Instant) {
  const lately = sizes.filter((size) => !size.isOffered && ageOf(readAt(size) ?? null, now) < WINDOW_MS).length;
  return Math.max(0, MOST_IN_WINDOW - lately);
}

/** Two that were never asked for are equal: infinity less infinity is no number. */
function mostOverdueFirst(a: number, b: number): number {
  return a === b ? 0 : b - a;
}

/** A size alias cannot tell about counts as read, without sales. */
async function askSales(
  deps: RecentSalesDeps,
  run: SyncRun,
  { isWide, ...variant }: DueSize,
  regionId: string | null,
): Promise<AskedSales | null> {
  try {
    const answer = await askRecentSales(deps, variant, { regionId, isWide }, callOptions(run));
    for (const origin of answer.origins) noteAnswer(run.tally, origin);
    return answer;
  } catch (error) {
    if (!isOfOneThing(error)) throw error;
    run.tally.requests += 1;
    return null;
  }
}

async function keepSales(
  deps: RecentSalesDeps,
  run: SyncRun,
  variant: DueSize,
  answer: AskedSales | null,
): Promise<void> {
  const reading = answer ?? { ...SILENCE, rejected: [] };
  run.tally.read += reading.value.length;
  await commit(deps, run, {
    ...keepRecentSales(deps, variant, reading),
    rejected: reading.rejected,
    now: deps.clock.now(),
  });
}

/** Nothing was told: neither sales, nor that there are no more; gaps stay as they are. */
const SILENCE = { value: [], isFull: true, isWide: false } as const;
