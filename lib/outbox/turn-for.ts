import type { OutboxRow } from '@/lib/db/selling-rows';
import { isOrderKind } from '@/lib/domain/outbox/write';
import type { Priority } from '@/lib/domain/throttle/priority';
import type { Turn } from './outbox-run';

/**
 * The turn as it asks about these writes. What concerns orders has a deadline and may spend the whole rate budget; the
 * listings of a person leave a little for it, and those of rules leave room for both: so thousands of prices on their way
 * never take the last of it.
 *
 * @example a batch of 900 prices by rules and one by a person is asked after as the person's
 */
export function turnFor(turn: Turn, rows: readonly Pick<OutboxRow, 'kind' | 'by'>[]): Turn {
  const priority = priorityOf(rows);
  const run = { ...turn.run, priority };
  return { ...turn, run, ask: (request) => turn.ask((options) => request({ ...options, priority })) };
}

function priorityOf(rows: readonly Pick<OutboxRow, 'kind' | 'by'>[]): Priority {
  if (rows.some(({ kind }) => isOrderKind(kind))) return 'user';
  return rows.some(({ by }) => by === 'user') ? 'orders' : 'repricing';
}
