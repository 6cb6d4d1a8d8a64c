import type { ArchvdDatabase } from '@/lib/db/database';
import type { LeftOutRow } from '@/lib/domain/exports/ledger';
import type { LedgerWriteOff } from '@/lib/domain/exports/ledger-write-off';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { localDate } from '@/lib/domain/time/local-date';
import type { ExportRequest } from './export-request';
import { readWriteOffs } from './write-offs';

/** Pairs that were written off in the time; those whose cost is not known are left out and named. */
export async function writtenOff(
  db: ArchvdDatabase,
  { period, valuation, offsetAt }: ExportRequest,
  leftOut: LeftOutRow[],
): Promise<readonly LedgerWriteOff[]> {
  const { rows } = await readWriteOffs(db, valuation.currency, period);
  return rows.flatMap(({ pair, at, cost, otherCosts, expenses, lost }): readonly LedgerWriteOff[] => {
    if (cost === null || lost === null) {
      leftOut.push({ id: pair.id, what: pair.name, reason: 'cost-unknown' });
      return [];
    }
    return [
      {
        pairId: pair.id,
        on: localDate(at, offsetAt),
        name: pair.name,
        styleCode: pair.styleCode ?? '',
        size: formatSize(pair.size),
        boughtOn: pair.boughtAt === null ? null : localDate(pair.boughtAt, offsetAt),
        cost,
        otherCosts,
        expenses: expenses.minor === 0 ? null : expenses,
        lost,
      },
    ];
  });
}
