import type { OutboxRow } from '@/lib/db/selling-rows';
import { isMarketError, type MarketError } from '@/lib/domain/errors/market-error';
import { shiftInstant } from '@/lib/domain/time/instant';
import type { Batch } from '@/lib/marketplaces/contract/batches';
import type { CallOptions } from '@/lib/marketplaces/contract/call';
import type { Answer } from '@/lib/marketplaces/contract/page';
import { KEY } from './archvd-key';
import type { Claim } from './claim-writes';
import type { Lane, LoneLane } from './lane';
import type { OutboxMarket, Turn } from './outbox-run';
import { again, ended, lost, problem } from './row-changes';
import { afterOrderFailure, sendOrders } from './send-order';
import { sendOne } from './send-one';
import { settleWrites } from './settle-writes';
import { PAUSES, takeBack, type Sent } from './take-back';

/** A lost request may still be on its way: what it does must be there to be read. */
const LOST_MS = 1000;
/** A listing that is made late, after it was looked for, would be there twice. */
const LOST_CREATE_MS = 15_000;

/**
 * Sends one claim as one request. Nothing is sent that was not committed as `sending` before.
 *
 * @throws MarketError when nothing may be asked for the time being (locked, limited, token refused); the writes wait again
 */
export async function sendWrites(turn: Turn, claim: Claim): Promise<Sent> {
  const { lane, rows } = claim;
  try {
    if (lane === 'order') return await sendOrders(turn, rows);
    if (lane === 'create-one' || lane === 'picture') return await sendOne(turn, lane, rows);
    const { value } = await turn.ask((options) => post(turn.deps.marketplace, lane, rows, options));
    await turn.inBooks([], async () => {
      await turn.deps.db.outbox.bulkPut(rows.map((row) => ({ ...row, batchId: value.externalId })));
    });
    return {
      kind: 'accepted',
      batchId: value.externalId,
      rows: rows.map((row) => ({ ...row, batchId: value.externalId })),
    };
  } catch (error) {
    // Anything but the marketplace's own word leaves the writes `sending`: whoever comes next reads them back.
    if (!isMarketError(error)) throw error;
    if (lane === 'order') return afterOrderFailure(turn, claim, error);
    return afterFailure(turn, claim, error);
  }
}

function post(
  marketplace: OutboxMarket,
  lane: Exclude<Lane, LoneLane>,
  rows: readonly OutboxRow[],
  options: CallOptions,
): Promise<Answer<Batch>> {
  const ids = rows.flatMap(({ externalId }) => externalId ?? []);
  switch (lane) {
    case 'price':
      return marketplace.batchUpdate(
        rows.flatMap(({ write }) =>
          write.kind === 'listing/price'
            ? [{ externalId: write.externalId, price: { from: write.from, to: write.to } }]
            : [],
        ),
        options,
      );
    case 'activate':
      return marketplace.batchActivate(ids, options);
    case 'deactivate':
      return marketplace.batchDeactivate(ids, options);
    case 'delete':
      return marketplace.batchDelete(ids, options);
    case 'create':
      return marketplace.batchCreate(
        rows.flatMap(({ write, decisionId }) => {
          if (write.kind !== 'listing/create') return [];
          const { catalogId, price, size, condition, packaging } = write.draft;
          // Never live before it is certain that it is there once.
          return [{ catalogId, price, size, condition, packaging, activate: false, copies: [{ [KEY]: decisionId }] }];
        }),
        options,
      );
  }
}

async function afterFailure(turn: Turn, claim: Claim, error: MarketError): Promise<Sent> {
  const { lane, rows } = claim;
  const creates = lane === 'create' || lane === 'create-one';
  const readAt = shiftInstant(turn.now(), creates ? LOST_CREATE_MS : LOST_MS);
  const settle = (change: (row: OutboxRow) => ReturnType<typeof again>): Promise<void> =>
    settleWrites(
      turn,
      rows.map((row) => ({ row, change: change(row) })),
    );
  if (error.httpStatus !== null || error.requestId !== null) turn.run.tally.requests += 1;
  if (error.code === 'unknown-outcome') {
    await settle(() => lost(readAt));
    return { kind: 'settled' };
  }
  // A browser may have delivered it twice, and only the second delivery was turned down: a new listing is looked for.
  const mayBeMade = creates && error.httpStatus !== null && error.httpStatus !== 400;
  if (PAUSES.has(error.code)) {
    await (mayBeMade && error.code === 'rate-limited' ? settle(() => lost(readAt)) : takeBack(turn, claim));
    throw error;
  }
  if (error.code === 'conflict') {
    await settle((row) => (mayBeMade ? lost(readAt) : again(turn, row, problem('attempts', error.message))));
    return { kind: 'settled' };
  }
  // What the token may not do it may do for none of them; anything else may be the fault of one.
  if (rows.length > 1 && error.code !== 'forbidden') {
    await takeBack(turn, claim);
    const ids = rows.map((row) => row.id);
    const middle = Math.ceil(ids.length / 2);
    return { kind: 'split', parts: [ids.slice(0, middle), ids.slice(middle)] };
  }
  const code = error.code === 'not-found' ? 'gone' : 'refused';
  await settle(() => ended('rejected', code, error.message));
  return { kind: 'settled' };
}
