import type { ActivityRow } from '@/lib/db/rows';
import type { CommandDeps } from './command-deps';

/** Up to so many pairs each get a line of their own, which their timeline shows; beyond, one line tells of all. */
const EACH = 200;

interface PairLine {
  readonly kind: string;
  readonly summary: string;
  readonly pairIds: readonly string[];
  readonly facts?: ActivityRow['facts'];
}

/** Tells the activity log what a person did to pairs. In the transaction of the command, which must span `activity`. */
export async function logPairs(deps: CommandDeps, { kind, summary, pairIds, facts = {} }: PairLine): Promise<void> {
  const at = deps.now();
  const line = (pairId: string | null): ActivityRow => ({
    id: deps.newId(),
    at,
    kind,
    by: 'user',
    entity: pairId === null ? null : { table: 'inventory', id: pairId },
    summary: pairId === null ? `${summary} (${pairIds.length} pairs)` : summary,
    facts: { ...facts, pairs: pairIds.length },
  });
  await deps.db.activity.bulkAdd(pairIds.length > EACH ? [line(null)] : pairIds.map(line));
}
