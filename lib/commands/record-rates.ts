import type { ImportChangeRow } from '@/lib/db/money-rows';
import type { FxRateRow, ImportRow } from '@/lib/db/rows';
import type { CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';

/** The file rates came in. */
export interface RatesFile {
  readonly fileName: string;
  /** SHA-256 of the file, hex. */
  readonly digest: string;
}

/** What an import did to a rate. A rate has no stamp of its own: what was written tells whether it was changed since. */
export interface RateChange {
  readonly was: FxRateRow | null;
  readonly wrote: FxRateRow;
}

export const RATES = 'fxRates';

export const isSameRate = (a: FxRateRow | null | undefined, b: FxRateRow | null | undefined): boolean =>
  a?.rateE8 === b?.rateE8 && a?.source === b?.source;

/**
 * Writes down what a file of rates is about to change, so that it can be taken back. The same file again is the same
 * import. In the transaction that writes the rates, before they are written.
 */
export async function recordRates(deps: CommandDeps, file: RatesFile, rows: readonly FxRateRow[]): Promise<void> {
  const { db } = deps;
  const now = deps.now();
  const there = await db.fxRates.bulkGet(rows.map(({ id }) => id));
  const changed = rows.flatMap((wrote, nth): RateChange[] => {
    const was = there[nth] ?? null;
    return isSameRate(was, wrote) ? [] : [{ was, wrote }];
  });
  const digest = `${file.digest}:rates`;
  const known = await db.imports.where('digest').equals(digest).first();
  const row: ImportRow = known ?? {
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    kind: 'rates',
    fileName: file.fileName,
    digest,
    rows: rows.length,
    applied: 0,
    skipped: 0,
    problems: [],
    undoneAt: null,
    standing: 'done',
  };
  const counts = { applied: row.applied + changed.length, skipped: rows.length - changed.length };
  await db.imports.put({ ...row, ...counts, updatedAt: known === undefined ? now : stampAfter(row.updatedAt, now) });
  await db.importChanges.bulkAdd(
    changed.map((change): ImportChangeRow => {
      const named = { id: deps.newId(), importId: row.id, table: RATES, rowId: change.wrote.id };
      return { ...named, before: { ...change }, stamp: now };
    }),
  );
}
