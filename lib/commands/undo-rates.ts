import type { ImportChangeRow } from '@/lib/db/money-rows';
import type { FxRateRow } from '@/lib/db/rows';
import { isSameRate, RATES, type RateChange } from './record-rates';
import { changesOf, type UndoWork } from './undo-work';

const changeOf = ({ before }: ImportChangeRow): RateChange => before as unknown as RateChange;

/** Rates of a file go, or are as they were before it. Sales and expenses keep the rate they were given. */
export async function undoRates(work: UndoWork): Promise<boolean> {
  const { db } = work.deps;
  const changes = (await changesOf(work, RATES)).toSorted((a, b) => b.stamp - a.stamp);
  if (changes.length === 0) return false;
  const ids = [...new Set(changes.map(({ rowId }) => rowId))];
  const now = new Map((await db.fxRates.bulkGet(ids)).map((rate, nth) => [ids[nth] ?? '', rate ?? null]));
  const touched = new Map<string, FxRateRow | null>();
  for (const change of changes) {
    const { was, wrote } = changeOf(change);
    const current = touched.has(change.rowId) ? touched.get(change.rowId) : now.get(change.rowId);
    if (isSameRate(current, wrote)) touched.set(change.rowId, was);
    else work.counts.left += 1;
  }
  await db.fxRates.bulkPut([...touched.values()].filter((rate) => rate !== null));
  const gone = [...touched].flatMap(([id, rate]) => (rate === null ? [id] : []));
  await db.fxRates.bulkDelete(gone);
  work.counts.removed += gone.length;
  work.counts.restored += touched.size - gone.length;
  await skipForLater(work, changes);
  await db.importChanges.bulkDelete(changes.map(({ id }) => id));
  return true;
}

/** A later file changed what this one had written: taken back, it leads to what was before both. */
async function skipForLater({ deps, row }: UndoWork, changes: readonly ImportChangeRow[]): Promise<void> {
  const { db } = deps;
  const byRate = new Map(changes.map((change) => [change.rowId, changeOf(change)]));
  const later = await db.importChanges
    .filter(({ table, rowId, importId }) => table === RATES && importId !== row.id && byRate.has(rowId))
    .toArray();
  const passed = later.flatMap((change): ImportChangeRow[] => {
    const own = byRate.get(change.rowId);
    const theirs = changeOf(change);
    return own !== undefined && isSameRate(theirs.was, own.wrote)
      ? [{ ...change, before: { ...theirs, was: own.was } }]
      : [];
  });
  await db.importChanges.bulkPut(passed);
}
