import type { ArchvdDatabase } from '@/lib/db/database';
import type { ActivityRow } from '@/lib/db/rows';
import { isCurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { PriceMove } from '@/lib/domain/repricing/decision';

/** Moves of a listing that are looked at. */
const NEWEST = 20;
/** Above this many listings, all moves there are in one go are read quicker than each listing's. */
const MANY = 600;

/**
 * How the prices of these listings moved, newest first.
 *
 * @param most of each listing; left out: twenty
 */
export async function readPriceMoves(
  db: ArchvdDatabase,
  listingIds: readonly string[],
  most: number = NEWEST,
): Promise<ReadonlyMap<string, readonly PriceMove[]>> {
  const rows =
    listingIds.length > MANY
      ? await db.activity.where('kind').equals('listing/price').toArray()
      : await db.activity
          .where('entity.id')
          .anyOf([...listingIds])
          .toArray();
  const wanted = new Set(listingIds);
  const moves = new Map<string, PriceMove[]>();
  // Ids rise with time, so that two moves of one moment keep their order whichever way they were read.
  for (const row of rows.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))) {
    const move = row.entity !== null && wanted.has(row.entity.id) ? moveOf(row) : null;
    if (move === null || row.entity === null) continue;
    const known = moves.get(row.entity.id);
    if (known === undefined) moves.set(row.entity.id, [move]);
    else if (known.length < most) known.push(move);
  }
  return moves;
}

/** null: a line of something else, or one that cannot be read. */
function moveOf({ kind, at, by, facts: { from, to, currency } }: ActivityRow): PriceMove | null {
  if (kind !== 'listing/price' || typeof currency !== 'string' || !isCurrencyCode(currency)) return null;
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) return null;
  return {
    at,
    from: money(Number(from), currency),
    to: money(Number(to), currency),
    by: by === 'user' || by === 'rule' ? by : 'sync',
  };
}
