import type { OutboxRow } from '@/lib/db/selling-rows';
import type { MarketError } from '@/lib/domain/errors/market-error';
import { orderStanding } from '@/lib/domain/orders/order-standing';
import type { OrderFacts } from '@/lib/domain/orders/order';
import { isOrderWrite } from '@/lib/domain/outbox/write';
import type { OrderWrite } from '@/lib/domain/outbox/order-write';
import { shiftInstant } from '@/lib/domain/time/instant';
import type { CallOptions } from '@/lib/marketplaces/contract/call';
import type { Answer } from '@/lib/marketplaces/contract/page';
import type { Claim } from './claim-writes';
import type { OutboxMarket, Turn } from './outbox-run';
import { CONFIRMED, ended, lost, problem, type RowChange } from './row-changes';
import { settleOrder } from './settle-order';
import { PAUSES, takeBack, type Sent } from './take-back';

/** A lost request may still be on its way: what it does must be there to be read. */
const LOST_MS = 1000;
/** A label that is made late, after it was looked for, would be made twice. */
export const LOST_LABEL_MS = 15_000;

/** Sends what is to be done to orders, one at a time. The answer is the order as it is then. */
export async function sendOrders(turn: Turn, rows: readonly OutboxRow[]): Promise<Extract<Sent, { kind: 'settled' }>> {
  for (const row of rows) {
    const { write } = row;
    if (!isOrderWrite(write)) continue;
    const { value } = await turn.ask((options) => post(turn.deps.marketplace, write, options));
    await settleOrder(turn, { row, order: value, change: answered(turn, write, value) });
  }
  return { kind: 'settled' };
}

function post(marketplace: OutboxMarket, write: OrderWrite, options: CallOptions): Promise<Answer<OrderFacts>> {
  const { externalId } = write;
  switch (write.kind) {
    case 'order/confirm':
      return marketplace.confirmOrder(externalId, options);
    case 'order/cancel':
      return marketplace.cancelOrder(externalId, options);
    case 'order/label':
      return write.again
        ? marketplace.regenerateLabel(externalId, write.labelType, options)
        : marketplace.generateLabel(externalId, write.labelType, options);
    case 'order/ship':
      return marketplace.shipOrder(externalId, options);
  }
}

/** What was accepted and cannot be seen in the order is read back; a label that came out the same was made all the same. */
function answered(turn: Turn, write: OrderWrite, order: OrderFacts): RowChange {
  const standing = orderStanding(write, order);
  if (standing === 'done' || (standing === 'not-done' && write.kind === 'order/label')) return CONFIRMED;
  if (standing === 'over') return ended('rejected', 'order-over');
  return lost(shiftInstant(turn.now(), LOST_MS));
}

/**
 * Nothing that went wrong is believed before the order was read: a browser may have delivered the request twice, and only
 * the second delivery was turned down.
 *
 * @throws MarketError when nothing may be asked for the time being (locked, limited, token refused)
 */
export async function afterOrderFailure(turn: Turn, claim: Claim, error: MarketError): Promise<Sent> {
  const [row] = claim.rows;
  if (error.httpStatus !== null || error.requestId !== null) turn.run.tally.requests += 1;
  const readAt = shiftInstant(turn.now(), row?.kind === 'order/label' ? LOST_LABEL_MS : LOST_MS);
  const settle = async (change: RowChange): Promise<Sent> => {
    for (const each of claim.rows) await settleOrder(turn, { row: each, order: null, change });
    return { kind: 'settled' };
  };
  if (PAUSES.has(error.code)) {
    await (error.httpStatus === null ? takeBack(turn, claim) : settle(lost(readAt)));
    throw error;
  }
  // What the token may not do was not done, whoever asked first.
  if (error.code === 'forbidden') return settle(ended('rejected', 'refused', error.message));
  const isRefusal = error.code === 'bad-request' || error.code === 'not-found';
  return settle(lost(isRefusal ? turn.now() : readAt, isRefusal ? problem('refused', error.message) : null));
}
