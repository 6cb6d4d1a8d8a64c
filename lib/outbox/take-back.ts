import type { OutboxRow } from '@/lib/db/selling-rows';
import type { MarketErrorCode } from '@/lib/domain/errors/market-error';
import type { Claim } from './claim-writes';
import type { Turn } from './outbox-run';

/**
 * What became of a request: `accepted`, by this batch; `settled`, in the books already; `split`, refused as a whole, so it
 * is sent again in these parts.
 */
export type Sent =
  | { readonly kind: 'accepted'; readonly batchId: string; readonly rows: readonly OutboxRow[] }
  | { readonly kind: 'settled' }
  | { readonly kind: 'split'; readonly parts: readonly (readonly string[])[] };

/** Nothing may be asked for the time being, whatever it is. */
export const PAUSES: ReadonlySet<MarketErrorCode> = new Set([
  'rate-limited',
  'breaker-open',
  'locked',
  'not-connected',
  'auth-expired',
  'offline',
]);

/** Nothing left: the writes wait as they did before, and this was no try. */
export async function takeBack(turn: Turn, { rows, before }: Claim): Promise<void> {
  const { db } = turn.deps;
  await turn.inBooks([], async () => {
    const now = turn.now();
    const current = await db.outbox.bulkGet(rows.map((row) => row.id));
    const ours = before.filter(
      (_, index) => current[index]?.state === 'sending' && current[index]?.lease?.fence === turn.run.fence,
    );
    await db.outbox.bulkPut(ours.map((row) => ({ ...row, updatedAt: now })));
  });
}
