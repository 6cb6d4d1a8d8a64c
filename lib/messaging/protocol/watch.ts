import * as z from 'zod/mini';
import { amount, done, failure, text } from './parts';

const id = text(64).check(z.minLength(1));
const ids = z.array(id).check(z.minLength(1), z.maxLength(1000));
const usSize = z.nullable(z.number().check(z.minimum(0), z.maximum(100)));
const price = z.object({ minor: z.int().check(z.minimum(1)), currency: amount.shape.currency });
const share = z.int().check(z.minimum(1), z.maximum(1_000_000));
const count = z.int().check(z.minimum(0), z.maximum(100_000));

const trigger = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask-at-or-below'), price }),
  z.object({ kind: z.literal('net-at-or-above'), profit: amount }),
  z.object({ kind: z.literal('roi-at-or-above'), basisPoints: share }),
  z.object({ kind: z.literal('drop'), basisPoints: share, hours: z.int().check(z.minimum(1), z.maximum(24 * 30)) }),
  z.object({ kind: z.literal('under-median'), basisPoints: share }),
  z.object({ kind: z.literal('offer-at-or-above'), price }),
  z.object({ kind: z.literal('sales-per-week-above'), count }),
  z.object({ kind: z.literal('few-sizes-left'), count }),
  z.object({ kind: z.literal('sold-at-or-below'), price }),
  z.object({ kind: z.literal('release-tomorrow') }),
]);

const options = z.object({
  confirm: z.boolean(),
  rearmMinutes: z.nullable(z.int().check(z.minimum(0), z.maximum(60 * 24 * 365))),
  expiresAt: z.nullable(z.int()),
  mostPerDay: z.nullable(z.int().check(z.minimum(1), z.maximum(100))),
  channels: z.object({ notification: z.boolean(), badge: z.boolean(), digest: z.boolean() }),
});

/** `undoId` goes into `undo/run`; null when nothing was changed. */
const changed = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), undoId: z.nullable(z.string()) }),
  z.object({ ok: z.literal(false), error: failure }),
]);

const created = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.string(), undoId: z.nullable(z.string()) }),
  z.object({ ok: z.literal(false), error: failure }),
]);

/** Lists of what is watched, and alerts on it. */
export const WATCH = {
  'watchlists/save': {
    from: 'page',
    effect: 'command',
    /** `id: null` makes a new list. */
    input: z.object({ id: z.nullable(id), name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) }),
    output: created,
  },
  /** Removes a list with everything in it. */
  'watchlists/remove': { from: 'page', effect: 'command', input: z.object({ id }), output: changed },
  /** All lists, in their new order. */
  'watchlists/order': { from: 'page', effect: 'command', input: z.object({ ids }), output: changed },
  'watch/move': {
    from: 'page',
    effect: 'command',
    input: z.object({ itemIds: ids, watchlistId: id }),
    output: changed,
  },
  /** One target for many, or none. */
  'watch/aim': {
    from: 'page',
    effect: 'command',
    input: z.object({ itemIds: ids, targetPrice: z.nullable(price) }),
    output: changed,
  },
  'watch/remove-many': { from: 'page', effect: 'command', input: z.object({ itemIds: ids }), output: changed },
  /**
   * Watches many at once. Products in the books are watched at once; the others are searched for in alias's catalogue
   * one by one, and `watchRequests` holds how each stands.
   */
  'watch/add-many': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      watchlistId: z.nullable(id),
      lines: z
        .array(
          z.object({
            text: text(200),
            styleCode: text(40).check(z.minLength(1)),
            usSize,
            targetPrice: z.nullable(price),
            note: text(1000),
          }),
        )
        .check(z.minLength(1), z.maxLength(1000)),
    }),
    output: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        batchId: z.string(),
        added: z.int(),
        already: z.int(),
        waiting: z.int(),
        undoId: z.nullable(z.string()),
      }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  /** Stops searching for what still waits; what was found stays. */
  'watch/cancel-search': { from: 'page', effect: 'command', input: z.object({ batchId: id }), output: done },
  /** Searches once more for what failed or was not found. */
  'watch/search-again': { from: 'page', effect: 'command', input: z.object({ batchId: id }), output: done },
  /** Says which of several products of its style code a searched line meant. */
  'watch/choose': {
    from: 'page',
    effect: 'command',
    input: z.object({ requestId: id, catalogId: text(200).check(z.minLength(1)) }),
    output: changed,
  },
  /** Takes the lines of a batch that ended off the list. */
  'watch/dismiss-search': { from: 'page', effect: 'command', input: z.object({ batchId: id }), output: done },

  /** `id: null`: a new alert on each of the items; else the one that is changed. */
  'alerts/save': {
    from: 'page',
    effect: 'command',
    input: z.object({ id: z.nullable(id), itemIds: ids, trigger, options, enabled: z.boolean() }),
    output: changed,
  },
  'alerts/enable': {
    from: 'page',
    effect: 'command',
    input: z.object({ ids, enabled: z.boolean() }),
    output: changed,
  },
  'alerts/remove': { from: 'page', effect: 'command', input: z.object({ ids }), output: changed },
  /** Silent for so long, whatever happens; 0 ends it. */
  'alerts/snooze': {
    from: 'page',
    effect: 'command',
    input: z.object({ ids, minutes: z.int().check(z.minimum(0), z.maximum(60 * 24 * 30)) }),
    output: changed,
  },
  /** Marks what rang as seen; no ids: all of it. */
  'alerts/seen': {
    from: 'page',
    effect: 'command',
    input: z.object({ eventIds: z.nullable(z.array(text(200)).check(z.maxLength(1000))) }),
    output: done,
  },
} as const;
