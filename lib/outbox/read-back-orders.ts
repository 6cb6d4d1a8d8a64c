import type { OutboxRow } from '@/lib/db/selling-rows';
import { hasCode, isOfOneThing } from '@/lib/domain/errors/market-error';
import { orderStanding } from '@/lib/domain/orders/order-standing';
import type { OrderFacts } from '@/lib/domain/orders/order';
import { isOrderWrite } from '@/lib/domain/outbox/write';
import { shiftInstant } from '@/lib/domain/time/instant';
import { laterMs } from './read-back-each';
import type { Turn } from './outbox-run';
import { again, CONFIRMED, ended, type RowChange } from './row-changes';
import { settleOrder } from './settle-order';

/** Asks for each order by itself. Trouble with one leaves that one for later and stops none of the others. */
export async function readBackOrders(turn: Turn, rows: readonly OutboxRow[]): Promise<void> {
  for (const row of rows) await readBackOrder(turn, row);
}

async function readBackOrder(turn: Turn, row: OutboxRow): Promise<void> {
  const { write } = row;
  if (!isOrderWrite(write)) return;
  try {
    const { value } = await turn.ask((options) => turn.deps.marketplace.getOrder(write.externalId, options));
    await settleOrder(turn, { row, order: value, change: toldChange(turn, row, value) });
  } catch (error) {
    if (hasCode(error, 'not-found'))
      return settleOrder(turn, { row, order: null, change: ended('rejected', 'gone', error.message) });
    if (!isOfOneThing(error) && !hasCode(error, 'forbidden')) throw error;
    const nextAt = shiftInstant(turn.now(), laterMs(row, turn.now()));
    await settleOrder(turn, { row, order: null, change: { nextAt } });
  }
}

/** A refusal is believed once the order shows that nothing was done; without one it is tried again. */
function toldChange(turn: Turn, row: OutboxRow, order: OrderFacts): RowChange {
  const { write, problem } = row;
  const standing = isOrderWrite(write) ? orderStanding(write, order) : 'done';
  if (standing === 'done') return CONFIRMED;
  if (standing === 'over') return ended('rejected', 'order-over', problem?.message ?? '');
  return problem?.code === 'refused' ? ended('rejected', 'refused', problem.message) : again(turn, row);
}
