import * as z from 'zod/mini';
import { amount, failure, text } from './parts';

const id = text(64).check(z.minLength(1));
const orderIds = z.array(id).check(z.minLength(1), z.maxLength(500));
const labelType = z.nullable(z.enum(['shipping', 'drop-off']));
const at = z.int().check(z.minimum(0));
const money = z.object({ minor: z.int(), currency: amount.shape.currency });

const refused = z.object({ ok: z.literal(false), error: failure });

/** What a command became: `groupId` names it in the tracker, null when nothing was to be done; `skipped` says what was left out. */
const accepted = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    groupId: z.nullable(z.string()),
    accepted: z.int(),
    skipped: z.array(z.object({ id: z.string(), code: z.string() })),
  }),
  refused,
]);

/** `null`: nothing was changed, so there is nothing to take back. */
const undoable = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), undoId: z.nullable(z.string()) }),
  refused,
]);

/** Fulfilment of orders, and what becomes of sales. What was sent to alias about an order cannot be taken back. */
export const ORDERS = {
  /** `label`: the label of each is made once it is confirmed; left out, none is. */
  'orders/confirm': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ orderIds, label: z.optional(z.object({ type: labelType })) }),
    output: accepted,
  },
  /** Lowers the seller's rating; asked for only after the person was told so. */
  'orders/cancel': { from: 'page', effect: 'command', size: 'large', input: z.object({ orderIds }), output: accepted },
  /** `again`: another label in place of the one there is, which is the way to switch between the two kinds. */
  'orders/label': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ orderIds, labelType, again: z.boolean() }),
    output: accepted,
  },
  'orders/ship': { from: 'page', effect: 'command', size: 'large', input: z.object({ orderIds }), output: accepted },
  /** A sale that is none any more, and where its pair is now. */
  'sales/reverse': {
    from: 'page',
    effect: 'command',
    input: z.object({
      saleId: id,
      reason: z.enum(['cancelled', 'returned', 'failed-verification', 'refunded']),
      at,
      penalty: z.nullable(money),
      note: text(1000),
      pair: z.enum(['in-stock', 'returned', 'consigned']),
      location: z.nullable(text(1000)),
    }),
    output: undoable,
  },
  /** What is left out of `changes` stays. */
  'sales/edit': {
    from: 'page',
    effect: 'command',
    input: z.object({
      saleId: id,
      changes: z.object({
        platform: z.optional(
          z.enum(['stockx', 'ebay', 'depop', 'vinted', 'shopify', 'stadium-goods', 'cardtrader', 'in-person', 'other']),
        ),
        price: z.optional(money),
        payout: z.optional(z.nullable(money)),
        soldAt: z.optional(at),
        paidAt: z.optional(z.nullable(at)),
        orderNumber: z.optional(text(1000)),
        buyer: z.optional(text(1000)),
        country: z.optional(z.nullable(text(2))),
        note: z.optional(text(1000)),
      }),
    }),
    output: undoable,
  },
} as const;
