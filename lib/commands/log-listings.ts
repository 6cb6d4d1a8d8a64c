import type { ActivityRow } from '@/lib/db/rows';
import type { CommandDeps } from './command-deps';

/** Up to so many listings each get a line of their own, which their pair's timeline shows; beyond, one line tells of all. */
const EACH = 200;

interface ListingLines {
  readonly kind: string;
  /** Of all of them, when there are too many for a line each. */
  readonly summary: string;
  readonly lines: readonly { readonly entity: NonNullable<ActivityRow['entity']>; readonly summary: string }[];
  readonly groupId: string | null;
}

/** Tells the activity log what a person asked for of listings, or of pairs
 * that are to be listed. In the transaction of the command, which must span `activity`. */
export async function logListings(deps: CommandDeps, { kind, summary, lines, groupId }: ListingLines): Promise<void> {
  const at = deps.now();
  const row = (entity: ActivityRow['entity'], told: string): ActivityRow => {
    return {
      id: deps.newId(),
      at,
      kind,
      by: 'user',
      entity,
      summary: told,
      facts: { listings: lines.length, groupId },
    };
  };
  if (lines.length > EACH) {
    await deps.db.activity.add(row(null, `${summary} (${lines.length} listings)`));
    return;
  }
  await deps.db.activity.bulkAdd(lines.map((line) => row(line.entity, line.summary)));
}
